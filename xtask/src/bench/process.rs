//! A server that runs for a measurement: started on a free port, ended with it.

use std::fs::File;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::http::get;
use crate::site::Mode;
use crate::step::command;

/// A running server; dropping it ends it.
pub struct Server {
    child: Child,
    /// Host and port.
    pub address: String,
    /// From the start of the process to its first whole answer.
    pub took: Duration,
}

impl Server {
    /// Starts a program that listens where `GIAOBAN_LISTEN` says, and waits until it
    /// answers for `path`. Its words go to a file of the folder.
    ///
    /// # Errors
    /// When it ends or does not answer within half a minute.
    pub fn start(program: &Path, words: &[&str], database: &str, folder: &Path, path: &str) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        Self::start_at(&address, program, words, database, folder, path)
    }

    /// The same at an address that is known to be free.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn start_at(
        address: &str,
        program: &Path,
        words: &[&str],
        database: &str,
        folder: &Path,
        path: &str,
    ) -> Result<Self> {
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        let log = folder.join(format!("{name}.log"));
        let output = File::create(&log)?;
        let began = Instant::now();
        let child = command(program)
            .args(words)
            .env("GIAOBAN_LISTEN", address)
            .env("GIAOBAN_PUBLIC_URL", format!("http://{address}"))
            .env("GIAOBAN_DATABASE", database)
            .env("GIAOBAN_FILES", format!("file://{}", folder.join("files").display()))
            .env("GIAOBAN_SITE", Mode::Release.folder())
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let mut server = Self { child, address: address.to_owned(), took: Duration::ZERO };
        loop {
            if get(&server.address, path, &[]).is_ok_and(|answer| answer.status < 400) {
                server.took = began.elapsed();
                return Ok(server);
            }
            let ended = server.child.try_wait()?.is_some();
            if ended || began.elapsed() > Duration::from_secs(30) {
                let said = std::fs::read_to_string(&log).unwrap_or_default();
                bail!("{name} did not come up:\n{said}");
            }
            std::thread::sleep(Duration::from_micros(500));
        }
    }

    /// The memory that the process has for itself, with its share of what it shares
    /// with others (PSS), in bytes.
    ///
    /// # Errors
    /// When the kernel does not tell.
    pub fn memory(&self) -> Result<f64> {
        self.kilobytes("smaps_rollup", "Pss:")
    }

    /// Forgets the most memory that the process has had, and tells what it has now.
    ///
    /// # Errors
    /// When the kernel does not let it.
    pub fn begin_peak(&self) -> Result<f64> {
        // 5 sets the high-water mark to what there is (proc(5), clear_refs).
        std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5")?;
        self.peak()
    }

    /// The most memory that the process has had since, in bytes.
    ///
    /// # Errors
    /// When the kernel does not tell.
    pub fn peak(&self) -> Result<f64> {
        self.kilobytes("status", "VmHWM:")
    }

    fn kilobytes(&self, file: &str, name: &str) -> Result<f64> {
        let text = std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id()))?;
        let line = text.lines().find_map(|line| line.strip_prefix(name));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
        Ok(kilobytes.with_context(|| format!("no {name} in {file}"))? * 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
