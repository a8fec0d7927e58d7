//! Who runs PostgreSQL: the person at the keyboard or, since it refuses root, somebody with no rights.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::capture;
use crate::tools::{find, is_root};

/// The user that the test cluster belongs to.
pub enum Person {
    /// Whoever runs this program.
    Myself,
    /// Somebody whom root becomes.
    Other {
        /// The login name.
        name: String,
        /// The number of the user.
        user: u32,
        /// The number of the group.
        group: u32,
    },
}

impl Person {
    /// Root becomes `postgres`, or `nobody` where there is no such user.
    pub fn find() -> Result<Self> {
        if !is_root() {
            return Ok(Self::Myself);
        }
        let id = |option: &str, name: &str| -> Option<u32> {
            capture(Command::new("id").args([option, name])).ok()?.trim().parse().ok()
        };
        let found = ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| Some(Self::Other { name: name.to_owned(), user: id("-u", name)?, group: id("-g", name)? }));
        found.context("PostgreSQL refuses to run as root, and there is neither a user `postgres` nor `nobody` to run it as")
    }

    /// The program, to be run as this user.
    pub fn command(&self, program: &Path) -> Command {
        let Self::Other { name, user, group } = self else { return Command::new(program) };
        let mut command;
        if let Some(setpriv) = find(&["setpriv"]) {
            command = Command::new(setpriv);
            command.arg(format!("--reuid={user}")).arg(format!("--regid={group}")).arg("--clear-groups").arg("--");
        } else {
            command = Command::new(find(&["runuser"]).unwrap_or_else(|| "runuser".into()));
            command.args(["-u", name, "--"]);
        }
        command.arg(program);
        command
    }

    /// Makes the folder theirs.
    #[cfg(unix)]
    pub fn give(&self, folder: &Path) -> Result<()> {
        let Self::Other { name, user, group } = self else { return Ok(()) };
        std::os::unix::fs::chown(folder, Some(*user), Some(*group))
            .with_context(|| format!("{} cannot be given to {name}", folder.display()))
    }

    /// Makes the folder theirs.
    #[cfg(not(unix))]
    pub fn give(&self, _folder: &Path) -> Result<()> {
        if let Self::Other { .. } = self { anyhow::bail!("only Unix has users to give folders to") } else { Ok(()) }
    }
}
