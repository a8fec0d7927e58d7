//! The configuration: a file, then `SUIVI_…` variables, then flags; the later wins. Checked once, at the start.

mod oidc;

pub use oidc::{OidcError, SsoSettings};

use axum_client_ip::ClientIpSource;
use chrono_tz::Tz;
use domain::text::Secret;
use serde::Deserialize;
use std::{
    collections::HashMap,
    ffi::OsString,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    path::{Path, PathBuf},
};
use url::Url;

/// The file that is read where none is named.
pub const DEFAULT_FILE: &str = "suivi.toml";
/// Variables of ours that are read by flags or by the tests.
const READ_ELSEWHERE: [&str; 4] = ["SUIVI_CONFIG", "SUIVI_FIRST_COORDINATOR", "SUIVI_BIN", "SUIVI_CHROMIUM"];

/// Everything that can be configured. `docs` and the README list the same names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Where to listen (`SUIVI_LISTEN`).
    pub listen: SocketAddr,
    /// Where people reach this instance (`SUIVI_BASE_URL`); default: http and the listening address.
    pub base_url: Option<Url>,
    /// The folder of the database and mails (`SUIVI_DATA_DIR`).
    pub data_dir: PathBuf,
    /// The database (`SUIVI_DATABASE_URL`); default: SQLite in the data folder.
    pub database_url: Option<Secret>,
    /// Where files of evidence are kept (`SUIVI_EVIDENCE_URL`): a folder or `s3://bucket/prefix`; default: `evidence` in
    /// the data folder.
    pub evidence_url: Option<String>,
    /// The folder of the built pages' files (`SUIVI_SITE_DIR`).
    pub site_dir: PathBuf,
    /// How mails leave (`SUIVI_MAIL`).
    pub mail: MailKind,
    /// The folder of written mails (`SUIVI_MAIL_DIR`); default: `mail` in the data folder.
    pub mail_dir: Option<PathBuf>,
    /// The mail server (`SUIVI_SMTP_URL`), required for `smtp`.
    pub smtp_url: Option<Secret>,
    /// The sender of every mail (`SUIVI_MAIL_FROM`).
    pub mail_from: String,
    /// The zone that decides which day it is (`SUIVI_TIME_ZONE`).
    pub time_zone: Tz,
    /// What is logged (`SUIVI_LOG`), in the manner of `RUST_LOG`.
    pub log: String,
    /// `text` or `json` (`SUIVI_LOG_FORMAT`).
    pub log_format: LogFormat,
    /// Where the network address of a visitor is read (`SUIVI_CLIENT_IP`).
    pub client_ip: ClientIpSource,
    /// The single sign-on provider (`SUIVI_OIDC_ISSUER`); without it there is no single sign-on.
    pub oidc_issuer: Option<String>,
    /// What this instance is called there (`SUIVI_OIDC_CLIENT_ID`).
    pub oidc_client_id: Option<String>,
    /// The secret it proves that with (`SUIVI_OIDC_CLIENT_SECRET`); a public client has none.
    pub oidc_client_secret: Option<Secret>,
    /// The words of the button (`SUIVI_OIDC_NAME`).
    pub oidc_name: Option<String>,
    /// The claim that lists groups (`SUIVI_OIDC_GROUPS_CLAIM`).
    pub oidc_groups_claim: String,
    /// Which groups stand for which roles (`SUIVI_OIDC_ROLES`).
    pub oidc_roles: String,
    /// Whether people whom nobody added get in when a group of theirs gives them a role (`SUIVI_OIDC_NEW_PEOPLE`).
    pub oidc_new_people: bool,
}

/// How mails leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailKind {
    /// Written as files: nothing leaves the machine.
    Files,
    /// Sent to a mail server.
    Smtp,
}

/// How the log looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// A JSON object a line.
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            base_url: None,
            data_dir: "data".into(),
            database_url: None,
            evidence_url: None,
            site_dir: "target/site".into(),
            mail: MailKind::Files,
            mail_dir: None,
            smtp_url: None,
            mail_from: "Suivi <suivi@localhost.localdomain>".into(),
            time_zone: crate::clock::DEFAULT_ZONE,
            log: "info,sqlx=warn,sea_orm=warn".into(),
            log_format: LogFormat::Text,
            client_ip: ClientIpSource::ConnectInfo,
            oidc_issuer: None,
            oidc_client_id: None,
            oidc_client_secret: None,
            oidc_name: None,
            oidc_groups_claim: "groups".into(),
            oidc_roles: String::new(),
            oidc_new_people: false,
        }
    }
}

