//! A PostgreSQL for the tests: its own cluster in a temporary folder, on a free port, gone when the tests are.

mod person;
mod programs;

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command::capture;
use person::Person;

/// The cluster of a run lies in a temporary folder called this and the number of its process.
const FOLDER: &str = "suivi-test-postgres-";
const PATIENCE: Duration = Duration::from_secs(60);

/// A running cluster. Dropping it stops the server and removes its folder.
pub struct Postgres {
    server: Child,
    programs: PathBuf,
    folder: PathBuf,
    person: Person,
    port: u16,
}

impl Postgres {
    /// Makes a cluster and waits until it answers.
    pub fn start() -> Result<Self> {
        let programs = programs::folder()?;
        let person = Person::find()?;
        sweep(&std::env::temp_dir());
        let folder = std::env::temp_dir().join(format!("{FOLDER}{}", std::process::id()));
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        person.give(&folder)?;
        let port = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).context("no free port")?.port();

        let started = make_cluster(&programs, &person, &folder).and_then(|()| launch(&programs, &person, &folder, port));
        let server = match started {
            Ok(server) => server,
            Err(error) => {
                let _ = fs::remove_dir_all(&folder);
                return Err(error);
            }
        };
        let mut postgres = Self { server, programs, folder, person, port };
        postgres.wait()?;
        println!("    {} on port {port}", postgres.programs.display());
        Ok(postgres)
    }

    /// Where a test connects as the cluster's administrator.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait(&mut self) -> Result<()> {
        let started = Instant::now();
        loop {
            let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
            if log.contains("ready to accept connections") {
                return Ok(());
            }
            if self.server.try_wait()?.is_some() || started.elapsed() > PATIENCE {
                bail!("PostgreSQL did not start: {}", log.lines().last().unwrap_or("it said nothing"));
            }
            sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let mut stop = self.person.command(&self.programs.join("pg_ctl"));
        stop.args(["stop", "--silent", "--mode", "immediate", "--pgdata"])
            .arg(self.folder.join("data"))
            .current_dir(&self.folder);
        if capture(&mut stop).is_err() {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Removes what a run has left behind that was cut off (Ctrl-C stops its server, but leaves the folder).
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(process) = name.strip_prefix(FOLDER) else { continue };
        if process == std::process::id().to_string() || capture(Command::new("ps").args(["-p", process])).is_err() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn make_cluster(programs: &Path, person: &Person, folder: &Path) -> Result<()> {
    let mut initdb = person.command(&programs.join("initdb"));
    initdb
        .args(["--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--pgdata"])
        .arg(folder.join("data"))
        .current_dir(folder);
    capture(&mut initdb).map(drop).context("a PostgreSQL cluster cannot be made")
}

/// What makes PostgreSQL safe against a power cut only slows tests down.
fn launch(programs: &Path, person: &Person, folder: &Path, port: u16) -> Result<Child> {
    let log = File::create(folder.join("log")).context("the log of PostgreSQL cannot be made")?;
    let mut server = person.command(&programs.join("postgres"));
    server.arg("-D").arg(folder.join("data")).arg("-p").arg(port.to_string()).arg("-k").arg(folder);
    for setting in
        ["listen_addresses=127.0.0.1", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"]
    {
        server.args(["-c", setting]);
    }
    server.current_dir(folder).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    server.spawn().context("PostgreSQL cannot be started")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_finished_run_left_behind_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["suivi-test-postgres-999999999", "suivi-test-postgres-1", "other"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        sweep(folder.path());
        assert!(!folder.path().join("suivi-test-postgres-999999999").exists());
        assert!(folder.path().join("suivi-test-postgres-1").exists());
        assert!(folder.path().join("other").exists());
    }
}
