//! The mail that tells somebody what happened to their account, in case it was not them.

use super::{Composed, wrap};
use app::i18n::{Arg, t, t_args};
use askama::Template;
use domain::text::{Coded, Lang};
use url::Url;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A password was set or changed.
    PasswordSet,
    /// A second factor was put into use.
    SecondFactorOn,
    /// The second factor was turned off.
    SecondFactorOff,
    /// Somebody came in by a recovery code.
    RecoveryCodeUsed,
    /// New recovery codes replaced the old ones.
    RecoveryCodesRenewed,
    /// An administrator took the second factor away.
    SecondFactorTaken,
    /// An administrator ended all sessions.
    SessionsEnded,
    /// An administrator changed the address; told at both.
    AddressChanged,
    /// An administrator unlinked the work account.
    AccountUnlinked,
}

impl Notice {
    fn code(self) -> &'static str {
        match self {
            Self::PasswordSet => "password-set",
            Self::SecondFactorOn => "second-factor-on",
            Self::SecondFactorOff => "second-factor-off",
            Self::RecoveryCodeUsed => "recovery-code-used",
            Self::RecoveryCodesRenewed => "recovery-codes-renewed",
            Self::SecondFactorTaken => "second-factor-taken",
            Self::SessionsEnded => "sessions-ended",
            Self::AddressChanged => "address-changed",
            Self::AccountUnlinked => "account-unlinked",
        }
    }

    /// What to do about it: what somebody else did is no sign by itself that something is wrong.
    fn advice(self, lang: Lang) -> String {
        match self {
            Self::SecondFactorTaken | Self::SessionsEnded | Self::AddressChanged | Self::AccountUnlinked => {
                t(lang, "mail-notice-by-others")
            }
            _ => t(lang, "mail-notice-not-you"),
        }
    }
}

#[derive(Template)]
#[template(path = "mail/notice.html")]
struct Page<'a> {
    lang: &'a str,
    subject: &'a str,
    greeting: &'a str,
    intro: &'a str,
    link: &'a str,
    link_text: &'a str,
    not_you: &'a str,
}

#[derive(Template)]
#[template(path = "mail/notice.txt")]
struct Plain<'a> {
    greeting: &'a str,
    intro: &'a str,
    not_you: &'a str,
    link: &'a str,
}

/// The notice for a person called `name`.
pub fn notice(lang: Lang, name: &str, notice: Notice, base: &Url) -> Result<Composed, askama::Error> {
    let subject = t(lang, &format!("mail-notice-{}-subject", notice.code()));
    let greeting = t_args(lang, "mail-greeting", &[("name", Arg::from(name.to_owned()))]);
    let intro = t(lang, &format!("mail-notice-{}-intro", notice.code()));
    let not_you = notice.advice(lang);
    let link = format!("{}/account/security", base.as_str().trim_end_matches('/'));
    let html = Page {
        lang: lang.code(),
        subject: &subject,
        greeting: &greeting,
        intro: &intro,
        link: &link,
        link_text: &t(lang, "mail-notice-link"),
        not_you: &not_you,
    }
    .render()?;
    let text = Plain {
        greeting: &wrap::paragraph(&greeting),
        intro: &wrap::paragraph(&intro),
        not_you: &wrap::paragraph(&not_you),
        link: &link,
    }
    .render()?;
    Ok(Composed { subject, text, html })
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::i18n::has;

    const ALL: [Notice; 9] = [
        Notice::PasswordSet,
        Notice::SecondFactorOn,
        Notice::SecondFactorOff,
        Notice::RecoveryCodeUsed,
        Notice::RecoveryCodesRenewed,
        Notice::SecondFactorTaken,
        Notice::SessionsEnded,
        Notice::AddressChanged,
        Notice::AccountUnlinked,
    ];

    #[test]
    fn every_notice_is_worded_and_leads_to_where_one_looks_after_it() {
        let base = Url::parse("https://suivi.example.ca/").expect("a URL");
        for happening in ALL {
            assert!(has(Lang::Fr, &format!("mail-notice-{}-subject", happening.code())), "{happening:?}");
            let mail = notice(Lang::Fr, "Marie <b>", happening, &base).expect("a mail");
            assert!(mail.text.contains("\nhttps://suivi.example.ca/account/security\n"), "{}", mail.text);
            assert!(!mail.html.contains("<b>") && !mail.text.contains("mail-notice"), "{}", mail.text);
        }
    }
}
