//! What is checked without running anything: the format, clippy, and what the browser build leans on.

use anyhow::{Result, bail};

use crate::command::{self, capture, cargo};
use crate::place::Place;
use crate::steps::Steps;
use crate::tools::{WASM, rust_components};

/// Crates that belong to the server: in a browser they would be dead weight, or worse.
const SERVER_ONLY: [&str; 4] = ["axum", "sea-", "sqlx", "tokio"];

/// Every check, quickest first.
pub fn run(place: &Place, steps: &mut Steps) -> Result<()> {
    steps.run("format", || {
        rust_components()?;
        command::run(cargo().args(["fmt", "--all", "--check"]).current_dir(&place.root))
    })?;
    steps.run("browser build is clean", || clean_browser_build(place))?;
    steps.run("clippy", || clippy(place))
}

fn clippy(place: &Place) -> Result<()> {
    command::run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).current_dir(&place.root))
}

fn clean_browser_build(place: &Place) -> Result<()> {
    let tree = capture(
        cargo()
            .args(["tree", "--package", "app", "--no-default-features", "--features", "hydrate"])
            .args(["--target", WASM, "--edges", "normal", "--prefix", "none"])
            .current_dir(&place.root),
    )?;
    let intruders = server_crates(&tree);
    if intruders.is_empty() {
        return Ok(());
    }
    bail!("the browser build of `app` pulls in what belongs to the server: {}", intruders.join(", "))
}

fn server_crates(tree: &str) -> Vec<&str> {
    let mut names: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| SERVER_ONLY.iter().any(|prefix| name.starts_with(prefix)))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::server_crates;

    #[test]
    fn a_server_crate_in_the_browser_is_named_once() {
        let tree = "app v0.1.0 (/x/app)\nserde v1.0.0\ntokio-util v0.7.0\nsea-orm v2.0.0\ntokio-util v0.7.0 (*)\n";
        assert_eq!(server_crates(tree), ["sea-orm", "tokio-util"]);
        assert!(server_crates("app v0.1.0\nleptos v0.8.23\n").is_empty());
    }
}
