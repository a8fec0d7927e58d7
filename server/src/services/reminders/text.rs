//! What `suivi remind` prints.

use super::{Preview, Report};
use crate::{
    mail::{
        digest::{Compose, Digest, Heading, subject},
        wrap,
    },
    services::outbox::SendReport,
};
use app::i18n::{Arg, dates, name_of, t, t_args};
use chrono::NaiveDate;
use domain::{
    calendar::{is_working_day, next_working_day},
    text::Lang,
};
use std::fmt::Write;
use url::Url;

/// Who would get what, for a terminal.
#[must_use]
pub fn preview_text(lang: Lang, preview: &Preview, today: NaiveDate, base_url: &Url) -> String {
    let date = |day| Arg::from(dates::day(lang, day));
    let mut out = format!("{}\n", t_args(lang, "remind-title", &[("date", date(today))]));
    if !is_working_day(today) {
        let args = [("date", date(today)), ("next", date(next_working_day(today)))];
        let _ = writeln!(out, "{}", wrap::paragraph(&t_args(lang, "remind-closed", &args)));
        return out;
    }
    if preview.digests.is_empty() {
        let _ = writeln!(out, "{}", t(lang, "remind-nothing"));
    }
    let compose = Compose { lang, today, base_url };
    for digest in &preview.digests {
        person(&mut out, &compose, digest);
    }
    if !preview.unaddressed.is_empty() {
        let _ = writeln!(out, "\n{}", wrap::paragraph(&t(lang, "remind-unaddressed")));
        for line in &preview.unaddressed {
            let _ = writeln!(out, "\n{}", compose.line(Heading::for_coordinators(line), line).plain);
        }
    }
    out
}

fn person(out: &mut String, compose: &Compose<'_>, digest: &Digest) {
    let (lang, to) = (compose.lang, &digest.to);
    let args = [
        ("name", Arg::from(to.name.clone())),
        ("address", Arg::from(to.email.to_string())),
        ("language", Arg::from(name_of(lang, "lang", to.lang))),
    ];
    let title = t_args(lang, "remind-person", &args);
    let _ = writeln!(out, "\n{title}\n{}", "-".repeat(title.chars().count()));
    let about = t_args(lang, "remind-subject", &[("subject", Arg::from(subject(to.lang, digest)))]);
    let _ = writeln!(out, "{about}");
    for section in compose.sections(digest) {
        let _ = writeln!(out, "\n{}", section.heading);
        for line in section.lines {
            let _ = writeln!(out, "\n{}", line.plain);
        }
    }
}

/// What a run put into the outbox, for a terminal.
#[must_use]
pub fn report_text(lang: Lang, report: &Report) -> String {
    let mut out = format!("{}\n", t_args(lang, "remind-queued", &[("digests", Arg::from(report.digests))]));
    if report.failed > 0 {
        let _ = writeln!(out, "{}", t_args(lang, "remind-failed", &[("digests", Arg::from(report.failed))]));
    }
    out
}

/// What was sent from the outbox, for a terminal.
#[must_use]
pub fn sent_text(lang: Lang, report: &SendReport) -> String {
    let mut out = format!("{}\n", t_args(lang, "remind-sent", &[("mails", Arg::from(report.sent))]));
    let missed = report.delayed + report.failed;
    if missed > 0 {
        let _ = writeln!(out, "{}", t_args(lang, "remind-not-sent", &[("mails", Arg::from(missed))]));
    }
    out
}
