//! `cargo xtask test`: installs what the tests need, then everything from the format to the browser.

mod browser;
mod lint;
mod node;
mod postgres;
mod python;
mod rust;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::place::Place;
use crate::steps::Steps;
use crate::tools;

/// What `cargo xtask test` may be told.
#[derive(Args)]
pub struct TestArgs {
    /// Run one part alone
    #[arg(long, value_enum)]
    only: Option<Part>,
}

/// The parts that the tests fall into.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Format, clippy, and what the browser build may depend on
    Lint,
    /// Every Rust test, on SQLite and on PostgreSQL
    Rust,
    /// The whole story in a browser, with and without JavaScript
    Browser,
}

/// `cargo xtask test`.
pub fn run(place: &Place, args: &TestArgs) -> Result<()> {
    let mut steps = Steps::new();
    let result = parts(place, args.only, &mut steps);
    if let Err(error) = &result {
        println!("\nstopped: {error:#}");
    }
    steps.close();
    result
}

fn parts(place: &Place, only: Option<Part>, steps: &mut Steps) -> Result<()> {
    let wanted = |part| only.is_none_or(|one| one == part);
    steps.run("tools", || tools::for_building(place))?;
    if wanted(Part::Lint) {
        lint::run(place, steps)?;
    }
    if wanted(Part::Rust) {
        rust::run(place, steps)?;
    }
    if wanted(Part::Browser) {
        browser::run(place, steps)?;
    }
    Ok(())
}
