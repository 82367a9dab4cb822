//! A demo office in a folder of its own, and its server as a process that can be
//! killed: `kill -9`, by its own number, in the middle of whatever it does.

use crate::client::Client;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// The office between two lives of its server.
pub struct House {
    folder: PathBuf,
    port: u16,
    /// Further words to the server's environment.
    said: Vec<(&'static str, String)>,
}

/// A running server; it does not outlive a test that failed.
pub struct Server(Child);

impl House {
    /// Loads the demo office; `name` tells it from others of this run.
    pub fn with_demo(name: &str, said: Vec<(&'static str, String)>) -> Self {
        let name = format!("crash-{name}-{}", std::process::id());
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(folder.join("site/pkg")).unwrap();
        // The server starts with the names and the sheet of a built site; nobody reads its
        // pages here.
        std::fs::write(folder.join("site/pkg/a.css"), "").unwrap();
        let names = r#"{"pkg":"/pkg","script":"/pkg/a.js","modules":[],"wasm":"/pkg/a.wasm","style":"/pkg/a.css","parts":{}}"#;
        std::fs::write(folder.join("site/manifest.json"), names).unwrap();
        std::fs::write(folder.join("site/icons.svg"), "<svg></svg>").unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let house = Self { folder, port, said };
        let loaded = house.giaoban("demo").stdout(Stdio::null()).status().unwrap();
        assert!(loaded.success(), "the demo office cannot be loaded");
        house
    }

    /// Starts the server and waits until it says that its doors are open.
    pub fn open(&self) -> Server {
        let mut child = self.giaoban("serve").stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let server = Server(child);
        let open = lines.by_ref().any(|line| line.unwrap().contains("open"));
        assert!(open, "the server ended before its doors were open");
        // Whoever writes to a pipe that nobody reads stops one day.
        std::thread::spawn(move || lines.for_each(drop));
        server
    }

    /// A connection with a session.
    pub fn client(&self, cookie: &str) -> std::io::Result<Client> {
        Client::connect(self.port, cookie)
    }

    /// The database as an address.
    pub fn database(&self) -> String {
        format!("sqlite://{}", self.folder.join("office.db").display())
    }

    fn giaoban(&self, word: &str) -> Command {
        let mut giaoban = Command::new(env!("CARGO_BIN_EXE_giaoban"));
        giaoban
            .arg(word)
            .current_dir(&self.folder)
            .env("GIAOBAN_DATABASE", self.database())
            .env("GIAOBAN_LISTEN", format!("127.0.0.1:{}", self.port))
            .env("GIAOBAN_SITE", self.folder.join("site"))
            .env("GIAOBAN_LOG", "info")
            .env_remove("GIAOBAN_NOW")
            .envs(self.said.iter().cloned())
            .stdin(Stdio::null());
        giaoban
    }
}

impl Server {
    /// `kill -9`, and waits until nothing of it is left.
    pub fn kill(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
