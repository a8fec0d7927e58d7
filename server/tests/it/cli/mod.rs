//! The program itself, as a terminal meets it: what it prints, how it ends, what it leaves behind.

mod demo;
mod failures;
mod imports;
mod reports;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

/// A plan of our own with two recommendations and two measures.
const PLAN: &str = "Management Response and Action Plan\n\n\
    | Recommendation | Response | Action | Deliverable | Lead | Due date |\n\
    |---|---|---|---|---|---|\n\
    | 1. Measure the results. | Agreed. | Choose the indicators. | Indicators chosen. | GRC | April 2018 |\n\
    | 2. Meet more often. | Agreed. | Hold meetings. | Minutes. | SP | June 2018 |\n";

/// A folder in which the program runs, with nothing set but what a test sets.
struct Place(TempDir);

/// How it ended.
#[derive(Debug)]
struct Ran {
    is_well: bool,
    out: String,
    err: String,
}

impl Place {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file; answers its name.
    fn file<'a>(&self, name: &'a str, text: &str) -> &'a str {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        name
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(&[], arguments)
    }

    fn run_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Ran {
        Ran::of(self.command(variables, arguments).output().expect("the program starts"))
    }

    /// Runs it with nobody who reads what it prints.
    fn run_unread(&self, arguments: &[&str]) -> Ran {
        let command = &mut self.command(&[], arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        drop(child.stdout.take());
        Ran::of(child.wait_with_output().expect("an end"))
    }

    fn command(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Command {
        let set = std::env::vars().filter(|(name, _)| !name.starts_with("SUIVI_") && !name.starts_with("LC_") && name != "LANG");
        let mut command = Command::new(env!("CARGO_BIN_EXE_suivi"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env_clear()
            .envs(set)
            .env("LANG", "en_CA.UTF-8")
            .envs(variables.iter().copied());
        command
    }

    /// The plan of our own, written as a draft.
    fn with_plan() -> Self {
        let place = Self::new();
        place.file("plan.txt", PLAN);
        place.run(&["import", "plan.txt", "--plan", "Our plan"]).well();
        place
    }
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Self { is_well: output.status.success(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// What was printed by a command that ended well.
    fn well(self) -> String {
        assert!(self.is_well, "{self:?}");
        self.out
    }

    /// What was said by a command that was refused.
    fn badly(self) -> String {
        assert!(!self.is_well, "{self:?}");
        self.err
    }
}

/// The words of a text, whatever parts them: lines are broken, and French has spaces that are not.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a folder was left alone.
fn is_missing(path: &Path) -> bool {
    !path.exists()
}
