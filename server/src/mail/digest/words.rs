//! The lines of a digest in words, the same for the plain text and the page.

use super::{Digest, Heading, Line, Section, Subject};
use crate::mail::wrap;
use app::i18n::{Arg, dates, t, t_args};
use chrono::NaiveDate;
use domain::{
    reminders::Urgency,
    text::{Bilingual, Coded, Lang},
};
use url::Url;

/// As much of a measure's text as a line shows.
const TEXT: usize = 180;

/// Words digests for one reader on one day.
#[derive(Debug, Clone, Copy)]
pub struct Compose<'a> {
    /// The reader's language.
    pub lang: Lang,
    /// The day.
    pub today: NaiveDate,
    /// Where links start.
    pub base_url: &'a Url,
}

/// A section in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the places of the template")]
pub struct SectionWords {
    pub heading: String,
    pub underline: String,
    pub intro: Option<String>,
    pub plain_intro: Option<String>,
    pub lines: Vec<LineWords>,
}

/// A line in words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the places of the template")]
pub struct LineWords {
    pub what: String,
    pub text: Option<Quote>,
    pub asked: String,
    pub dates: String,
    pub plan: Option<(String, Quote)>,
    pub link: String,
    pub link_text: String,
    pub plain: String,
}

/// A text a person wrote, marked when it is not in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the places of the template")]
pub struct Quote {
    pub text: String,
    pub lang: &'static str,
    pub note: Option<String>,
}

impl Quote {
    fn plain(&self) -> String {
        self.note.as_ref().map_or_else(|| self.text.clone(), |note| format!("{} {note}", self.text))
    }
}

