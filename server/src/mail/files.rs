//! Mails as files in a folder, for demos, development and machines without a mail server.

use super::{Letter, SendError, Transport};
use async_trait::async_trait;
use std::path::PathBuf;
use tokio::fs;

/// A folder of `.eml` files.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
}

impl Files {
    /// Writes into this folder, which is made when the first mail is.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }
}

#[async_trait]
impl Transport for Files {
    /// A mail sent again replaces its file; a reader never sees half a file.
    async fn send(&self, letter: &Letter) -> Result<(), SendError> {
        let name = file_name(letter);
        let unfinished = self.folder.join(format!(".{name}.part"));
        let write = async {
            fs::create_dir_all(&self.folder).await?;
            fs::write(&unfinished, letter.message.formatted()).await?;
            fs::rename(&unfinished, self.folder.join(&name)).await
        };
        write.await.map_err(|error: std::io::Error| SendError::passing(format!("file-{:?}", error.kind()).to_lowercase()))
    }
}

/// `2018-04-30-marie@organisation.gc.ca-17.eml`, whatever the address holds.
fn file_name(letter: &Letter) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "@._-+".contains(c) { c } else { '_' };
    let to: String = letter.to.chars().map(plain).take(100).collect();
    format!("{}-{to}-{}.eml", letter.written_on, letter.outbox_id)
}
