//! Mails kept in memory, for tests.

use super::{Letter, SendError, Transport};
use async_trait::async_trait;
use std::{
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Says, before a mail is kept, whether handing it over goes wrong.
pub type Mistake = Box<dyn Fn(&Letter) -> Option<SendError> + Send + Sync>;

/// Keeps every mail it is handed.
#[derive(Default)]
pub struct Memory {
    letters: Mutex<Vec<Letter>>,
    mistake: Option<Mistake>,
}

impl Memory {
    /// A memory that fails as `mistake` says.
    #[must_use]
    pub fn failing(mistake: Mistake) -> Self {
        Self { letters: Mutex::default(), mistake: Some(mistake) }
    }

    /// What was handed over so far.
    #[must_use]
    pub fn letters(&self) -> Vec<Letter> {
        self.kept().clone()
    }

    fn kept(&self) -> MutexGuard<'_, Vec<Letter>> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Transport for Memory {
    async fn send(&self, letter: &Letter) -> Result<(), SendError> {
        if let Some(error) = self.mistake.as_ref().and_then(|mistake| mistake(letter)) {
            return Err(error);
        }
        self.kept().push(letter.clone());
        Ok(())
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").field("letters", &self.kept().len()).finish_non_exhaustive()
    }
}
