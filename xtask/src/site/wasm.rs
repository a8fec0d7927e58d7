//! The islands: `app` built for the browser, bound to JavaScript, and made small.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::files;
use super::stamp::{Digest, Stamp};
use crate::command::{capture, cargo, run};
use crate::place::Place;
use crate::tools::{WASM, find};

/// What rustc writes by default, so wasm-opt must be allowed to read it.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-extended-const",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The finished islands.
pub struct Islands {
    /// The name that their files begin with: `suivi-<hash>`.
    pub name: String,
    /// Where the files lie.
    pub folder: PathBuf,
}

/// Builds the islands; binding and shrinking are skipped when the compiler gave the same bytes as last time.
pub fn build(place: &Place, debug: bool) -> Result<Islands> {
    same_versions(place)?;
    let compiled = compile(place, debug)?;
    let bytes = fs::read(&compiled).with_context(|| format!("{} cannot be read", compiled.display()))?;
    let optimiser = if debug { None } else { wasm_opt(place) };

    let mut digest = Digest::of(&bytes);
    digest.text(&place.locked_version("wasm-bindgen")?);
    digest.text(&optimiser.as_ref().map(|(_, version)| version.clone()).unwrap_or_default());
    let name = format!("suivi-{}", digest.short());
    let folder = place.work().join("islands");
    let stamp = Stamp::new(&place.work().join("islands.stamp"), digest);
    if stamp.holds() && folder.join(format!("{name}_bg.wasm")).is_file() {
        return Ok(Islands { name, folder });
    }

    files::empty(&folder)?;
    println!("    binding the islands to JavaScript");
    bind(&name, bytes, &folder, debug)?;
    match &optimiser {
        Some((program, _)) => shrink(program, &folder.join(format!("{name}_bg.wasm")))?,
        None if debug => {}
        None => println!("    wasm-opt was not found: the islands are a third larger than they could be"),
    }
    stamp.write()?;
    Ok(Islands { name, folder })
}

/// wasm-bindgen's two halves write and read a format that changes with every version.
fn same_versions(place: &Place) -> Result<()> {
    let written = place.locked_version("wasm-bindgen")?;
    let read = place.locked_version("wasm-bindgen-cli-support")?;
    if written != read {
        bail!(
            "the workspace uses wasm-bindgen {written} and xtask reads {read}: write the same version in Cargo.toml and xtask/Cargo.toml"
        );
    }
    Ok(())
}

fn compile(place: &Place, debug: bool) -> Result<PathBuf> {
    let profile = if debug { "dev" } else { "wasm-release" };
    println!("    compiling the islands ({profile})");
    run(cargo()
        .args(["build", "--package", "app", "--lib", "--no-default-features", "--features", "hydrate"])
        .args(["--target", WASM, "--profile", profile])
        .current_dir(&place.root))?;
    let folder = if debug { "debug" } else { profile };
    Ok(place.target.join(WASM).join(folder).join("app.wasm"))
}

fn bind(name: &str, bytes: Vec<u8>, folder: &Path, debug: bool) -> Result<()> {
    Bindgen::new()
        .input_bytes(name, bytes)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .keep_debug(debug)
        .remove_name_section(!debug)
        .remove_producers_section(!debug)
        .generate(folder)
        .context("wasm-bindgen failed")
}

/// Binaryen's wasm-opt and its version, from PATH or from the packages of the browser tests.
fn wasm_opt(place: &Place) -> Option<(PathBuf, String)> {
    let ours = place.end2end().join("node_modules/.bin/wasm-opt");
    let program = find(&["wasm-opt"]).or_else(|| ours.is_file().then_some(ours))?;
    let version = capture(Command::new(&program).arg("--version")).ok()?;
    Some((program, version.trim().to_owned()))
}

/// An optimiser that is too old for the file costs bytes, never the site.
fn shrink(program: &Path, file: &Path) -> Result<()> {
    println!("    making the islands small with {}", program.display());
    let smaller = file.with_extension("small");
    let result = run(Command::new(program).args(FEATURES).arg("-Oz").arg(file).arg("-o").arg(&smaller));
    match result {
        Ok(()) => fs::rename(&smaller, file).context("the optimised islands cannot be put in place"),
        Err(error) => {
            println!("    {error:#}: the islands stay as they are");
            Ok(())
        }
    }
}
