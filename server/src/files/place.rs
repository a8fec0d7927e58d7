//! Where files are put: a folder, or a bucket of anything that speaks S3. A file gets a key made of its hash and of
//! chance, never of its name, is written whole or not at all, and is never written to again.

use super::check::{CheckedFile, KeptFile, sha256};
use futures::TryStreamExt;
use object_store::{
    ObjectStore, ObjectStoreExt, PutPayload, aws::AmazonS3Builder, local::LocalFileSystem, memory::InMemory, path::Path as Key,
};
use rand::RngCore;
use std::{fmt, path::Path, sync::Arc};
use url::Url;

/// Why there is no place for files.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// An address that is none.
    #[error("SUIVI_EVIDENCE_URL must be a folder or s3://bucket/prefix, not {0}")]
    Address(String),
    /// The folder.
    #[error("the folder of evidence {folder} cannot be used: {error}")]
    Folder {
        /// Which.
        folder: String,
        /// Why.
        error: std::io::Error,
    },
    /// The bucket.
    #[error("the evidence store cannot be used: {0}")]
    Store(#[from] object_store::Error),
}

/// Why a file could not be put or brought.
#[derive(Debug, thiserror::Error)]
pub enum FileTrouble {
    /// The store did not do it.
    #[error("the evidence store failed: {0}")]
    Store(#[from] object_store::Error),
    /// The bytes are not those that were kept.
    #[error("the file {key} is not the one that was kept: its hash is {found}, not {expected}")]
    Corrupt {
        /// Where it is.
        key: String,
        /// The hash on record.
        expected: String,
        /// The hash of what is there.
        found: String,
    },
}

/// The place. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    prefix: Key,
}

impl Files {
    /// Opens the place an address names: `s3://bucket/prefix`, with the usual `AWS_…` variables, or a folder.
    pub fn open(address: &str) -> Result<Self, FilesError> {
        let refused = || FilesError::Address(address.to_owned());
        if !address.starts_with("s3://") {
            return if address.contains("://") { Err(refused()) } else { Self::in_folder(Path::new(address)) };
        }
        let url = Url::parse(address).map_err(|_| refused())?;
        let bucket = url.host_str().ok_or_else(refused)?;
        let prefix = Key::from_url_path(url.path()).map_err(|_| refused())?;
        // The program has one implementation of TLS; a second call finds it chosen.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let store = AmazonS3Builder::from_env().with_bucket_name(bucket).build()?;
        Ok(Self { store: Arc::new(store), prefix })
    }

    /// A folder, made where it is not there.
    pub fn in_folder(folder: &Path) -> Result<Self, FilesError> {
        let unusable = |error| FilesError::Folder { folder: folder.display().to_string(), error };
        make_folder(folder).map_err(unusable)?;
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self { store: Arc::new(store), prefix: Key::default() })
    }

    /// A place that forgets everything when the program ends: for tests.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { store: Arc::new(InMemory::new()), prefix: Key::default() }
    }

    /// Writes and removes a few bytes, so that a place nobody can write to is known at the start.
    pub async fn probe(&self) -> Result<(), FilesError> {
        let key = self.key("probe", &chance());
        self.store.put(&key, PutPayload::from_static(b"suivi")).await?;
        Ok(self.store.delete(&key).await?)
    }

    /// Keeps a file.
    pub async fn put(&self, file: CheckedFile) -> Result<KeptFile, FileTrouble> {
        let (folder, rest) = file.sha256.split_at(2);
        // Two rows never share a file: one of them may go while the other stays.
        let key = self.key(folder, &format!("{rest}-{}", chance()));
        let bytes = file.bytes.len() as u64;
        self.store.put(&key, file.bytes.into()).await?;
        Ok(KeptFile { name: file.name, media_type: file.media_type.to_owned(), bytes, sha256: file.sha256, key: key.to_string() })
    }

    /// The bytes of a kept file, checked against the hash on record.
    pub async fn get(&self, file: &KeptFile) -> Result<Vec<u8>, FileTrouble> {
        let bytes = self.store.get(&Key::from(file.key.as_str())).await?.bytes().await?;
        let found = sha256(&bytes);
        if found == file.sha256 {
            return Ok(bytes.into());
        }
        Err(FileTrouble::Corrupt { key: file.key.clone(), expected: file.sha256.clone(), found })
    }

    /// Removes a file that no row came to name.
    pub async fn forget(&self, file: &KeptFile) {
        if let Err(error) = self.store.delete(&Key::from(file.key.as_str())).await {
            tracing::warn!(%error, key = file.key, "a file that belongs to nothing could not be removed");
        }
    }

    /// How many files there are.
    pub async fn kept(&self) -> Result<usize, FileTrouble> {
        let all = self.store.list(Some(&self.prefix)).try_fold(0, |count, _| async move { Ok(count + 1) });
        Ok(all.await?)
    }

    fn key(&self, folder: &str, name: &str) -> Key {
        self.prefix.clone().join(folder).join(name)
    }
}

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Files({})", self.store)
    }
}

fn chance() -> String {
    format!("{:016x}", rand::rng().next_u64())
}

/// What is in it is nobody else's on this machine.
fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_comes_back_as_it_was_kept_and_its_key_says_nothing_of_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::in_folder(&folder.path().join("evidence")).expect("a place");
        files.probe().await.expect("a place to write to");
        let file = CheckedFile::whole("Secret plan.txt", b"words").expect("a text");
        let (first, second) = (files.put(file.clone()).await.expect("kept"), files.put(file).await.expect("kept again"));
        assert_ne!(first.key, second.key);
        assert!(!first.key.contains("Secret") && first.key.starts_with(&first.sha256[..2]), "{}", first.key);
        files.forget(&second).await;
        assert_eq!(files.get(&first).await.expect("the bytes"), b"words");
        assert!(files.get(&second).await.is_err());
    }

    #[tokio::test]
    async fn bytes_that_changed_behind_our_back_are_not_given_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Files::in_folder(folder.path()).expect("a place");
        let kept = files.put(CheckedFile::whole("a.txt", b"words").expect("a text")).await.expect("kept");
        std::fs::write(folder.path().join(&kept.key), b"other words").expect("a change");
        assert!(matches!(files.get(&kept).await, Err(FileTrouble::Corrupt { .. })));
    }

    #[test]
    fn an_address_that_is_neither_a_folder_nor_a_bucket_is_refused() {
        for address in ["ftp://x/y", "s3://", "https://bucket"] {
            assert!(matches!(Files::open(address), Err(FilesError::Address(_))), "{address}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_nobody_can_make_is_named() {
        let error = Files::open("/dev/null/evidence").expect_err("refused").to_string();
        assert!(error.contains("/dev/null/evidence"), "{error}");
    }
}