/// A configuration that cannot be used, in one sentence that names the setting.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file or a value could not be read.
    #[error("The configuration cannot be used: {0}.")]
    Unreadable(String),
    /// `smtp` without a server.
    #[error(
        "SUIVI_MAIL is smtp, so SUIVI_SMTP_URL must name the mail server, for example smtp://mail.organisation.gc.ca:587?tls=required."
    )]
    NoMailServer,
    /// A base URL that is neither http nor https.
    #[error("SUIVI_BASE_URL must start with http:// or https://, not {0}.")]
    BaseUrl(String),
    /// A base URL below which no page would be found: every page has its address from the root of the host.
    #[error("SUIVI_BASE_URL must end with the host (and port), since Suivi answers at the root of its address, not {0}.")]
    BaseUrlPath(String),
    /// A database that is neither SQLite nor PostgreSQL.
    #[error("SUIVI_DATABASE_URL must start with sqlite: or postgres:.")]
    Database,
    /// A sender that is not an address.
    #[error("SUIVI_MAIL_FROM must be an address such as Suivi <suivi@organisation.gc.ca>.")]
    Sender,
    /// Single sign-on that cannot work.
    #[error(transparent)]
    SingleSignOn(#[from] OidcError),
}

impl Config {
    /// Reads the file (if there is one) and the environment, and checks the whole.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let source =
            config::File::from(file.unwrap_or(Path::new(DEFAULT_FILE))).format(config::FileFormat::Toml).required(file.is_some());
        let config = config::Config::builder()
            .add_source(source)
            .add_source(
                config::Environment::with_prefix("SUIVI").prefix_separator("_").source(Some(settings(std::env::vars_os()))),
            )
            .build()
            .and_then(config::Config::try_deserialize::<Self>)
            .map_err(|error| ConfigError::Unreadable(error.to_string()))?;
        config.check()?;
        Ok(config)
    }

    /// Errors with the first setting that cannot work.
    pub fn check(&self) -> Result<(), ConfigError> {
        if self.mail == MailKind::Smtp && self.smtp_url.is_none() {
            return Err(ConfigError::NoMailServer);
        }
        if let Some(url) = self.base_url.as_ref().filter(|url| !matches!(url.scheme(), "http" | "https")) {
            return Err(ConfigError::BaseUrl(url.to_string()));
        }
        let goes_on = |url: &&Url| url.path() != "/" || url.query().is_some() || url.fragment().is_some();
        if let Some(url) = self.base_url.as_ref().filter(goes_on) {
            return Err(ConfigError::BaseUrlPath(url.to_string()));
        }
        if self
            .database_url
            .as_ref()
            .is_some_and(|url| !["sqlite:", "postgres:", "postgresql:"].iter().any(|s| url.expose().starts_with(s)))
        {
            return Err(ConfigError::Database);
        }
        self.mail_from.parse::<lettre::message::Mailbox>().map_err(|_| ConfigError::Sender)?;
        self.sso()?;
        Ok(())
    }

    /// Where people reach this instance.
    pub fn base_url(&self) -> Result<Url, ConfigError> {
        match &self.base_url {
            Some(url) => Ok(url.clone()),
            None => Url::parse(&format!("http://{}/", self.reached())).map_err(|error| ConfigError::BaseUrl(error.to_string())),
        }
    }

    /// Whether nothing says where people reach this instance, and where it listens does not say it either.
    #[must_use]
    pub fn guesses_address(&self) -> bool {
        self.base_url.is_none() && self.listen.ip().is_unspecified()
    }

    /// An address of this machine that reaches the listening one: "every address" is none that a browser can open.
    fn reached(&self) -> SocketAddr {
        let here: IpAddr = match self.listen {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        };
        let ip = if self.listen.ip().is_unspecified() { here } else { self.listen.ip() };
        SocketAddr::new(ip, self.listen.port())
    }

    /// The database to open. Its address may hold a password.
    #[must_use]
    pub fn database_url(&self) -> Secret {
        let in_folder = || Secret::new(format!("sqlite:{}?mode=rwc", self.data_dir.join("suivi.db").display()));
        self.database_url.clone().unwrap_or_else(in_folder)
    }

    /// Where files of evidence are kept.
    #[must_use]
    pub fn evidence_url(&self) -> String {
        self.evidence_url.clone().unwrap_or_else(|| self.data_dir.join("evidence").display().to_string())
    }

    /// The folder of written mails.
    #[must_use]
    pub fn mail_dir(&self) -> PathBuf {
        self.mail_dir.clone().unwrap_or_else(|| self.data_dir.join("mail"))
    }
}

