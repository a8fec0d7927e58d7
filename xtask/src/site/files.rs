//! Folders of files: listing, copying, and the compressed copies that the server sends as they are.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Kinds of files that get smaller; fonts and pictures are compressed already.
const COMPRESSIBLE: [&str; 9] = ["css", "html", "ico", "js", "json", "map", "svg", "txt", "wasm"];

/// Every file below a folder, relative to it and in order; none where there is no such folder.
pub fn all_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(part) = waiting.pop() {
        let here = folder.join(&part);
        if !here.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&here).with_context(|| format!("{} cannot be listed", here.display()))? {
            let entry = entry?;
            let name = part.join(entry.file_name());
            if entry.file_type()?.is_dir() { waiting.push(name) } else { found.push(name) }
        }
    }
    found.sort();
    Ok(found)
}

/// Makes the folder, without anything in it.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}

/// Copies every file of a folder into another.
pub fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    for file in all_files(from)? {
        let target = to.join(&file);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        fs::copy(from.join(&file), &target).with_context(|| format!("{} cannot be written", target.display()))?;
    }
    Ok(())
}

/// Lays a `.br` and a `.gz` beside every file that gets smaller by it.
pub fn compress_tree(folder: &Path) -> Result<()> {
    for file in all_files(folder)? {
        let kind = file.extension().map(|kind| kind.to_string_lossy().into_owned()).unwrap_or_default();
        if COMPRESSIBLE.contains(&kind.as_str()) {
            compress(&folder.join(&file), &kind)?;
        }
    }
    Ok(())
}

fn compress(file: &Path, kind: &str) -> Result<()> {
    let bytes = fs::read(file)?;
    for (ending, smaller) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
        if smaller.len() < bytes.len() {
            let copy = file.with_extension(format!("{kind}.{ending}"));
            fs::write(&copy, smaller).with_context(|| format!("{} cannot be written", copy.display()))?;
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut smaller = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut smaller, &params).context("brotli failed")?;
    Ok(smaller)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish().context("gzip failed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gets_smaller_has_two_copies_and_what_does_not_has_none() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("long.css"), "a{color:red}".repeat(100)).unwrap();
        fs::write(folder.path().join("short.css"), "a{}").unwrap();
        fs::write(folder.path().join("font.woff2"), vec![0; 1000]).unwrap();
        compress_tree(folder.path()).unwrap();
        let files: Vec<_> = all_files(folder.path()).unwrap();
        let names: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        assert_eq!(names, ["font.woff2", "long.css", "long.css.br", "long.css.gz", "short.css"]);
    }

    #[test]
    fn a_folder_is_copied_with_what_lies_deep_in_it() {
        let from = tempfile::tempdir().unwrap();
        let to = tempfile::tempdir().unwrap();
        fs::create_dir_all(from.path().join("fonts/latin")).unwrap();
        fs::write(from.path().join("fonts/latin/a.woff2"), "x").unwrap();
        copy_tree(from.path(), to.path()).unwrap();
        assert_eq!(fs::read_to_string(to.path().join("fonts/latin/a.woff2")).unwrap(), "x");
    }

    #[test]
    fn a_folder_that_is_not_there_holds_no_files() {
        assert!(all_files(Path::new("/no/such/folder")).unwrap().is_empty());
    }
}
