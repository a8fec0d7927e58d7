//! Remembering what went into a step, so that it is done again only when something has changed.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

use super::files::all_files;

/// A growing SHA-256 of what goes into a step.
#[derive(Clone)]
pub struct Digest(Sha256);

impl Digest {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(Sha256::new())
    }

    /// Of these bytes alone.
    pub fn of(bytes: &[u8]) -> Self {
        let mut digest = Self::new();
        digest.bytes(bytes);
        digest
    }

    /// Adds bytes, with their length so that two pieces never run together.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    /// Adds every file below a folder, with its name; nothing where there is no such folder.
    pub fn tree(&mut self, folder: &Path) -> Result<&mut Self> {
        for file in all_files(folder)? {
            let content = fs::read(folder.join(&file)).with_context(|| format!("{} cannot be read", file.display()))?;
            self.text(&file.to_string_lossy()).bytes(&content);
        }
        Ok(self)
    }

    /// In full, as hexadecimal digits.
    pub fn hex(&self) -> String {
        self.0.clone().finalize().iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// Its first twelve digits: enough for the name of a file.
    pub fn short(&self) -> String {
        self.hex().chars().take(12).collect()
    }
}

/// A file that holds the digest of the last time a step was done.
pub struct Stamp {
    file: PathBuf,
    digest: String,
}

impl Stamp {
    /// The stamp of a step, kept in `file`.
    pub fn new(file: &Path, digest: Digest) -> Self {
        Self { file: file.to_owned(), digest: digest.hex() }
    }

    /// Whether the step was last done with the same things.
    pub fn holds(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|last| last.trim() == self.digest)
    }

    /// Remembers that the step has been done.
    pub fn write(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.file, &self.digest).with_context(|| format!("{} cannot be written", self.file.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_do_not_run_together() {
        let mut one = Digest::new();
        one.text("ab").text("c");
        let mut other = Digest::new();
        other.text("a").text("bc");
        assert_ne!(one.hex(), other.hex());
    }

    #[test]
    fn a_stamp_holds_until_what_goes_in_changes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/stamp");
        let stamp = Stamp::new(&file, Digest::of(b"one"));
        assert!(!stamp.holds());
        stamp.write().unwrap();
        assert!(stamp.holds());
        assert!(!Stamp::new(&file, Digest::of(b"two")).holds());
    }

    #[test]
    fn renaming_a_file_changes_the_digest_of_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "x").unwrap();
        let before = Digest::new().tree(folder.path()).unwrap().hex();
        fs::rename(folder.path().join("a"), folder.path().join("b")).unwrap();
        assert_ne!(before, Digest::new().tree(folder.path()).unwrap().hex());
    }
}
