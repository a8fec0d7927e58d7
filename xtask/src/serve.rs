//! `cargo xtask serve`: everything for release, then `suivi serve` takes over this process.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::command::{cargo, run};
use crate::place::Place;
use crate::steps::Steps;
use crate::{site, tools};

/// What `cargo xtask serve` may be told.
#[derive(Args)]
pub struct ServeArgs {
    /// Load the bilingual demo plan, its people and two years of their work
    #[arg(long)]
    demo: bool,
    /// The day that Suivi takes for today, with --demo
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, requires = "demo")]
    today: Option<String>,
    /// Anything else for `suivi serve`
    #[arg(last = true, value_name = "ARGUMENTS")]
    extra: Vec<String>,
}

/// `cargo xtask serve`.
pub fn serve(place: &Place, args: &ServeArgs) -> Result<()> {
    let mut steps = Steps::new();
    steps.run("tools", || tools::for_building(place))?;
    steps.run("site", || site::build(place, false))?;
    steps.run("server", || {
        run(cargo().args(["build", "--release", "--package", "server", "--bin", "suivi"]).current_dir(&place.root))
    })?;
    println!();
    become_suivi(&mut suivi(place, args))
}

fn suivi(place: &Place, args: &ServeArgs) -> Command {
    let program = place.target.join("release").join(format!("suivi{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new(program);
    command.arg("serve").current_dir(&place.root);
    if std::env::var_os("SUIVI_SITE_DIR").is_none() {
        command.env("SUIVI_SITE_DIR", place.site());
    }
    if args.demo {
        command.arg("--demo");
    }
    if let Some(today) = &args.today {
        command.args(["--today", today]);
    }
    command.args(&args.extra);
    command
}

/// Gives this process to Suivi, so that Ctrl-C and its exit status are its own.
#[cfg(unix)]
fn become_suivi(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;
    let error = command.exec();
    anyhow::bail!("`{}` cannot be started: {error}", crate::command::spelled(command))
}

#[cfg(not(unix))]
fn become_suivi(command: &mut Command) -> Result<()> {
    run(command)
}

/// A day as YYYY-MM-DD, checked before anything is built; Suivi itself knows how many days a month has.
fn day(text: &str) -> Result<String, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize| {
        let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        if plain { part.parse::<u16>().ok() } else { None }
    };
    match parts.as_slice() {
        [year, month, day]
            if number(year, 4).is_some()
                && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
                && number(day, 2).is_some_and(|day| (1..=31).contains(&day)) =>
        {
            Ok(text.to_owned())
        }
        _ => Err("a day is written YYYY-MM-DD".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_is_checked_before_anything_is_built() {
        assert_eq!(day("2026-01-15").as_deref(), Ok("2026-01-15"));
        for wrong in ["2026-13-01", "2026-1-15", "15-01-2026", "today", "2026-01-+1", ""] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
