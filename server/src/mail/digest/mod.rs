//! The daily digest of one person: its content, and that content in words.

mod content;
mod words;

pub use content::{Digest, Heading, Line, Recipient, Section, Subject};
pub use words::{Compose, LineWords, SectionWords};

use super::{Composed, wrap};
use app::i18n::{Arg, dates, t, t_args};
use askama::Template;
use domain::text::{Coded, Lang};
use url::Url;

#[derive(Template)]
#[template(path = "mail/digest.html")]
struct Page<'a> {
    lang: &'a str,
    subject: &'a str,
    greeting: &'a str,
    intro: &'a str,
    sections: &'a [SectionWords],
    footer: &'a str,
    site: &'a str,
    site_text: &'a str,
}

#[derive(Template)]
#[template(path = "mail/digest.txt")]
struct Plain<'a> {
    greeting: &'a str,
    intro: &'a str,
    sections: &'a [SectionWords],
    footer: &'a str,
    site: &'a str,
}

/// The subject line: how many measures, and how many of them are late.
#[must_use]
pub fn subject(lang: Lang, digest: &Digest) -> String {
    let (count, late) = (digest.measures(), digest.late_measures());
    let counted = [("count", Arg::from(count)), ("late", Arg::from(late))];
    match late {
        0 => t_args(lang, "mail-digest-subject", &counted),
        _ if late == count => t_args(lang, "mail-digest-subject-all-late", &counted),
        _ => t_args(lang, "mail-digest-subject-late", &counted),
    }
}

/// The digest as a mail in its reader's language.
pub fn compose(digest: &Digest, base_url: &Url) -> Result<Composed, askama::Error> {
    let lang = digest.to.lang;
    let subject = subject(lang, digest);
    let greeting = t_args(lang, "mail-greeting", &[("name", Arg::from(digest.to.name.clone()))]);
    let intro = t_args(lang, "mail-digest-intro", &[("date", Arg::from(dates::day(lang, digest.on)))]);
    let footer = t(lang, "mail-footer");
    let sections = Compose { lang, today: digest.on, base_url }.sections(digest);
    let site = base_url.as_str();
    let html = Page {
        lang: lang.code(),
        subject: &subject,
        greeting: &greeting,
        intro: &intro,
        sections: &sections,
        footer: &footer,
        site,
        site_text: &t(lang, "mail-footer-site"),
    }
    .render()?;
    let (greeting, intro, footer) = (wrap::paragraph(&greeting), wrap::paragraph(&intro), wrap::paragraph(&footer));
    let text = Plain { greeting: &greeting, intro: &intro, sections: &sections, footer: &footer, site }.render()?;
    Ok(Composed { subject, text, html })
}

#[cfg(test)]
mod tests;
