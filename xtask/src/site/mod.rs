//! What the browser loads, made into `target/site/`: the islands, the style sheet, fonts and icons, compressed copies.
//!
//! The server reads `manifest.json` to learn the hashed names. Every step is skipped when what goes in has not changed.

mod css;
mod files;
mod stamp;
mod wasm;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use clap::Args;

use crate::place::Place;
use crate::steps::Steps;
use crate::tools;
use stamp::{Digest, Stamp};

/// What `cargo xtask site` may be told.
#[derive(Args)]
pub struct SiteArgs {
    /// Build quickly, neither optimised nor compressed
    #[arg(long)]
    debug: bool,
}

/// `cargo xtask site`.
pub fn run(place: &Place, args: &SiteArgs) -> Result<()> {
    let mut steps = Steps::new();
    steps.run("tools", || tools::for_building(place))?;
    steps.run("site", || build(place, args.debug))
}

/// Builds `target/site/`, or leaves it alone when nothing has changed.
pub fn build(place: &Place, debug: bool) -> Result<()> {
    let islands = wasm::build(place, debug)?;
    let style = css::bundle(&place.root.join("style/main.css"), debug)?;
    let assets = place.root.join("style/assets");

    let mut digest = Digest::new();
    digest.text(&islands.name).text(&style).tree(&assets)?.text(if debug { "plain" } else { "compressed" });
    let stamp = Stamp::new(&place.work().join("site.stamp"), digest);
    let site = place.site();
    if stamp.holds() && site.join("manifest.json").is_file() {
        println!("    {} is up to date", site.display());
        return Ok(());
    }

    let fresh = place.work().join("site");
    files::empty(&fresh)?;
    let css_name = format!("suivi-{}.css", Digest::of(style.as_bytes()).short());
    files::copy_tree(&islands.folder, &fresh.join("pkg"))?;
    files::copy_tree(&assets, &fresh.join("pkg"))?;
    fs::write(fresh.join("pkg").join(&css_name), &style).context("the style sheet cannot be written")?;
    if !debug {
        files::compress_tree(&fresh)?;
    }
    let manifest = serde_json::json!({ "output_name": islands.name, "css": css_name });
    fs::write(fresh.join("manifest.json"), format!("{manifest:#}\n")).context("the manifest cannot be written")?;
    replace(&fresh, &site)?;
    stamp.write()?;
    report(&site, &islands.name, &css_name);
    Ok(())
}

/// Puts the finished folder in place in one go, so that nobody ever sees half a site.
fn replace(fresh: &Path, site: &Path) -> Result<()> {
    if site.exists() {
        fs::remove_dir_all(site).with_context(|| format!("{} cannot be replaced", site.display()))?;
    }
    fs::rename(fresh, site).with_context(|| format!("{} cannot be put in place", site.display()))
}

/// The bytes that a visitor's browser fetches, with and without brotli.
fn report(site: &Path, name: &str, css: &str) {
    let size = |file: &str| fs::metadata(site.join("pkg").join(file)).map(|data| data.len());
    for file in [&format!("{name}_bg.wasm"), &format!("{name}.js"), css] {
        match (size(file), size(&format!("{file}.br"))) {
            (Ok(plain), Ok(brotli)) => println!("    {file}: {plain} bytes, {brotli} with brotli"),
            (Ok(plain), Err(_)) => println!("    {file}: {plain} bytes"),
            _ => {}
        }
    }
}
