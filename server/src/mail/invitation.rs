//! The mail that invites a person: who invites to what, in which role, and the one-time link.

use super::{Composed, wrap};
use app::i18n::{Arg, dates, name_of, t, t_args};
use askama::Template;
use chrono::NaiveDate;
use domain::{
    people::Role,
    text::{Bilingual, Coded, Lang},
};
use url::Url;

/// What an invitation says.
#[derive(Debug, Clone)]
pub struct Invitation<'a> {
    /// The language of who is invited.
    pub lang: Lang,
    /// The name of who is invited.
    pub name: &'a str,
    /// The name of who invites.
    pub inviter: &'a str,
    /// What the instance is called.
    pub instance: &'a Bilingual,
    /// The roles, each with the plan it is limited to.
    pub roles: &'a [(Role, Option<Bilingual>)],
    /// The link.
    pub link: &'a Url,
    /// The last day on which it surely works.
    pub until: NaiveDate,
}

#[derive(Template)]
#[template(path = "mail/invitation.html")]
struct Page<'a> {
    lang: &'a str,
    subject: &'a str,
    greeting: &'a str,
    intro: &'a str,
    roles: &'a [String],
    link: &'a str,
    link_text: &'a str,
    once: &'a str,
    not_you: &'a str,
}

#[derive(Template)]
#[template(path = "mail/invitation.txt")]
struct Plain<'a> {
    greeting: &'a str,
    intro: &'a str,
    roles: &'a [String],
    link: &'a str,
    once: &'a str,
    not_you: &'a str,
}

impl Invitation<'_> {
    fn intro(&self) -> String {
        let (lang, inviter) = (self.lang, Arg::from(self.inviter.to_owned()));
        match self.instance.for_reader(lang) {
            Some(name) => t_args(lang, "mail-invitation-intro-of", &[("inviter", inviter), ("instance", Arg::from(name.text))]),
            None => t_args(lang, "mail-invitation-intro", &[("inviter", inviter)]),
        }
    }

    fn role(&self, role: Role, plan: Option<&Bilingual>) -> String {
        let lang = self.lang;
        let role = Arg::from(name_of(lang, "role", role));
        match plan.and_then(|plan| plan.for_reader(lang)) {
            Some(plan) => t_args(lang, "mail-invitation-role-on", &[("role", role), ("plan", Arg::from(plan.text))]),
            None => t_args(lang, "mail-invitation-role", &[("role", role)]),
        }
    }
}

/// The invitation in the language of who is invited.
pub fn invitation(about: &Invitation<'_>) -> Result<Composed, askama::Error> {
    let lang = about.lang;
    let subject = t_args(lang, "mail-invitation-subject", &[("inviter", Arg::from(about.inviter.to_owned()))]);
    let greeting = t_args(lang, "mail-greeting", &[("name", Arg::from(about.name.to_owned()))]);
    let intro = about.intro();
    let roles: Vec<String> = about.roles.iter().map(|(role, plan)| about.role(*role, plan.as_ref())).collect();
    let once = t_args(lang, "mail-invitation-once", &[("date", Arg::from(dates::day(lang, about.until)))]);
    let not_you = t(lang, "mail-invitation-not-you");
    let html = Page {
        lang: lang.code(),
        subject: &subject,
        greeting: &greeting,
        intro: &intro,
        roles: &roles,
        link: about.link.as_str(),
        link_text: &t(lang, "mail-invitation-link"),
        once: &once,
        not_you: &not_you,
    }
    .render()?;
    let plain_roles: Vec<String> = roles.iter().map(|role| wrap::paragraph(&format!("- {role}"))).collect();
    let text = Plain {
        greeting: &wrap::paragraph(&greeting),
        intro: &wrap::paragraph(&intro),
        roles: &plain_roles,
        link: about.link.as_str(),
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
    fn an_invitation_says_who_invites_to_what_until_when_in_the_readers_language() {
        let link = Url::parse("https://suivi.example.ca/sign-in/link/a?x=1&y=2").expect("a URL");
        let instance = Bilingual::new(Some("Public Safety".into()), Some("Sécurité publique".into()));
        let roles = [(Role::Lead, Some(Bilingual::only(Lang::En, "Plan <A>"))), (Role::Reader, None)];
        let about = Invitation {
            lang: Lang::Fr,
            name: "Marie",
            inviter: "Paul <b>",
            instance: &instance,
            roles: &roles,
            link: &link,
            until: NaiveDate::from_ymd_opt(2018, 3, 22).expect("a day"),
        };
        let mail = invitation(&about).expect("a mail");
        assert_eq!(mail.subject, "Paul <b> vous invite dans Suivi");
        for words in ["Sécurité publique", "Plan <A>", "Responsable", "22\u{a0}mars\u{a0}2018", "\nhttps://suivi.example.ca/"] {
            assert!(mail.text.contains(words), "{words:?} is not in {}", mail.text);
        }
        assert!(mail.html.contains("<html lang=\"fr\">") && !mail.html.contains("<b>") && !mail.html.contains("<A>"));
        let plain = Invitation { lang: Lang::En, instance: &Bilingual::default(), roles: &[], ..about };
        assert!(!invitation(&plain).expect("a mail").text.contains("role"));
    }
}
