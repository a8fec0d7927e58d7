//! Every Rust test, with what the server's tests lean on: a PostgreSQL of our own and a mail server from Python.

use anyhow::{Result, bail};

use super::postgres::Postgres;
use super::python;
use crate::command::{cargo, watch};
use crate::place::Place;
use crate::steps::{Count, Steps};

/// Runs them all. PostgreSQL stops when this ends, well or not.
pub fn run(place: &Place, steps: &mut Steps) -> Result<()> {
    let python = steps.run("mail server for the tests", || python::with_aiosmtpd(place))?;
    let postgres = steps.run("PostgreSQL for the tests", Postgres::start)?;
    let mut count = Count::default();
    let result = steps.run("Rust tests", || {
        let well = watch(
            cargo()
                .args(["test", "--workspace", "--no-fail-fast"])
                .env("SUIVI_TEST_POSTGRES", postgres.url())
                .env("SUIVI_TEST_PYTHON", &python)
                .current_dir(&place.root),
            |line| count = count.with(line),
        )?;
        if well { Ok(()) } else { bail!("{} Rust tests failed, or did not compile", count.failed) }
    });
    steps.count(count);
    drop(postgres);
    result
}

impl Count {
    /// Adds what a closing line of the test runner tells; any other line adds nothing.
    fn with(self, line: &str) -> Self {
        let Some(rest) = line.strip_prefix("test result: ") else { return self };
        let number = |word: &str| {
            let before = rest.split([';', '.']).find_map(|part| part.trim().strip_suffix(word));
            before.and_then(|number| number.trim().parse::<u64>().ok()).unwrap_or(0)
        };
        Self {
            passed: self.passed + number("passed"),
            failed: self.failed + number("failed"),
            skipped: self.skipped + number("ignored"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_add_up_and_other_lines_do_not_count() {
        let lines = [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            "test 99 passed ... ok",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ];
        let count = lines.into_iter().fold(Count::default(), Count::with);
        assert_eq!(count, Count { passed: 15, failed: 2, skipped: 1 });
    }
}
