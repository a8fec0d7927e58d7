//! Why a source could not be read.

use super::ImportErrorCode;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A source that could not be read. The text is for logs; people read the catalogue's wording of the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub struct ImportError {
    /// What is wrong.
    pub code: ImportErrorCode,
    /// The line of the source, counted from 1, where one is to blame.
    pub line: Option<usize>,
    /// The words or numbers it is about, shortened.
    pub detail: Option<String>,
}

impl ImportError {
    /// An error about the source as a whole.
    #[must_use]
    pub fn new(code: ImportErrorCode) -> Self {
        Self { code, line: None, detail: None }
    }

    /// The same, at a line.
    #[must_use]
    pub fn at(self, line: usize) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The same, with the words it is about.
    #[must_use]
    pub fn about(self, detail: &str) -> Self {
        Self { detail: Some(detail.chars().take(120).collect()), ..self }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "import refused: {}", self.code)?;
        if let Some(line) = self.line {
            write!(f, " at line {line}")?;
        }
        self.detail.as_ref().map_or(Ok(()), |detail| write!(f, " ({detail})"))
    }
}
