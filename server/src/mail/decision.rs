//! A short mail about one thing that happened: what, in whose words, and the one link.

use super::{Composed, wrap};
use app::i18n::{Arg, t, t_args};
use askama::Template;
use domain::text::{Coded, InLang, Lang};
use url::Url;

/// What somebody wrote, with what is said before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The sentence before.
    pub by: String,
    /// The words.
    pub words: InLang,
}

/// What such a mail says.
#[derive(Debug, Clone)]
pub struct Decision<'a> {
    /// The subject line.
    pub subject: String,
    /// What happened, a sentence or two each.
    pub paragraphs: Vec<String>,
    /// What somebody wrote about it.
    pub quote: Option<Quote>,
    /// The page where something can be done about it.
    pub link: &'a Url,
    /// What the link is called.
    pub link_text: String,
}

#[derive(Template)]
#[template(path = "mail/decision.html")]
struct Page<'a> {
    lang: &'a str,
    subject: &'a str,
    greeting: &'a str,
    paragraphs: &'a [String],
    quote: Option<(&'a str, &'a str, &'a str)>,
    link: &'a str,
    link_text: &'a str,
    why: &'a str,
}

#[derive(Template)]
#[template(path = "mail/decision.txt")]
struct Plain<'a> {
    greeting: &'a str,
    paragraphs: &'a [String],
    quote: Option<(&'a str, &'a str)>,
    link: &'a str,
    link_text: &'a str,
    why: &'a str,
}

/// The mail for a person called `name`.
pub fn decision(lang: Lang, name: &str, said: Decision<'_>) -> Result<Composed, askama::Error> {
    let greeting = t_args(lang, "mail-greeting", &[("name", Arg::from(name.to_owned()))]);
    let why = t(lang, "notice-why");
    let quote = said.quote.as_ref();
    let html = Page {
        lang: lang.code(),
        subject: &said.subject,
        greeting: &greeting,
        paragraphs: &said.paragraphs,
        quote: quote.map(|quote| (quote.by.as_str(), quote.words.lang.code(), quote.words.text.as_str())),
        link: said.link.as_str(),
        link_text: &said.link_text,
        why: &why,
    }
    .render()?;
    let quoted = quote.map(|quote| (wrap::paragraph(&quote.by), wrap::hanging("  ", &quote.words.text)));
    let paragraphs: Vec<String> = said.paragraphs.iter().map(|text| wrap::paragraph(text)).collect();
    let text = Plain {
        greeting: &wrap::paragraph(&greeting),
        paragraphs: &paragraphs,
        quote: quoted.as_ref().map(|(by, words)| (by.as_str(), words.as_str())),
        link: said.link.as_str(),
        link_text: &said.link_text,
        why: &wrap::paragraph(&why),
    }
    .render()?;
    Ok(Composed { subject: said.subject, text, html })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_quoted_in_its_own_language_and_cannot_become_markup() {
        let link = Url::parse("https://suivi.example.ca/extensions/3").expect("a URL");
        let words = InLang { text: "Wait <b>\nfor it".into(), lang: Lang::En, is_fallback: true };
        let content = Decision {
            subject: "Prolongation refusée".into(),
            paragraphs: vec!["La date reste avril 2018.".into()],
            quote: Some(Quote { by: "Claire écrit :".into(), words }),
            link: &link,
            link_text: "Voir".into(),
        };
        let mail = decision(Lang::Fr, "Luc", content).expect("a mail");
        assert!(mail.html.contains("<blockquote lang=\"en\">") && !mail.html.contains("<b>"), "{}", mail.html);
        assert!(mail.text.contains("\n  Wait <b> for it\n"), "{}", mail.text);
        assert!(mail.text.contains("\nhttps://suivi.example.ca/extensions/3\n"), "{}", mail.text);
    }
}
