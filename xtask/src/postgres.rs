//! A PostgreSQL of the tests' own: unprivileged user, free port, temporary folder;
//! ended and removed with the run.
//!
//! It also ends when this program is killed, because the kernel tells it
//! (`setpriv --pdeathsig`); a folder left behind that way is removed by the next run.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::step::{command, run, succeeds};
use crate::system;

const PREFIX: &str = "giaoban-postgres-";

/// A running server; dropping it ends it.
pub struct Postgres {
    server: Child,
    folder: PathBuf,
    port: u16,
}

impl Postgres {
    /// Starts one, installing Debian's `postgresql` when there is none.
    ///
    /// # Errors
    /// When it cannot be had or does not come up.
    pub fn start() -> Result<Self> {
        Self::start_with(&["-c", "fsync=off", "-c", "full_page_writes=off"])
    }

    /// Starts one whose commits survive a power cut, as an office would run it.
    ///
    /// # Errors
    /// As [`Postgres::start`].
    pub fn start_durable() -> Result<Self> {
        Self::start_with(&[])
    }

    fn start_with(options: &[&str]) -> Result<Self> {
        // The name in PATH may be a link; its siblings lie beside the real one.
        let initdb = system::file_from(&["postgresql"], initdb)?.canonicalize()?;
        let programs = initdb.parent().map(Path::to_path_buf).unwrap_or_default();
        remove_leftovers();
        let folder = std::env::temp_dir().join(format!("{PREFIX}{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        if system::is_root() {
            run(command("chown").args(["postgres:", &folder.to_string_lossy()]))?;
        }
        let data = folder.join("data");
        run(unprivileged(&initdb)
            .current_dir(&folder)
            .arg("--pgdata")
            .arg(&data)
            .args(["--username=giaoban", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"])
            .arg("--no-sync")
            .stdout(Stdio::null()))?;
        let port = free_port()?;
        let log = std::fs::File::create(folder.join("log"))?;
        let server = unprivileged(&programs.join("postgres"))
            .current_dir(&folder)
            .arg("-D")
            .arg(&data)
            .args(["-p", &port.to_string(), "-h", "127.0.0.1", "-k"])
            .arg(&folder)
            .args(options)
            .args(["-c", "max_connections=300"])
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .context("cannot start postgres")?;
        let mut postgres = Self { server, folder, port };
        postgres.wait(&programs.join("pg_isready"))?;
        Ok(postgres)
    }

    /// The address of its database `postgres`, whose user may create others.
    pub fn url(&self) -> String {
        format!("postgres://giaoban@127.0.0.1:{}/postgres", self.port)
    }

    fn wait(&mut self, is_ready: &Path) -> Result<()> {
        let begin = Instant::now();
        let port = self.port.to_string();
        while !succeeds(command(is_ready).args(["-h", "127.0.0.1", "-p", &port])) {
            let ended = self.server.try_wait()?.is_some();
            if ended || begin.elapsed() > Duration::from_secs(60) {
                let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                bail!("PostgreSQL did not come up:\n{log}");
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown.
        let id = self.server.id().to_string();
        if succeeds(command("kill").args(["-INT", &id])) {
            let _ = self.server.wait();
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn initdb() -> Option<PathBuf> {
    if let Some(found) = system::find("initdb") {
        return Some(found);
    }
    let mut versions: Vec<PathBuf> = system::entries(Path::new("/usr/lib/postgresql"))
        .into_iter()
        .map(|version| version.join("bin/initdb"))
        .filter(|file| file.exists())
        .collect();
    versions.pop()
}

/// PostgreSQL refuses to run as root; as another user it runs as that user.
fn unprivileged(program: &Path) -> Command {
    let mut setpriv = command("setpriv");
    setpriv.args(["--pdeathsig", "INT"]);
    if system::is_root() {
        setpriv.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    setpriv.arg(program);
    setpriv
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn remove_leftovers() {
    for folder in system::entries(&std::env::temp_dir()) {
        let owner = folder
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| name.strip_prefix(PREFIX))
            .map(str::to_owned);
        if owner.is_some_and(|id| !Path::new("/proc").join(id).exists()) {
            let _ = std::fs::remove_dir_all(&folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_answers_and_leaves_nothing_behind() {
        let postgres = Postgres::start().unwrap();
        let (folder, port) = (postgres.folder.clone(), postgres.port);
        assert!(postgres.url().contains(&port.to_string()));
        assert!(folder.join("data/PG_VERSION").exists());
        drop(postgres);
        assert!(!folder.exists());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
    }
}
