//! Organisations without accounts: the link a coordinator sends, the page it opens, and what becomes of the answer.

mod answer;
mod proposal;

pub use answer::*;
pub use proposal::*;

use super::common::MeasureRow;
use crate::{
    error::AppError,
    request::{backend, caller},
};
use chrono::{DateTime, Utc};
use domain::{
    contacts::{ContactPurpose, LinkState, ProposalState, TypedAsk},
    text::{Email, InLang, Lang},
};
use leptos::server;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form by which a coordinator asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskForm {
    /// The measure.
    pub measure: MeasureRow,
    /// Its plan.
    pub plan_id: i64,
    /// That plan's title.
    pub plan_title: Option<InLang>,
    /// The mail in each language, with a place where the link goes.
    pub letters: Vec<(Lang, String)>,
    /// Other measures of the same organisation that were not reported on either: one mail may ask for all.
    pub others: Vec<OtherMeasure>,
}

/// Another measure of the same organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherMeasure {
    /// Its id.
    pub id: i64,
    /// Its label.
    pub label: String,
    /// What was promised.
    pub text: Option<InLang>,
}

/// A link that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    /// Its id.
    pub id: i64,
    /// The contact's name.
    pub name: String,
    /// The contact's address.
    pub email: Email,
    /// What it is for.
    pub purpose: ContactPurpose,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
    /// Where it stands.
    pub state: LinkState,
    /// The answer it brought.
    pub proposal: Option<(i64, ProposalState)>,
}

/// What a coordinator sees of the contacts of a measure; `None` for everybody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureContacts {
    /// The measure.
    pub measure: i64,
    /// Whether a link can be sent now.
    pub may_ask: bool,
    /// Every link, newest first.
    pub links: Vec<LinkView>,
}

/// Sends a contact a link to answer with.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "ask-contact")]
pub async fn ask_contact(
    /// The id of the measure.
    measure: i64,
    /// The contact's name.
    #[server(default)]
    name: String,
    /// The contact's address.
    #[server(default)]
    email: String,
    /// The language the contact is written to in.
    #[server(default)]
    contact_lang: String,
    /// A `ContactPurpose` code.
    #[server(default)]
    purpose: String,
    /// How many days the link lives.
    #[server(default)]
    days: String,
    /// `yes` by the id of each other measure to ask about in the same mail.
    #[server(default)]
    also: BTreeMap<i64, String>,
    /// Which view of the form this is.
    #[server(default)]
    form_key: String,
) -> Result<(), AppError> {
    let typed = TypedAsk { name, email, contact_lang, purpose, days, form_key };
    let also: Vec<i64> = also.into_iter().filter(|(_, ticked)| ticked == "yes").map(|(id, _)| id).collect();
    backend().contacts.ask(&caller()?, measure, &also, &typed).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=contact-asked"));
    Ok(())
}

/// Takes a link back.
#[server(prefix = "/do", endpoint = "revoke-contact-link")]
pub async fn revoke_contact_link(
    /// The id of the link.
    link: i64,
) -> Result<(), AppError> {
    let measure = backend().contacts.revoke(&caller()?, link).await?;
    leptos_axum::redirect(&format!("/measures/{measure}?done=contact-link-revoked"));
    Ok(())
}
