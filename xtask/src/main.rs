//! Builds, starts and tests Suivi: `cargo xtask serve`, `cargo xtask test`, `cargo xtask site`.
//!
//! This program only calls other programs and writes below the target directory (and `end2end/node_modules`).
//! It knows nothing of plans or measures: what Suivi does is told by `suivi --help`.

mod command;
mod place;
mod serve;
mod site;
mod steps;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Builds, starts and tests Suivi.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build everything for release and start Suivi (SQLite in ./data unless SUIVI_DATABASE_URL says otherwise)
    Serve(serve::ServeArgs),
    /// Build what the browser loads into target/site: islands, style sheet, fonts, compressed copies
    Site(site::SiteArgs),
    /// Install what the tests need, then check the format, lint, and run every test
    Test(test::TestArgs),
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<()> {
    let place = place::Place::find()?;
    match cli.command {
        Task::Serve(args) => serve::serve(&place, &args),
        Task::Site(args) => site::run(&place, &args),
        Task::Test(args) => test::run(&place, &args),
    }
}