impl Compose<'_> {
    /// Every section of a digest.
    #[must_use]
    pub fn sections(&self, digest: &Digest) -> Vec<SectionWords> {
        digest.sections.iter().map(|section| self.section(section)).collect()
    }

    fn section(&self, section: &Section) -> SectionWords {
        let lang = self.lang;
        let (heading, intro) = match section.heading {
            Heading::WithoutAccount => (t(lang, "mail-heading-without-account"), Some(t(lang, "mail-without-account-intro"))),
            Heading::WithoutOwner => (t(lang, "mail-heading-without-owner"), Some(t(lang, "mail-without-owner-intro"))),
            Heading::Urgency(urgency) => (t(lang, urgency_key(urgency)), None),
        };
        SectionWords {
            underline: "=".repeat(heading.chars().count()),
            plain_intro: intro.as_deref().map(wrap::paragraph),
            lines: section.lines.iter().map(|line| self.line(section.heading, line)).collect(),
            heading,
            intro,
        }
    }

    /// One line under a heading.
    #[must_use]
    pub fn line(&self, heading: Heading, line: &Line) -> LineWords {
        let lang = self.lang;
        let label = || Arg::from(line.label.clone());
        let what = match line.subject {
            Subject::Measure(_) => t_args(lang, "mail-line-measure", &[("label", label())]),
            Subject::Deliverable(_) => t_args(lang, "mail-line-deliverable", &[("label", label())]),
        };
        let (link, link_text) = match heading {
            Heading::WithoutOwner => (owner_link(self.base_url, line.measure), "mail-link-owner"),
            Heading::WithoutAccount | Heading::Urgency(_) => (link(self.base_url, line.measure), "mail-link"),
        };
        let mut words = LineWords {
            what,
            text: self.quote(&line.text),
            asked: self.asked_of(heading, line),
            dates: self.dates(line),
            plan: self.quote(&line.plan).map(|quote| (t(lang, "mail-line-plan"), quote)),
            link,
            link_text: t_args(lang, link_text, &[("label", label())]),
            plain: String::new(),
        };
        words.plain = self.plain(&words);
        words
    }

    /// What the reader is to do, and for whom.
    fn asked_of(&self, heading: Heading, line: &Line) -> String {
        let asked = self.asked(heading, line);
        match &line.for_whom {
            Some(name) => format!("{} {asked}", t_args(self.lang, "mail-for-whom", &[("name", Arg::from(name.clone()))])),
            None => asked,
        }
    }

    /// What the reader is to do.
    fn asked(&self, heading: Heading, line: &Line) -> String {
        let lang = self.lang;
        let organisation = line.organisation.as_ref().and_then(|name| name.for_reader(lang));
        match (heading, line.urgency) {
            (Heading::WithoutOwner, _) => match &line.owner_text {
                Some(owner) => t_args(lang, "mail-asked-owner-in-words", &[("owner", Arg::from(owner.clone()))]),
                None => t(lang, "mail-asked-owner"),
            },
            (Heading::WithoutAccount, _) if organisation.is_some() => {
                let name = organisation.map(|name| name.text).unwrap_or_default();
                t_args(lang, "mail-asked-organisation", &[("organisation", Arg::from(name))])
            }
            (_, Urgency::Overdue) => t(lang, "mail-asked-overdue"),
            (_, Urgency::DueToday) => t(lang, "mail-asked-due-today"),
            _ => t(lang, "mail-asked-before"),
        }
    }

    /// The current date beside the original one, and how far away both are (rule 2).
    fn dates(&self, line: &Line) -> String {
        let lang = self.lang;
        let current = || ("current", Arg::from(dates::due(lang, line.current)));
        let due = match line.original {
            None => t_args(lang, "mail-due-deliverable", &[current()]),
            Some(original) if original == line.current => t_args(lang, "mail-due-kept", &[current()]),
            Some(original) => t_args(lang, "mail-due-moved", &[current(), ("original", Arg::from(dates::due(lang, original)))]),
        };
        let late = line.current.days_late(self.today);
        let mut parts = vec![due];
        if late > 0 {
            parts.push(t_args(lang, "mail-late", &[("days", Arg::from(late))]));
        } else if let Some(left) = line.current.days_left(self.today) {
            parts.push(t_args(lang, "mail-left", &[("days", Arg::from(left))]));
        }
        let since = line.original.filter(|original| *original != line.current).map_or(0, |date| date.days_late(self.today));
        if since > 0 {
            parts.push(t_args(lang, "mail-late-original", &[("days", Arg::from(since))]));
        }
        parts.join(" · ")
    }

    fn quote(&self, text: &Bilingual) -> Option<Quote> {
        let shown = text.for_reader(self.lang)?;
        let note = shown.is_fallback.then(|| t(self.lang, "text-in-other-language"));
        Some(Quote { text: wrap::beginning(&shown.text, TEXT), lang: shown.lang.code(), note })
    }

    fn plain(&self, words: &LineWords) -> String {
        let first = match &words.text {
            Some(quote) => {
                let what = ("what", Arg::from(words.what.clone()));
                t_args(self.lang, "mail-line-said", &[what, ("text", Arg::from(quote.plain()))])
            }
            None => words.what.clone(),
        };
        let mut lines = vec![wrap::hanging("* ", &first), wrap::hanging("  ", &words.asked), wrap::hanging("  ", &words.dates)];
        if let Some((name, quote)) = &words.plan {
            lines.push(wrap::hanging("  ", &format!("{name} {}", quote.plain())));
        }
        lines.push(format!("  {}", words.link));
        lines.join("\n")
    }
}

/// Where progress on a measure is reported.
#[must_use]
pub fn link(base_url: &Url, measure: i64) -> String {
    format!("{}/measures/{measure}/report", base_url.as_str().trim_end_matches('/'))
}

/// Where an owner of a measure is named.
fn owner_link(base_url: &Url, measure: i64) -> String {
    format!("{}/measures/{measure}/owner", base_url.as_str().trim_end_matches('/'))
}

fn urgency_key(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Overdue => "mail-heading-overdue",
        Urgency::DueToday => "mail-heading-due-today",
        Urgency::DueWithinTwoWeeks => "mail-heading-due-14",
        Urgency::DueWithinThirtyDays => "mail-heading-due-30",
        Urgency::Later => "mail-heading-later",
    }
}
