//! The whole story in a browser: the real site, the real server, Playwright and axe.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::node::{self, Node};
use crate::command::{self, cargo};
use crate::place::Place;
use crate::site;
use crate::steps::{Count, Steps};
use crate::tools::{apt_install, find};

/// Debian's Chromium without a window.
const HEADLESS: &str = "chromium-headless-shell";

/// Installs what is missing, builds site and server, and runs every specification.
pub fn run(place: &Place, steps: &mut Steps) -> Result<()> {
    let node = steps.run("Node.js and its packages", || {
        let node = node::find_or_install(place)?;
        packages(place, &node)?;
        Ok(node)
    })?;
    let chromium = steps.run("browser", chromium)?;
    steps.run("site", || site::build(place, false))?;
    steps.run("server for the browser tests", || {
        // The program as the Rust tests have it: built alone, it would need other features of everything below it anew.
        command::run(cargo().args(["test", "--workspace", "--no-run"]).current_dir(&place.root))
    })?;
    steps.run("types of the browser tests", || {
        let compiler = Path::new("node_modules/typescript/bin/tsc");
        command::run(Command::new(&node.node).arg(compiler).arg("--noEmit").current_dir(place.end2end()))
    })?;
    let mut count = Count::default();
    let result = steps.run("browser tests", || {
        let (tests, result) = playwright(place, &node.node, &chromium)?;
        count = tests;
        result
    });
    steps.count(count);
    result
}

/// `npm ci`, unless the packages there are those of the lock file.
fn packages(place: &Place, node: &Node) -> Result<()> {
    let lock = fs::read(place.end2end().join("package-lock.json")).context("end2end/package-lock.json cannot be read")?;
    let mark = place.end2end().join("node_modules/.installed-lock");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    command::run(
        Command::new(&node.npm)
            .args(["ci", "--no-audit", "--no-fund"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .env("PATH", node.path()?)
            .current_dir(place.end2end()),
    )?;
    fs::write(&mark, lock).context("end2end/node_modules cannot be written")
}

/// The browser of `SUIVI_CHROMIUM`, else one on PATH, else Debian's. The one without a window comes first: it is
/// lighter.
fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("SUIVI_CHROMIUM").map(PathBuf::from) {
        if named.is_file() {
            return Ok(named);
        }
        bail!("SUIVI_CHROMIUM names {}, where there is no browser", named.display());
    }
    let on_path = || find(&[HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
    if let Some(found) = on_path() {
        return Ok(found);
    }
    // Older releases have only the whole browser.
    apt_install("Chromium", &[HEADLESS]).or_else(|_| apt_install("Chromium", &["chromium"]))?;
    on_path().context("Chromium was installed, but is not on PATH")
}

fn playwright(place: &Place, node: &Path, chromium: &Path) -> Result<(Count, Result<()>)> {
    let report = place.work().join("browser-tests.json");
    fs::create_dir_all(place.work())?;
    let _ = fs::remove_file(&report);
    let ran = command::run(
        Command::new(node)
            .args(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"])
            .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report)
            .env("SUIVI_CHROMIUM", chromium)
            .env("SUIVI_BIN", place.target.join("debug").join(format!("suivi{}", std::env::consts::EXE_SUFFIX)))
            .env("SUIVI_SITE_DIR", place.site())
            .current_dir(place.end2end()),
    );
    let count =
        fs::read_to_string(&report).ok().and_then(|text| serde_json::from_str(&text).ok()).and_then(|value| counted(&value));
    let Some(count) = count else {
        ran?;
        bail!("the browser tests left no report");
    };
    if count.passed + count.failed == 0 {
        bail!("no browser test ran");
    }
    let result = match ran {
        Err(_) if count.failed > 0 => Err(anyhow::anyhow!("{} browser tests failed", count.failed)),
        other => other,
    };
    Ok((count, result))
}

/// A test that passed only when tried again counts as passed.
fn counted(report: &Value) -> Option<Count> {
    let stats = report.get("stats")?;
    let number = |key: &str| stats.get(key).and_then(Value::as_u64);
    Some(Count { passed: number("expected")? + number("flaky")?, failed: number("unexpected")?, skipped: number("skipped")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_of_the_browser_tests_is_counted() {
        let report = serde_json::json!({ "stats": { "expected": 7, "flaky": 1, "unexpected": 2, "skipped": 3 } });
        assert_eq!(counted(&report), Some(Count { passed: 8, failed: 2, skipped: 3 }));
        assert_eq!(counted(&serde_json::json!({ "errors": [] })), None);
    }
}
