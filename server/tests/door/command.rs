//! The command line as a person at the terminal meets it: what it prints, and
//! with which code it ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of one test with a database in it.
struct Ground(PathBuf);

impl Ground {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("giaoban-command-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn runs(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_giaoban"))
            .args(arguments)
            .current_dir(&self.0)
            .env_clear()
            .env("GIAOBAN_DATABASE", format!("sqlite://{}", self.path("office.db").display()))
            .envs(environment.iter().copied())
            .output()
            .expect("giaoban runs")
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn ended(output: &Output) -> (i32, String) {
    (output.status.code().expect("a code"), String::from_utf8_lossy(&output.stderr).trim().to_owned())
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_test_letter_goes_into_the_folder_or_says_why_not() {
    let ground = Ground::new("mail");
    let none = ground.runs(&["mail", "test", "can.bo@minhgiang.example"], &[]);
    let why = "giaoban: GIAOBAN_SMTP is not set: letters have no way out of this server";
    assert_eq!(ended(&none), (1, why.to_owned()));

    let out = ground.path("out");
    let way = format!("file://{}", out.display());
    let sent = ground.runs(&["mail", "test", "can.bo@minhgiang.example"], &[("GIAOBAN_SMTP", &way)]);
    assert_eq!(ended(&sent), (0, String::new()));
    assert!(matches!(files(&out).as_slice(), [letter] if letter.ends_with(".eml")), "{:?}", files(&out));

    for wrong in [&["mail", "test", "không phải địa chỉ"][..], &["mail", "test"], &["mail"]] {
        let output = ground.runs(wrong, &[("GIAOBAN_SMTP", &way)]);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(files(&ground.0), ["out"], "no database is made for a letter");
}

#[test]
fn the_doctor_looks_at_the_post_too() {
    let ground = Ground::new("doctor");
    for (name, value, why) in [
        ("GIAOBAN_SMTP", "relay.example", "GIAOBAN_SMTP must begin with smtp://"),
        ("GIAOBAN_MAIL_FROM", "ai đó", "GIAOBAN_MAIL_FROM=ai đó"),
    ] {
        let way = format!("file://{}", ground.path("out").display());
        let output = ground.runs(&["doctor"], &[("GIAOBAN_SMTP", &way), (name, value)]);
        let (code, said) = ended(&output);
        assert!(code == 1 && said.contains(why), "{said}");
    }
}

#[test]
fn everything_goes_out_into_a_folder_and_comes_in_somewhere_else() {
    let ground = Ground::new("export");
    assert_eq!(ended(&ground.runs(&["demo"], &[])), (0, String::new()));
    let out = ground.runs(&["export", "out"], &[]);
    assert_eq!(ended(&out), (0, String::new()));
    assert!(String::from_utf8_lossy(&out.stdout).ends_with("out/manifest.json lists them\n"));
    let listed = ["entries.csv", "manifest.json", "office.json", "publications.ics", "tables"];
    assert_eq!(files(&ground.path("out")), listed);
    let (code, why) = ended(&ground.runs(&["export", "out"], &[]));
    assert_eq!((code, why.as_str()), (1, "giaoban: out is not empty"));

    let other = format!("sqlite://{}", ground.path("other.db").display());
    let into_other = [("GIAOBAN_DATABASE", other.as_str())];
    assert_eq!(ended(&ground.runs(&["import", "out/office.json"], &into_other)), (0, String::new()));
    let (code, why) = ended(&ground.runs(&["import", "out/office.json"], &into_other));
    assert!(code == 1 && why.starts_with("giaoban: out/office.json: không nhập gì, "), "{why}");
    assert_eq!(ended(&ground.runs(&["export", "again"], &into_other)), (0, String::new()));
    let text = |name: &str| std::fs::read_to_string(ground.path(name)).expect(name);
    assert!(text("out/office.json") == text("again/office.json"), "the same came out again");
    let (code, why) = ended(&ground.runs(&["import", "out/publications.ics"], &into_other));
    assert!(code == 1 && why.ends_with("the name must end in .json or .csv"), "{why}");
}

#[test]
fn the_tools_of_postgresql_are_named() {
    let ground = Ground::new("postgres");
    let database = [("GIAOBAN_DATABASE", "postgres://giaoban:bi-mat@127.0.0.1:1/office")];
    for (command, tool) in [("backup", "pg_dump --format=custom"), ("restore", "pg_restore --clean")] {
        let (code, why) = ended(&ground.runs(&[command, "copy"], &database));
        assert!(code == 1 && why.contains(tool) && why.lines().count() == 1, "{why}");
        assert!(!why.contains("bi-mat"), "{why}");
    }
}
