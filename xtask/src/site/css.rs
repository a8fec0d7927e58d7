//! The style sheet: `style/main.css` and all it imports, in one minified file.

use std::path::Path;

use anyhow::{Result, anyhow, bail};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

/// Follows the imports of `entry` and gives one sheet for the browsers we promise.
pub fn bundle(entry: &Path, debug: bool) -> Result<String> {
    if !entry.is_file() {
        bail!("the style sheet {} is missing", entry.display());
    }
    let files = FileProvider::new();
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(entry)
        .map_err(|error| anyhow!("the style sheet cannot be read: {error}"))?;
    let targets = Targets::from(browsers());
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("the style sheet cannot be made smaller: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: !debug, targets, ..PrinterOptions::default() })
        .map_err(|error| anyhow!("the style sheet cannot be written: {error}"))?;
    Ok(printed.code)
}

/// The oldest browsers that read our style sheet as meant: those of spring 2023, three years of support behind them.
/// Older ones still show every page, since no page depends on its style.
fn browsers() -> Browsers {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Browsers {
        chrome: version(112, 0),
        edge: version(112, 0),
        firefox: version(115, 0),
        safari: version(16, 4),
        ios_saf: version(16, 4),
        samsung: version(22, 0),
        android: version(112, 0),
        ..Browsers::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn imports_are_followed_and_spaces_go() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("part.css"), "a { color : red }").unwrap();
        fs::write(folder.path().join("main.css"), "@import './part.css';\nb { margin : 0px }").unwrap();
        assert_eq!(bundle(&folder.path().join("main.css"), false).unwrap(), "a{color:red}b{margin:0}");
    }

    #[test]
    fn a_broken_sheet_is_told_with_its_file() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("main.css"), "@import './gone.css';").unwrap();
        let error = bundle(&folder.path().join("main.css"), false).unwrap_err();
        assert!(error.to_string().contains("main.css"), "{error}");
    }
}
