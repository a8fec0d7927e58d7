//! `suivi demo`, and what `suivi serve --demo` shares with it: both open the same database.

use super::{
    Failure,
    args::{DemoArgs, Shared},
    print, setup,
};
use crate::{
    config::{Config, MailKind},
    services::{
        Services,
        demo::{self, Loaded},
    },
};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// Loads the demonstration plan.
pub(super) async fn run(shared: &Shared, args: DemoArgs) -> Result<(), Failure> {
    let mut config = setup::quiet(shared)?;
    apart(&mut config);
    let services = setup::services(&config, setup::clock(&config, args.today), false).await?;
    let database = setup::without_password(&config.database_url());
    match load(&services).await? {
        (Loaded::Now, _) => {
            print::line(&format!("The demonstration plan was loaded into {database}. {}", how_to_see(shared, &config)))?;
        }
        (Loaded::Before, day) => {
            print::line(&format!(
                "The demonstration plan was already there, in {database}; nothing was changed. {}",
                how_to_see(shared, &config)
            ))?;
            if let Some(warning) = another_day(&config, day, services.clock.today()) {
                eprintln!("{warning}");
            }
        }
    }
    Ok(())
}

/// Where the demonstration is kept in a data folder.
pub(super) fn folder(data_dir: &Path) -> PathBuf {
    data_dir.join("demo")
}

/// Puts the demonstration apart from real records, in the folder `demo` of the data folder (unless a database is
/// named), and keeps its mails on the machine.
pub(super) fn apart(config: &mut Config) {
    config.data_dir = folder(&config.data_dir);
    config.evidence_url = None;
    config.mail = MailKind::Files;
}

/// Loads the demonstration where it is not there yet; answers the day it was laid for as well.
pub(super) async fn load(services: &Services) -> Result<(Loaded, Option<NaiveDate>), Failure> {
    let trouble = Failure::while_doing("The demonstration was not loaded");
    let loaded = demo::load(services, services.clock.today(), false).await.map_err(trouble)?;
    let day = demo::laid_on(&services.store).await.map_err(Failure::while_doing("The demonstration cannot be read"))?;
    Ok((loaded, day))
}

/// What to know about a demonstration that was laid for another day than today.
pub(super) fn another_day(config: &Config, laid_on: Option<NaiveDate>, today: NaiveDate) -> Option<String> {
    let day = laid_on.filter(|day| *day != today)?;
    let meaning = if day > today { "some of what it tells lies in the future" } else { "nothing has been reported in it since" };
    let place = match &config.database_url {
        Some(url) => format!("load it into another database than {}", setup::without_password(url)),
        None => format!("remove the folder {}", config.data_dir.display()),
    };
    Some(format!("The demonstration was laid for {day}, and today is {today}: {meaning}. To have it laid anew, {place}."))
}

/// The command that shows it, with the flags that were given to this one.
fn how_to_see(shared: &Shared, config: &Config) -> String {
    let named = |flag: &str, value: Option<String>| value.map(|value| format!(" {flag} {value}")).unwrap_or_default();
    let data = named("--data-dir", shared.data_dir.as_ref().map(|folder| folder.display().to_string()));
    let url = named("--database-url", config.database_url.as_ref().map(setup::without_password));
    format!("`suivi serve --demo{data}{url}` shows it without any mail.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demonstration_laid_for_another_day_says_so_and_how_to_lay_it_anew() {
        let mut config = Config::default();
        apart(&mut config);
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let said = |today| another_day(&config, Some(day("2026-02-11")), day(today));
        assert_eq!(said("2026-02-11"), None);
        assert!(said("2026-01-15").expect("a warning").contains("lies in the future"));
        let later = said("2026-03-01").expect("a warning");
        assert!(later.contains("2026-02-11") && later.contains("data/demo") && !later.contains("future"), "{later}");
    }
}
