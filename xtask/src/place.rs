//! Where things are: the workspace, its target directory, the site folder.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command::{capture, cargo};

/// The folders this program reads and writes.
pub struct Place {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target directory, wherever the person's configuration puts it.
    pub target: PathBuf,
}

impl Place {
    /// Asks cargo, so that `CARGO_TARGET_DIR` and `build.target-dir` are honoured.
    pub fn find() -> Result<Self> {
        let here =
            std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let text = capture(cargo().args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(here))?;
        let metadata: serde_json::Value = serde_json::from_str(&text).context("cargo metadata answered something unreadable")?;
        let folder = |key: &str| {
            metadata
                .get(key)
                .and_then(|value| value.as_str())
                .map(PathBuf::from)
                .with_context(|| format!("cargo metadata names no {key}"))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// What the server hands to browsers.
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// What this program keeps between two runs: stamps, half-made files, the Python of the mail test.
    pub fn work(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// The browser tests.
    pub fn end2end(&self) -> PathBuf {
        self.root.join("end2end")
    }

    /// The version of a package in `Cargo.lock`, where there is exactly one.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let versions = locked_versions(&lock, package);
        match versions.as_slice() {
            [one] => Ok((*one).to_owned()),
            [] => anyhow::bail!("Cargo.lock holds no {package}"),
            many => anyhow::bail!("Cargo.lock holds {package} more than once: {}", many.join(", ")),
        }
    }
}

fn locked_versions<'a>(lock: &'a str, package: &str) -> Vec<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        if line == name
            && let Some(version) = lines.next().and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        {
            found.push(version);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_found_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n\n[[package]]\nname = \"wasm-bindgen-x\"\nversion = \"0.3.0\"\n";
        assert_eq!(locked_versions(lock, "wasm-bindgen"), ["0.2.1"]);
        assert!(locked_versions(lock, "wasm").is_empty());
    }
}
