//! The mails with a one-time link: to sign in with, to choose a new password with.

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
    composed(lang, "mail-sign-in", name, link, minutes)
}

/// The mail for a person called `name` who forgot the password, with a link that lives for so many minutes.
pub fn password_reset(lang: Lang, name: &str, link: &Url, minutes: u32) -> Result<Composed, askama::Error> {
    composed(lang, "mail-password-reset", name, link, minutes)
}

/// The mail worded by `<key>-subject`, `-intro`, `-link` and `-not-you`.
fn composed(lang: Lang, key: &str, name: &str, link: &Url, minutes: u32) -> Result<Composed, askama::Error> {
    let words = |part: &str| t(lang, &format!("{key}-{part}"));
    let subject = words("subject");
    let greeting = t_args(lang, "mail-greeting", &[("name", Arg::from(name.to_owned()))]);
    let intro = words("intro");
    let once = t_args(lang, "mail-sign-in-once", &[("minutes", Arg::from(minutes))]);
    let not_you = words("not-you");
    let html = Page {
        lang: lang.code(),
        subject: &subject,
        greeting: &greeting,
        intro: &intro,
        link: link.as_str(),
        link_text: &words("link"),
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
