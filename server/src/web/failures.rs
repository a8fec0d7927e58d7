//! Forms that failed, as a session keeps them: for an hour, each for its page and its person, a few at once. A form is
//! shown again as often as its page is opened, until it is sent well.

use super::fields::Room;
use app::request::FormFailure;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// How long what was typed is kept.
const LIVES: TimeDelta = TimeDelta::hours(1);
/// For how many pages.
const MOST: usize = 5;

/// The failed forms of one session, the latest first.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Failures(Vec<Kept>);

#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    /// The hash of the path: it may end in a one-time token, which the database must not know.
    page: String,
    /// Who sent it; nobody before signing in, or after the session ended.
    person: Option<i64>,
    at: DateTime<Utc>,
    failure: FormFailure,
}

impl Kept {
    fn size(&self) -> usize {
        self.failure.fields.iter().map(|(name, value)| name.len() + value.len()).sum()
    }
}

/// What stands for a page.
fn key(page: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(page.trim_end_matches('/').as_bytes()))
}

/// Whether two sendings have most of their fields in common; boxes that are not ticked are not sent.
fn is_same_form(one: &[(String, String)], other: &[(String, String)]) -> bool {
    let names: HashSet<&str> = one.iter().map(|(name, _)| name.as_str()).collect();
    let others: HashSet<&str> = other.iter().map(|(name, _)| name.as_str()).collect();
    let shared = names.intersection(&others).count();
    // The number and the version of the record alone make no form.
    shared > 2 && 2 * shared > names.len().max(others.len())
}

impl Failures {
    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps one, in place of an earlier one of the same page.
    pub(super) fn keep(&mut self, page: &str, person: Option<i64>, now: DateTime<Utc>, failure: FormFailure) {
        let page = key(page);
        self.0.retain(|kept| kept.page != page && now < kept.at + LIVES);
        self.0.insert(0, Kept { page, person, at: now, failure });
        // Earlier ones are kept as far as there is room: every page of this session reads them.
        let mut room = Room { fields: MOST, ..Room::of(person.is_some()) };
        self.0.retain(|kept| room.take(kept.size()));
    }

    /// The one of this page, for whoever asks.
    pub(super) fn of(&self, page: &str, person: Option<i64>, now: DateTime<Utc>) -> Option<&FormFailure> {
        let page = key(page);
        let is_theirs = |kept: &&Kept| kept.person.is_none() || kept.person == person;
        self.0.iter().filter(is_theirs).find(|kept| kept.page == page && now < kept.at + LIVES).map(|kept| &kept.failure)
    }

    /// Forgets the form that was sent well from this page, or from any where the browser does not say; whether there
    /// was one. A form with several buttons has an address for each: it is known by its fields.
    pub(super) fn sent(&mut self, action: &str, page: Option<&str>, fields: &[(String, String)]) -> bool {
        let (before, page) = (self.0.len(), page.map(key));
        let is_it = |kept: &Kept| kept.failure.action == action || is_same_form(&kept.failure.fields, fields);
        self.0.retain(|kept| !is_it(kept) || page.as_ref().is_some_and(|page| *page != kept.page));
        self.0.len() != before
    }

    /// Forgets the one of this page; whether there was one.
    pub(super) fn discard(&mut self, page: &str) -> bool {
        let (before, page) = (self.0.len(), key(page));
        self.0.retain(|kept| kept.page != page);
        self.0.len() != before
    }

    /// Somebody signs in: what others typed is gone, what was typed before signing in is theirs.
    pub(super) fn hand_over(&mut self, person: i64) {
        self.0.retain(|kept| kept.person.is_none_or(|other| other == person));
        for kept in &mut self.0 {
            kept.person = Some(person);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::error::AppError;

    fn failure(action: &str, typed: &str) -> FormFailure {
        let fields = vec![("done".to_owned(), typed.to_owned())];
        FormFailure { action: action.into(), error: AppError::Malformed, fields }
    }

    fn typed<'a>(failures: &'a Failures, page: &str, person: Option<i64>, minutes: i64) -> Option<&'a str> {
        let now = DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
        failures.of(page, person, now).map(|failure| failure.fields[0].1.as_str())
    }

