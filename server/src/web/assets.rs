//! The built files: script, WASM, style sheet. Their names carry their hash, so browsers keep them for a year.

use app::request::Assets;
use axum::http::{HeaderValue, header};
use std::path::Path;
use tower::Layer;
use tower_http::{
    services::ServeDir,
    set_header::{SetResponseHeader, SetResponseHeaderLayer},
};

/// Why the built files cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// They were not built, or elsewhere.
    #[error(
        "The built pages are not in {0}: run `cargo xtask serve`, or set SUIVI_SITE_DIR to the folder that holds manifest.json."
    )]
    Missing(String),
    /// The manifest is not one.
    #[error("{0} is not a manifest of built pages.")]
    Malformed(String),
}

/// Reads which names the built files have.
pub fn read_manifest(site_dir: &Path) -> Result<Assets, AssetsError> {
    let path = site_dir.join("manifest.json");
    let text = std::fs::read_to_string(&path).map_err(|_| AssetsError::Missing(site_dir.display().to_string()))?;
    serde_json::from_str(&text).map_err(|_| AssetsError::Malformed(path.display().to_string()))
}

/// Serves them, precompressed where the browser takes it.
pub(super) fn files(site_dir: &Path) -> SetResponseHeader<ServeDir, HeaderValue> {
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    let cached = SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, forever);
    let folder = ServeDir::new(site_dir.join("pkg")).precompressed_br().precompressed_gzip();
    cached.layer(folder)
}
