//! What the web layer tells a page about its request: who, in which language, what failed just before.

use crate::{
    api::trail::HistoryEntry,
    backend::{Backend, Caller, Visitor},
    error::AppError,
};
use async_trait::async_trait;
use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{
    people::{Actor, Way},
    problem::ProblemCode,
    settings::InstanceSettings,
    text::Lang,
};
use leptos::prelude::{expect_context, use_context};
use serde::{Deserialize, Serialize};
use std::{net::IpAddr, sync::Arc};

/// The names of the built files, which carry their hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assets {
    /// The stem of the script and the WASM file.
    pub output_name: String,
    /// The style sheet's file name.
    pub css: String,
}

/// A form that was not accepted, kept for one page view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormFailure {
    /// The path the form was sent to.
    pub action: String,
    /// Why it was not accepted.
    pub error: AppError,
    /// What was typed, by field name. Never a password.
    pub fields: Vec<(String, String)>,
}

impl FormFailure {
    /// Whether somebody else was faster, about the whole form or about a row of it.
    #[must_use]
    pub fn was_overtaken(&self) -> bool {
        self.error == AppError::Conflict || !self.rows_changed_meanwhile().is_empty()
    }

    /// The numbers of the rows that somebody else changed.
    #[must_use]
    pub fn rows_changed_meanwhile(&self) -> Vec<i64> {
        let changed = self.error.problems().iter().filter(|problem| problem.code == ProblemCode::ChangedMeanwhile);
        let row = |field: &str| field.split_once('[')?.1.split_once(']')?.0.parse().ok();
        changed.filter_map(|problem| row(&problem.field)).collect()
    }
}

/// What a page knows about its request.
#[derive(Debug, Clone)]
pub struct RequestInfo {
    /// The path, without the query.
    pub path: String,
    /// The query, without its question mark.
    pub query: String,
    /// The reader's language.
    pub lang: Lang,
    /// Who is signed in.
    pub actor: Option<Actor>,
    /// The time zone clocks are shown in: the reader's, else the instance's.
    pub time_zone: Tz,
    /// Today, in the instance's time zone.
    pub today: NaiveDate,
    /// The id the log carries.
    pub request_id: String,
    /// The names of the built files.
    pub assets: Assets,
    /// The form that failed just before.
    pub failure: Option<FormFailure>,
    /// What happened lately to the record that form was about, newest first, when somebody else was faster.
    pub behind: Vec<HistoryEntry>,
    /// Whether there are measures that the person may be asked about: their own, or those of whom they stand in for.
    pub may_report: bool,
    /// Whether this is a demo instance.
    pub is_demo: bool,
    /// The network address the request came from, where it is known.
    pub address: Option<IpAddr>,
    /// Whether people reach this instance by https, so that cookies must not travel otherwise.
    pub is_secure: bool,
    /// What the instance is called and whom to ask for help.
    pub instance: InstanceSettings,
}

/// Somebody who showed who they are and still owes the second factor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The person.
    pub person: i64,
    /// How they came so far.
    pub way: Way,
    /// Where they want to go on to.
    pub next: String,
}

/// Beginning and ending the browser's session.
#[async_trait]
pub trait SessionHandle: Send + Sync {
    /// Signs a person in, under a fresh session id.
    async fn begin(&self, person: i64) -> Result<(), AppError>;
    /// Remembers for ten minutes who owes the second factor, under a fresh session id. Nobody is signed in by it.
    async fn hold(&self, pending: Pending) -> Result<(), AppError>;
    /// Who owes the second factor.
    async fn pending(&self) -> Result<Option<Pending>, AppError>;
    /// Signs out and forgets the session.
    async fn end(&self) -> Result<(), AppError>;
    /// What the session goes by in the database and on pages; it does not give the session away.
    fn key(&self) -> Option<String>;
}

/// The request of the page being rendered; a neutral one while routes are only listed.
#[must_use]
pub fn request() -> RequestInfo {
    use_context::<RequestInfo>().unwrap_or_else(|| RequestInfo {
        path: "/".into(),
        query: String::new(),
        lang: Lang::En,
        actor: None,
        time_zone: Tz::UTC,
        today: NaiveDate::default(),
        request_id: String::new(),
        assets: Assets { output_name: "suivi".into(), css: "suivi.css".into() },
        failure: None,
        behind: Vec::new(),
        may_report: false,
        is_demo: false,
        address: None,
        is_secure: false,
        instance: InstanceSettings::default(),
    })
}

/// The reader's language.
#[must_use]
pub fn use_lang() -> Lang {
    use_context::<RequestInfo>().map_or(Lang::En, |info| info.lang)
}

/// Who is asking. Errors when nobody is signed in.
pub fn caller() -> Result<Caller, AppError> {
    let info = use_context::<RequestInfo>().ok_or(AppError::Internal)?;
    let actor = info.actor.ok_or(AppError::NotSignedIn)?;
    Ok(Caller { actor, lang: info.lang, request_id: info.request_id })
}

/// Who is at the door, signed in or not.
#[must_use]
pub fn visitor() -> Visitor {
    let info = request();
    Visitor { lang: info.lang, request_id: info.request_id, address: info.address }
}

/// Everything pages may ask.
#[must_use]
pub fn backend() -> Backend {
    expect_context::<Backend>()
}

/// The browser's session.
#[must_use]
pub fn session() -> Arc<dyn SessionHandle> {
    expect_context::<Arc<dyn SessionHandle>>()
}

/// The last attempt to send one form, empty when there was none.
#[derive(Debug, Clone, Default)]
pub struct FormState {
    failure: Option<FormFailure>,
}

impl FormState {
    /// The state of the form that is sent to `action`.
    #[must_use]
    pub fn of(action: &str) -> Self {
        Self { failure: request().failure.filter(|failure| failure.action == action) }
    }

    /// Why it was not accepted.
    #[must_use]
    pub fn error(&self) -> Option<&AppError> {
        self.failure.as_ref().map(|failure| &failure.error)
    }

    /// What was typed in a field, else its value before.
    #[must_use]
    pub fn value(&self, field: &str, before: &str) -> String {
        let Some(failure) = &self.failure else { return before.to_owned() };
        failure.fields.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// How many rows of a list of fields hold something: the number of the last one, from 1.
    #[must_use]
    pub fn rows(&self, list: &str) -> usize {
        let row = |name: &str| name.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?.0.parse::<usize>().ok();
        let fields = self.failure.iter().flat_map(|failure| &failure.fields);
        fields.filter(|(_, value)| !value.trim().is_empty()).filter_map(|(name, _)| row(name)).max().map_or(0, |last| last + 1)
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<ProblemCode> {
        self.error()?.problems().iter().find(|problem| problem.field == field).map(|problem| problem.code)
    }

    /// Everything that was typed, as it was sent.
    #[must_use]
    pub fn typed(&self) -> &[(String, String)] {
        self.failure.as_ref().map(|failure| failure.fields.as_slice()).unwrap_or_default()
    }

    /// Whether the form failed.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.failure.is_some()
    }
}
