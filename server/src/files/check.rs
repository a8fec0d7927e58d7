//! A file while it arrives: counted and hashed piece by piece, then looked at.

use super::kinds;
use domain::{evidence::MAX_FILE, problem::ProblemCode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The longest name, in characters.
const MAX_NAME: usize = 150;

/// A file that is arriving.
#[derive(Debug, Default)]
pub struct FileCheck {
    bytes: Vec<u8>,
    hash: Sha256,
    is_too_large: bool,
}

/// A file that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedFile {
    /// What it is called; only ever shown and offered, never a path.
    pub name: String,
    /// What it is.
    pub media_type: &'static str,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file that is kept. It can be written down, so that a proposal may hold one until it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFile {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub media_type: String,
    /// How large it is.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Where it is.
    pub key: String,
}

impl FileCheck {
    /// Takes the next piece. Past the limit nothing more is held in memory.
    pub fn push(&mut self, piece: &[u8]) {
        if self.is_too_large || self.bytes.len() + piece.len() > MAX_FILE {
            (self.is_too_large, self.bytes) = (true, Vec::new());
            return;
        }
        self.hash.update(piece);
        self.bytes.extend_from_slice(piece);
    }

    /// Looks at the whole. Errors with what is wrong with it.
    pub fn finish(self, name: &str) -> Result<CheckedFile, ProblemCode> {
        if self.is_too_large {
            return Err(ProblemCode::FileTooLarge);
        }
        if self.bytes.is_empty() {
            return Err(ProblemCode::Required);
        }
        let name = plain_name(name);
        let media_type = kinds::media_type(&name, &self.bytes).ok_or(ProblemCode::FileKind)?;
        Ok(CheckedFile { name, media_type, sha256: hex(&self.hash.finalize()), bytes: self.bytes })
    }
}

impl CheckedFile {
    /// A file that is at hand as a whole.
    pub fn whole(name: &str, bytes: &[u8]) -> Result<Self, ProblemCode> {
        let mut check = FileCheck::default();
        check.push(bytes);
        check.finish(name)
    }
}

/// The SHA-256 of some bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The last part of a name, without what no name of a file needs, its ending kept when it has to be cut.
fn plain_name(name: &str) -> String {
    // Marks that turn the direction of writing make `cod.exe` look like `exe.doc`.
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !c.is_control() && !turns(*c) && !"\"<>|:*?".contains(*c)).collect();
    let plain = plain.trim().trim_start_matches('.');
    if plain.chars().count() <= MAX_NAME {
        return plain.to_owned();
    }
    let (stem, ending) = plain.rsplit_once('.').unwrap_or((plain, ""));
    let ending: String = ending.chars().take(10).collect();
    let stem: String = stem.chars().take(MAX_NAME - 1 - ending.chars().count()).collect();
    format!("{stem}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("C:\\Users\\x\\Rapport final.pdf", "Rapport final.pdf")]
    #[case("../../etc/passwd.txt", "passwd.txt")]
    #[case("a\u{202e}fdp.exe", "afdp.exe")]
    #[case("..hidden\0.txt", "hidden.txt")]
    #[case("Procès-verbal – été.pdf", "Procès-verbal – été.pdf")]
    fn a_name_is_only_a_name(#[case] given: &str, #[case] expected: &str) {
        assert_eq!(plain_name(given), expected);
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = plain_name(&format!("{}.pdf", "é".repeat(400)));
        assert!(name.ends_with("é.pdf") && name.chars().count() == MAX_NAME);
    }

    #[test]
    fn the_hash_is_that_of_the_pieces_together() {
        let mut check = FileCheck::default();
        check.push(b"Bon");
        check.push(b"jour\n");
        let file = check.finish("mot.txt").expect("a text");
        assert_eq!((file.sha256, file.bytes.as_slice()), (sha256(b"Bonjour\n"), b"Bonjour\n".as_slice()));
    }

    #[test]
    fn one_byte_more_than_the_limit_is_too_large_and_nothing_is_held() {
        let mut check = FileCheck::default();
        check.push(&vec![b'a'; MAX_FILE]);
        check.push(b"a");
        assert_eq!(check.bytes.capacity(), 0);
        assert_eq!(check.finish("a.txt"), Err(ProblemCode::FileTooLarge));
        let mut full = FileCheck::default();
        full.push(&vec![b'a'; MAX_FILE]);
        assert!(full.finish("a.txt").is_ok());
        assert_eq!(FileCheck::default().finish("a.txt"), Err(ProblemCode::Required));
    }
}
