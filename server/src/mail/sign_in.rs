//! The mail with a one-time link to sign in with.

use super::{Composed, wrap};
use app::i18n::{Arg, t, t_args};
use askama::Template;
use domain::text::{Coded, Lang};
use url::Url;

#[derive(Template)]
#[template(path = "mail/sign_in.html")]
struct Page<'a> {
    lang: &'a str,
    subject: &'a str,
    greeting: &'a str,
    intro: &'a str,
    link: &'a str,
    link_text: &'a str,
    once: &'a str,
    not_you: &'a str,
}

#[derive(Template)]
#[template(path = "mail/sign_in.txt")]
struct Plain<'a> {
    greeting: &'a str,
    intro: &'a str,
    link: &'a str,
    once: &'a str,
    not_you: &'a str,
}

/// The sign-in mail for a person called `name`, with a link that lives for so many minutes.
pub fn sign_in(lang: Lang, name: &str, link: &Url, minutes: u32) -> Result<Composed, askama::Error> {
    let subject = t(lang, "mail-sign-in-subject");
    let greeting = t_args(lang, "mail-greeting", &[("name", Arg::from(name.to_owned()))]);
    let intro = t(lang, "mail-sign-in-intro");
    let once = t_args(lang, "mail-sign-in-once", &[("minutes", Arg::from(minutes))]);
    let not_you = t(lang, "mail-sign-in-not-you");
    let html = Page {
        lang: lang.code(),
        subject: &subject,
        greeting: &greeting,
        intro: &intro,
        link: link.as_str(),
        link_text: &t(lang, "mail-sign-in-link"),
        once: &once,
        not_you: &not_you,
    }
    .render()?;
    let text = Plain {
        greeting: &wrap::paragraph(&greeting),
        intro: &wrap::paragraph(&intro),
        link: link.as_str(),
        once: &wrap::paragraph(&once),
        not_you: &wrap::paragraph(&not_you),
    }
    .render()?;
    Ok(Composed { subject, text, html })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_is_in_both_bodies_and_the_words_are_the_readers() {
        let link = Url::parse("https://suivi.example.ca/sign-in/a?x=1&y=2").expect("a URL");
        let mail = sign_in(Lang::Fr, "Marie <b>", &link, 30).expect("a mail");
        assert_eq!(mail.subject, "Votre lien pour ouvrir une session dans Suivi");
        assert!(mail.text.contains("\nhttps://suivi.example.ca/sign-in/a?x=1&y=2\n"), "{}", mail.text);
        assert!(mail.html.contains("<html lang=\"fr\">") && mail.html.contains("expire dans 30\u{a0}minutes"));
        assert!(!mail.html.contains("<b>") && !mail.html.contains("1&y"), "{}", mail.html);
    }
}
