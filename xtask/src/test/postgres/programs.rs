//! Where PostgreSQL's programs are: on PATH, or where distributions keep them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::tools::{apt_install, find};

/// The folder of `initdb`, `postgres` and `pg_ctl`; installs them when they are nowhere.
pub fn folder() -> Result<PathBuf> {
    if let Some(folder) = installed() {
        return Ok(folder);
    }
    apt_install("PostgreSQL", &["postgresql"])?;
    installed().context("PostgreSQL was installed, but its programs initdb and postgres are nowhere to be found")
}

fn installed() -> Option<PathBuf> {
    let on_path = find(&["initdb"]).and_then(|file| file.canonicalize().ok()).and_then(|file| file.parent().map(Path::to_owned));
    let usual = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"].map(Path::new).into_iter().flat_map(newest_first);
    on_path
        .into_iter()
        .chain(usual)
        .chain(["/usr/local/bin", "/usr/local/pgsql/bin"].map(PathBuf::from))
        .find(|folder| ["initdb", "postgres", "pg_ctl"].iter().all(|program| folder.join(program).is_file()))
}

/// The `bin` folders of the versions that a distribution keeps side by side.
fn newest_first(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut versions: Vec<(u32, PathBuf)> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let version = name.trim_start_matches("postgresql@").parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    versions.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    versions.into_iter().map(|(_, bin)| bin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_comes_first_by_number_not_by_letter() {
        let folder = tempfile::tempdir().unwrap();
        for version in ["9", "15", "postgresql@17", "common"] {
            fs::create_dir(folder.path().join(version)).unwrap();
        }
        let found = newest_first(folder.path());
        let names: Vec<_> =
            found.iter().map(|bin| bin.strip_prefix(folder.path()).unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(names, ["postgresql@17/bin", "15/bin", "9/bin"]);
    }
}
