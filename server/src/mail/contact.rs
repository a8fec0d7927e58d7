//! The mails around a contact without an account: the links to answer by, and the news that an answer came.

use super::{Composed, wrap};
use app::i18n::{Arg, name_of, t, t_args};
use askama::Template;
use domain::{
    contacts::ContactPurpose,
    text::{Bilingual, Coded, Lang},
};

/// As much of a measure's text as the mail shows.
const TEXT: usize = 240;

/// What is asked of whom.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The contact's language.
    pub lang: Lang,
    /// The contact's name.
    pub name: &'a str,
    /// The name of the coordinator who asks.
    pub from: &'a str,
    /// The plan's title.
    pub plan: &'a Bilingual,
    /// What is asked for.
    pub purpose: ContactPurpose,
    /// How many days the links live.
    pub days: u32,
    /// Label, text and link of each measure.
    pub measures: Vec<(String, Bilingual, String)>,
}

/// A measure in words.
struct Line {
    what: String,
    link: String,
    link_text: String,
}

#[derive(Template)]
#[template(path = "mail/contact.html")]
struct Page<'a> {
    lang: &'a str,
    subject: &'a str,
    greeting: &'a str,
    intro: &'a str,
    lines: &'a [Line],
    closing: &'a [String],
}

#[derive(Template)]
#[template(path = "mail/contact.txt")]
struct Plain<'a> {
    greeting: &'a str,
    intro: &'a str,
    lines: &'a [Line],
    closing: &'a [String],
}

/// The mail that asks.
pub fn ask(asked: &Asked<'_>) -> Result<Composed, askama::Error> {
    let lang = asked.lang;
    let subject = t(lang, &format!("mail-contact-{}-subject", asked.purpose));
    let args = [("from", Arg::from(asked.from.to_owned())), ("plan", Arg::from(words(asked.plan, lang)))];
    let intro = t_args(lang, &format!("mail-contact-{}-intro", asked.purpose), &args);
    let link_text = name_of(lang, "mail-contact-link", asked.purpose);
    let lines = asked.measures.iter().map(|(label, text, link)| {
        let text = wrap::beginning(&words(text, lang), TEXT);
        let args = [("label", Arg::from(label.clone())), ("text", Arg::from(text))];
        Line { what: t_args(lang, "mail-contact-measure", &args), link: link.clone(), link_text: link_text.clone() }
    });
    let lines: Vec<Line> = lines.collect();
    let closing = [
        t_args(lang, "mail-contact-once", &[("days", Arg::from(asked.days))]),
        t_args(lang, "mail-contact-who", &[("from", Arg::from(asked.from.to_owned()))]),
    ];
    composed(lang, subject, asked.name, &intro, &lines, &closing)
}

/// Where the link goes in a mail that is only shown.
#[must_use]
pub fn place_of_link(lang: Lang) -> String {
    t(lang, "mail-contact-place-of-link")
}

/// The mail that tells the coordinator called `name` what came in.
pub fn answered(
    lang: Lang,
    name: &str,
    contact: &str,
    label: &str,
    plan: &Bilingual,
    link: &str,
) -> Result<Composed, askama::Error> {
    let args = [
        ("contact", Arg::from(contact.to_owned())),
        ("label", Arg::from(label.to_owned())),
        ("plan", Arg::from(words(plan, lang))),
    ];
    let subject = t_args(lang, "mail-answered-subject", &args);
    let line =
        Line { what: t_args(lang, "mail-answered-what", &args), link: link.to_owned(), link_text: t(lang, "mail-answered-link") };
    composed(lang, subject, name, &t_args(lang, "mail-answered-intro", &args), &[line], &[])
}

fn words(text: &Bilingual, lang: Lang) -> String {
    text.for_reader(lang).map(|text| text.text).unwrap_or_default()
}

fn composed(
    lang: Lang,
    subject: String,
    name: &str,
    intro: &str,
    lines: &[Line],
    closing: &[String],
) -> Result<Composed, askama::Error> {
    let greeting = t_args(lang, "mail-greeting", &[("name", Arg::from(name.to_owned()))]);
    let html = Page { lang: lang.code(), subject: &subject, greeting: &greeting, intro, lines, closing }.render()?;
    let wrapped: Vec<Line> = lines
        .iter()
        .map(|line| Line { what: wrap::paragraph(&line.what), link: line.link.clone(), link_text: String::new() })
        .collect();
    let closing: Vec<String> = closing.iter().map(|text| wrap::paragraph(text)).collect();
    let (greeting, intro) = (wrap::paragraph(&greeting), wrap::paragraph(intro));
    let text = Plain { greeting: &greeting, intro: &intro, lines: &wrapped, closing: &closing }.render()?;
    Ok(Composed { subject, text, html })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_measure_has_its_link_in_both_bodies_in_the_contacts_language() {
        let measures = ["1", "2b"].map(|label| {
            let text = Bilingual::only(Lang::Fr, "Signer <le> mandat");
            (label.to_owned(), text, format!("https://suivi.example.ca/answer/t{label}?lang=fr&x=1"))
        });
        let asked = Asked {
            lang: Lang::Fr,
            name: "Anne <b>",
            from: "Claire Coordonnatrice",
            plan: &Bilingual::only(Lang::Fr, "Le plan"),
            purpose: ContactPurpose::Update,
            days: 14,
            measures: measures.into(),
        };
        let mail = ask(&asked).expect("a mail");
        assert!(mail.text.contains("\nhttps://suivi.example.ca/answer/t2b?lang=fr&x=1\n"), "{}", mail.text);
        assert_eq!(mail.html.matches("href=").count(), 2);
        assert!(mail.html.contains("<html lang=\"fr\">") && !mail.html.contains("<le>") && !mail.html.contains("<b>"));
        assert!(mail.text.contains("14\u{a0}jours") && mail.text.contains("Claire Coordonnatrice"), "{}", mail.text);
    }
}
