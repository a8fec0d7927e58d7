//! The command line of `suivi`: reads flags, makes one call, prints the answer.

mod args;
mod audit;
mod demo;
mod examples;
mod import;
mod logs;
mod print;
mod remind;
mod report;
mod serve;
mod setup;
mod user;

pub use args::{Cli, Command};

use std::process::ExitCode;

/// Why a command ended badly: one clear sentence.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(String);

impl Failure {
    fn new(sentence: impl ToString) -> Self {
        Self(sentence.to_string())
    }

    /// Says what was being done before why it failed.
    fn while_doing<E: std::fmt::Display>(what: &str) -> impl FnOnce(E) -> Self + use<'_, E> {
        move |error| Self(format!("{what}: {error}"))
    }
}

/// Runs the command.
pub async fn run(cli: Cli) -> ExitCode {
    let done = match cli.command {
        Command::Serve(args) => serve::run(&cli.shared, args).await,
        Command::Migrate => setup::migrate(&cli.shared).await,
        Command::Import(args) => import::run(&cli.shared, args).await,
        Command::Remind(args) => remind::run(&cli.shared, args).await,
        Command::Report(args) => report::run(&cli.shared, args).await,
        Command::Demo(args) => demo::run(&cli.shared, args).await,
        Command::User(args) => user::run(&cli.shared, args).await,
        Command::Audit(args) => audit::run(&cli.shared, args).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("suivi: {failure}");
            ExitCode::FAILURE
        }
    }
}
