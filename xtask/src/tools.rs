//! The programs that the build and the tests lean on: finding them, adding what may be added, else saying what is missing.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::command::{capture, run};
use crate::place::Place;

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";
/// A release build from nothing fills about this much.
const NEEDED_GIB: u64 = 4;

/// The first of these programs found on PATH.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&name)).find(|file| file.is_file())
    })
}

/// What every build needs: a C compiler (SQLite is C), room on the disk, and the browser's target.
pub fn for_building(place: &Place) -> Result<()> {
    if cfg!(unix) && find(&["cc", "gcc", "clang"]).is_none() {
        bail!("a C compiler is needed to build SQLite: install one (on Debian and Ubuntu: apt-get install build-essential)");
    }
    room_on_disk(&place.target)?;
    wasm_target()
}

/// Adds the browser's target to the toolchain when it is missing.
fn wasm_target() -> Result<()> {
    let sysroot =
        capture(Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if find(&["rustup"]).is_none() {
        bail!(
            "the Rust target {WASM} is missing and there is no rustup to add it: install Rust from https://rustup.rs, or add the target with your system's packages"
        );
    }
    println!("    adding the Rust target {WASM}");
    run(Command::new("rustup").args(["target", "add", WASM]))
}

/// Adds rustfmt and clippy to the toolchain when they are missing.
pub fn rust_components() -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        let answers = find(&[program]).is_some_and(|file| capture(Command::new(file).arg("--version")).is_ok());
        if !answers {
            if find(&["rustup"]).is_none() {
                bail!("{component} is missing and there is no rustup to add it");
            }
            run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Says so when a build from nothing would fill the disk. Silent where `df` is not to be had.
fn room_on_disk(target: &Path) -> Result<()> {
    if target.join("release").is_dir() || target.join("debug/suivi").is_file() {
        return Ok(());
    }
    let there = target.ancestors().find(|folder| folder.is_dir()).unwrap_or(target);
    let Ok(table) = capture(Command::new("df").arg("-Pk").arg(there)) else { return Ok(()) };
    match free_kib(&table) {
        Some(free) if free < NEEDED_GIB << 20 => {
            bail!("{} has {} MiB free, and a first build needs about {NEEDED_GIB} GiB", there.display(), free >> 10)
        }
        _ => Ok(()),
    }
}

fn free_kib(table: &str) -> Option<u64> {
    table.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

/// Whether this runs as the superuser, who may install packages.
pub fn is_root() -> bool {
    cfg!(unix) && capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs Debian packages as root; otherwise says what is missing and how to get it.
pub fn apt_install(what: &str, packages: &[&str]) -> Result<()> {
    let by_hand = packages.join(" ");
    if find(&["apt-get"]).is_none() {
        bail!("{what} is missing: install it with your system's packages (Debian's are called {by_hand})");
    }
    if !is_root() {
        bail!("{what} is missing: run `sudo apt-get install {by_hand}` and try again");
    }
    println!("    {what} is missing: installing {by_hand}");
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().args(["update", "-qq"]))?;
    run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_room_is_the_fourth_column_of_df() {
        let table = "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/vda 100 60 40 60% /\n";
        assert_eq!(free_kib(table), Some(40));
        assert_eq!(free_kib("nothing"), None);
    }

    #[test]
    fn a_program_that_nobody_has_is_not_found() {
        assert_eq!(find(&["no-such-program-here"]), None);
    }
}
