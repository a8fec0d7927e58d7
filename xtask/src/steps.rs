//! What is being done now, how long each step took, and how many tests passed.

use std::time::{Duration, Instant};

use anyhow::Result;

/// The steps of one run, in order.
pub struct Steps {
    started: Instant,
    done: Vec<(String, Duration)>,
    tests: Option<Count>,
}

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many passed.
    pub passed: u64,
    /// How many failed.
    pub failed: u64,
    /// How many were left out on purpose.
    pub skipped: u64,
}

impl Steps {
    /// Starts the clock.
    pub fn new() -> Self {
        Self { started: Instant::now(), done: Vec::new(), tests: None }
    }

    /// Does one step, saying so before and how long it took after.
    pub fn run<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n==> {name}");
        let started = Instant::now();
        let result = step();
        let took = started.elapsed();
        let ended = if result.is_ok() { "done" } else { "failed" };
        println!("    {name}: {ended} in {}", in_words(took));
        self.done.push((name.to_owned(), took));
        result
    }

    /// Adds the tests that a step has run.
    pub fn count(&mut self, count: Count) {
        let sum = self.tests.get_or_insert_default();
        sum.passed += count.passed;
        sum.failed += count.failed;
        sum.skipped += count.skipped;
    }

    /// The table of steps and, where tests ran, the closing line that tells their sum.
    pub fn close(&self) {
        let width = self.done.iter().map(|(name, _)| name.chars().count()).chain([5]).max().unwrap_or(5);
        println!("\n{:width$}  time", "step");
        for (name, took) in &self.done {
            println!("{name:width$}  {}", in_words(*took));
        }
        println!("{:width$}  {}", "total", in_words(self.started.elapsed()));
        if let Some(tests) = self.tests {
            println!("\n{}", tests.in_words());
        }
    }
}

impl Count {
    fn in_words(self) -> String {
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

/// "0.4 s", "12 s", "3 min 5 s".
pub fn in_words(took: Duration) -> String {
    match took.as_secs() {
        0..10 => format!("{:.1} s", took.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        assert_eq!(in_words(Duration::from_millis(420)), "0.4 s");
        assert_eq!(in_words(Duration::from_secs(59)), "59 s");
        assert_eq!(in_words(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn the_closing_line_names_skipped_tests_only_when_there_are_some() {
        let count = Count { passed: 3, failed: 1, skipped: 0 };
        assert_eq!(count.in_words(), "3 passed, 1 failed");
        assert_eq!(Count { skipped: 2, ..count }.in_words(), "3 passed, 1 failed, 2 skipped");
    }

    #[test]
    fn a_failing_step_stays_in_the_table() {
        let mut steps = Steps::new();
        assert!(steps.run("lint", || anyhow::bail!("no") as Result<()>).is_err());
        assert_eq!(steps.done.len(), 1);
    }
}