    fn kept(all: &[(&str, Option<i64>, &str)]) -> Failures {
        let mut failures = Failures::default();
        for (page, person, typed) in all {
            failures.keep(page, *person, DateTime::UNIX_EPOCH, failure("/do/x", typed));
        }
        failures
    }

    #[test]
    fn each_page_has_its_own_for_an_hour_and_as_often_as_it_is_opened() {
        let failures = kept(&[("/a", Some(1), "one"), ("/b/", Some(1), "two"), ("/a", Some(1), "three")]);
        for minutes in [0, 1, 59] {
            assert_eq!(typed(&failures, "/a/", Some(1), minutes), Some("three"));
            assert_eq!(typed(&failures, "/b", Some(1), minutes), Some("two"));
        }
        assert_eq!(typed(&failures, "/a", Some(1), 60), None);
        assert_eq!(typed(&failures, "/c", Some(1), 0), None);
    }

    #[test]
    fn a_form_with_several_buttons_is_one_form() {
        let typed = |value: &str| -> Vec<(String, String)> {
            ["plan", "lock_version", "title", "text", "due"].map(|name| (name.to_owned(), value.to_owned())).into()
        };
        let mut failures = Failures::default();
        let failed = FormFailure { fields: typed("never"), ..failure("/do/commit", "") };
        failures.keep("/a", Some(1), DateTime::UNIX_EPOCH, failed);
        assert!(!failures.sent("/do/other", Some("/a"), &typed("x")[..2]), "another form about the same record");
        assert!(!failures.sent("/do/keep", Some("/b"), &typed("x")), "another page");
        assert!(failures.sent("/do/keep", Some("/a"), &typed("April 2018")[..4]));
    }

    #[test]
    fn a_few_are_kept_and_the_latest_always() {
        let pages: Vec<String> = (0..9).map(|n| format!("/{n}")).collect();
        let failures = kept(&pages.iter().map(|page| (page.as_str(), Some(1), page.as_str())).collect::<Vec<_>>());
        assert_eq!((typed(&failures, "/3", Some(1), 0), typed(&failures, "/4", Some(1), 0)), (None, Some("/4")));
        let long = "x".repeat(Room::STRANGER.bytes - 4);
        let failures = kept(&[("/a", None, "short"), ("/b", None, long.as_str())]);
        assert_eq!((typed(&failures, "/a", None, 0), typed(&failures, "/b", None, 0)), (None, Some(long.as_str())));
    }

    #[test]
    fn what_was_typed_is_shown_to_nobody_else_and_waits_for_who_signs_in() {
        let mut failures = kept(&[("/a", Some(1), "one"), ("/b", None, "two")]);
        assert_eq!((typed(&failures, "/a", None, 0), typed(&failures, "/a", Some(2), 0)), (None, None));
        failures.hand_over(2);
        assert_eq!((typed(&failures, "/a", Some(1), 0), typed(&failures, "/b", Some(2), 0)), (None, Some("two")));
        assert_eq!(typed(&failures, "/b", None, 0), None);
    }

    #[test]
    fn a_form_that_is_sent_well_is_forgotten_on_its_page() {
        let mut failures = kept(&[("/a", Some(1), "one"), ("/b", Some(1), "two")]);
        assert!(!failures.sent("/do/y", Some("/a"), &[]) && !failures.sent("/do/x", Some("/c"), &[]));
        assert!(failures.sent("/do/x", Some("/a"), &[]));
        assert_eq!((typed(&failures, "/a", Some(1), 0), typed(&failures, "/b", Some(1), 0)), (None, Some("two")));
        assert!(failures.sent("/do/x", None, &[]) && failures.is_empty(), "where the browser does not say, all of the form's");
    }

    #[test]
    fn whoever_starts_afresh_finds_a_fresh_page() {
        let mut failures = kept(&[("/a", Some(1), "one"), ("/b", Some(1), "two")]);
        assert!(failures.discard("/a") && !failures.discard("/a"));
        assert_eq!((typed(&failures, "/a", Some(1), 0), typed(&failures, "/b", Some(1), 0)), (None, Some("two")));
    }

    #[test]
    fn the_database_never_knows_the_page() {
        let text = serde_json::to_string(&kept(&[("/sign-in/reset/a-token", None, "x")])).expect("a text");
        assert!(!text.contains("a-token") && !text.contains("reset"), "{text}");
    }
}