/// The variables that are settings. What a flag or a test reads is none, and must not stop the program.
fn settings(variables: impl Iterator<Item = (OsString, OsString)>) -> HashMap<String, String> {
    let text = variables.filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    text.filter(|(name, _)| !READ_ELSEWHERE.contains(&name.as_str()) && !name.starts_with("SUIVI_TEST_")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_that_flags_and_tests_read_are_no_settings() {
        let names = ["SUIVI_LISTEN", "SUIVI_CONFIG", "SUIVI_FIRST_COORDINATOR", "SUIVI_TEST_POSTGRES", "SUIVI_CHROMIUM"];
        let kept = settings(names.into_iter().map(|name| (name.into(), "x".into())));
        assert_eq!(kept.into_keys().collect::<Vec<_>>(), ["SUIVI_LISTEN"]);
    }

    #[test]
    fn the_defaults_can_be_used_as_they_are() {
        let config = Config::default();
        assert!(config.check().is_ok());
        assert_eq!(config.base_url().expect("a URL").as_str(), "http://127.0.0.1:3000/");
        assert!(config.database_url().expose().starts_with("sqlite:"));
    }

    #[test]
    fn passwords_in_addresses_are_not_printed_for_debugging() {
        let database_url = Some(Secret::new("postgres://suivi:hush@db/suivi"));
        let smtp_url = Some(Secret::new("smtps://suivi:hush@mail"));
        let config = Config { database_url, smtp_url, ..Config::default() };
        assert!(!format!("{config:?}").contains("hush"), "{config:?}");
        assert_eq!(config.database_url().expose(), "postgres://suivi:hush@db/suivi");
    }

    #[test]
    fn who_listens_everywhere_is_reached_at_an_address_a_browser_can_open() {
        for (listen, expected) in [("0.0.0.0:80", "http://127.0.0.1/"), ("[::]:3000", "http://[::1]:3000/")] {
            let config = Config { listen: listen.parse().expect("an address"), ..Config::default() };
            assert_eq!(config.base_url().expect("a URL").as_str(), expected);
            assert!(config.guesses_address());
            let named = Config { base_url: Url::parse("https://suivi.gc.ca").ok(), ..config };
            assert!(!named.guesses_address());
        }
        assert!(!Config::default().guesses_address());
    }

    #[test]
    fn a_setting_that_cannot_work_is_named() {
        let smtp = Config { mail: MailKind::Smtp, ..Config::default() };
        assert!(smtp.check().expect_err("refused").to_string().contains("SUIVI_SMTP_URL"));
        let ftp = Config { base_url: Url::parse("ftp://x.ca").ok(), ..Config::default() };
        assert!(ftp.check().expect_err("refused").to_string().contains("SUIVI_BASE_URL"));
        for below in ["https://x.ca/suivi", "https://x.ca/suivi/", "https://x.ca/?a=b", "https://x.ca/#top"] {
            let config = Config { base_url: Url::parse(below).ok(), ..Config::default() };
            let refused = config.check().expect_err("refused").to_string();
            assert!(refused.contains("SUIVI_BASE_URL") && refused.contains("x.ca"), "{refused}");
        }
        for root in ["https://x.ca", "https://x.ca/", "http://x.ca:8080/"] {
            assert!(Config { base_url: Url::parse(root).ok(), ..Config::default() }.check().is_ok(), "{root}");
        }
        let mysql = Config { database_url: Some(Secret::new("mysql://x")), ..Config::default() };
        assert!(mysql.check().expect_err("refused").to_string().contains("SUIVI_DATABASE_URL"));
    }
}
