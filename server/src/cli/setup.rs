//! What every command does first: the configuration, the database, the services.

use super::{Failure, args::Shared, logs, print};
use crate::{
    clock::Clock,
    config::Config,
    files::Files,
    services::{Services, Settings, demo},
    store::{Store, StoreError, plans},
};
use chrono::NaiveDate;
use domain::text::Secret;

/// The configuration with the flags every command takes.
pub(super) fn config(shared: &Shared) -> Result<Config, Failure> {
    let mut config = Config::load(shared.config.as_deref()).map_err(Failure::new)?;
    if let Some(url) = &shared.database_url {
        config.database_url = Some(url.clone());
    }
    if let Some(folder) = &shared.data_dir {
        config.data_dir.clone_from(folder);
    }
    config.check().map_err(Failure::new)?;
    Ok(config)
}

/// The clock: the system's, or one that shows another day.
pub(super) fn clock(config: &Config, today: Option<NaiveDate>) -> Clock {
    today.map_or_else(|| Clock::system(config.time_zone), |day| Clock::running_from(day, config.time_zone))
}

/// Opens the database with its schema up to date, and puts the services on it.
pub(super) async fn services(config: &Config, clock: Clock, is_demo: bool) -> Result<Services, Failure> {
    if config.database_url.is_none() {
        let trouble = format!("The data folder {} cannot be made", config.data_dir.display());
        std::fs::create_dir_all(&config.data_dir).map_err(Failure::while_doing(&trouble))?;
    }
    let store =
        Store::connect(config.database_url().expose()).await.map_err(Failure::while_doing("The database cannot be opened"))?;
    if is_demo && config.database_url.is_some() {
        require_demo(config, &store).await?;
    }
    store.migrate().await.map_err(|error| schema(config, &error))?;
    let settings = Settings { base_url: config.base_url().map_err(Failure::new)?, is_demo };
    let sso = config.sso().map_err(Failure::new)?;
    let files = Files::open(&config.evidence_url()).map_err(Failure::new)?;
    Ok(Services::new(store, files, clock, settings).with_sso(sso))
}

/// A demonstration lets everybody in, so a database that somebody named is opened only where the demonstration made it.
async fn require_demo(config: &Config, store: &Store) -> Result<(), Failure> {
    if demo::laid_on(store).await.map_err(|error| schema(config, &error))?.is_some() {
        return Ok(());
    }
    Err(Failure(format!(
        "--demo lets everybody in without a password, so it does not open {}, which `suivi demo` did not make: leave \
         SUIVI_DATABASE_URL (or --database-url, or database_url in the configuration file) out, and the demonstration has a \
         database of its own",
        without_password(&config.database_url())
    )))
}

/// Why the schema is not today's, and what to do.
fn schema(config: &Config, error: &StoreError) -> Failure {
    let url = without_password(&config.database_url());
    match error {
        StoreError::OtherSchema => Failure(format!(
            "The database {url} was made by another version of Suivi, whose schema this one does not know; nothing in it was \
             changed: use that version for it, or name another place with SUIVI_DATA_DIR (or SUIVI_DATABASE_URL)"
        )),
        other => Failure(format!("The schema of {url} cannot be brought up to date: {other}")),
    }
}

/// The configuration of short commands, with a quiet log.
pub(super) fn quiet(shared: &Shared) -> Result<Config, Failure> {
    let mut config = config(shared)?;
    if std::env::var_os("SUIVI_LOG").is_none() {
        config.log = "warn".into();
    }
    logs::start(&config)?;
    Ok(config)
}

/// What short commands work with: a quiet log and the services.
pub(super) async fn for_command(shared: &Shared, today: Option<NaiveDate>) -> Result<(Config, Services), Failure> {
    let config = quiet(shared)?;
    let services = services(&config, clock(&config, today), false).await?;
    Ok((config, services))
}

/// Where there is no plan at all, but a demonstration beside it: how to ask for that one.
pub(super) async fn hint_at_demo(config: &Config, services: &Services) -> Result<(), Failure> {
    let demo = super::demo::folder(&config.data_dir);
    if config.database_url.is_none() && demo.join("suivi.db").exists() {
        let plans = services.store.read(async |tx| plans::subjects(tx).await).await.map_err(Failure::new)?;
        if plans.is_empty() {
            eprintln!(
                "There is no plan in {}; the demonstration is opened with --data-dir {}.",
                config.data_dir.display(),
                demo.display()
            );
        }
    }
    Ok(())
}

/// The database as it is, for a command that examines it: nothing is made or migrated.
pub(super) async fn store_as_it_is(shared: &Shared) -> Result<Store, Failure> {
    let mut config = config(shared)?;
    if std::env::var_os("SUIVI_LOG").is_none() {
        config.log = "warn".into();
    }
    logs::start(&config)?;
    let url = config.database_url();
    if let Some(path) = url.expose().strip_prefix("sqlite:").map(|path| path.trim_start_matches("//")) {
        // Opening a SQLite file that is not there would make one.
        if !std::path::Path::new(path.split('?').next().unwrap_or(path)).exists() {
            return Err(Failure(format!("There is no database {path}")));
        }
    }
    Store::connect(url.expose()).await.map_err(Failure::while_doing("The database cannot be opened"))
}

/// `suivi migrate`.
pub(super) async fn migrate(shared: &Shared) -> Result<(), Failure> {
    let (config, _) = for_command(shared, None).await?;
    print::line(&format!("The schema of {} is up to date.", without_password(&config.database_url())))
}

/// A database URL that may be shown.
pub(super) fn without_password(url: &Secret) -> String {
    match url::Url::parse(url.expose()) {
        Ok(mut parsed) if parsed.password().is_some() => {
            let _ = parsed.set_password(Some("…"));
            parsed.to_string()
        }
        _ => url.expose().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        assert!(!without_password(&Secret::new("postgres://suivi:secret@db/suivi")).contains("secret"));
        assert_eq!(without_password(&Secret::new("sqlite:data/suivi.db")), "sqlite:data/suivi.db");
    }
}
