//! Who is told of a decision by mail, and in which words: those who have to act, and those who wait for the answer.
//! One mail a person and event, in their language, never to who just did it.

use super::Case;
use crate::{
    mail::{self, Composed, Quote},
    services::{Services, outbox},
    store::{
        Tx,
        decisions::{Recipient, recipients},
    },
};
use app::{
    backend::Caller,
    error::AppError,
    i18n::{Arg, dates, t, t_args},
};
use domain::{
    dates::DueDate,
    mail::MailKind,
    people::Role,
    text::{Bilingual, Lang},
};

/// What happened.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// A later date was asked for, after so many extensions.
    ExtensionAsked { to: DueDate, before: u32 },
    /// It was granted.
    ExtensionGranted { to: DueDate, asked: DueDate },
    /// It was refused.
    ExtensionRefused { asked: DueDate, stays: DueDate },
    /// It was taken back.
    ExtensionWithdrawn { asked: DueDate },
    /// A measure was reported as completed.
    Claimed,
    /// The claim was accepted.
    ClaimAccepted,
    /// The claim was sent back.
    ClaimReturned,
    /// The measure is no longer to be done.
    Dropped,
    /// Another one takes its place.
    Superseded { label: String },
    /// Another organisation takes it over.
    Transferred { to: Bilingual },
    /// One of its deliverables is dropped.
    Retired { title: Bilingual },
}

/// Who is told.
#[derive(Debug, Clone)]
pub(super) enum Audience {
    /// Those who decide extensions.
    Deciders,
    /// Those who verify, except the owner.
    Verifiers { except: Option<i64> },
    /// The owner, the leads of the organisation (and of another one), and these people.
    Waiting { people: Vec<i64>, organisation: Option<i64> },
}

/// Something people are told of.
#[derive(Debug)]
pub(super) struct Event<'a> {
    /// Makes the mail to a person the only one about this.
    pub key: String,
    pub what: What,
    /// What was written, and by whom it was sent.
    pub words: &'a Bilingual,
    /// The page where something can be done about it.
    pub path: String,
    pub audience: Audience,
}

impl Audience {
    fn others(&self) -> &[i64] {
        match self {
            Self::Waiting { people, .. } => people,
            Self::Deciders | Self::Verifiers { .. } => &[],
        }
    }

    fn holds(&self, case: &Case, person: &Recipient) -> bool {
        match self {
            Self::Deciders => person.is(&[Role::Coordinator, Role::Executive]),
            Self::Verifiers { except } => person.is(&[Role::Coordinator]) && *except != Some(person.id),
            Self::Waiting { people, organisation } => {
                let led = [case.measure.figures.lead_organisation_id, *organisation];
                let leads = person.is(&[Role::Lead]) && led.iter().flatten().any(|led| Some(*led) == person.organisation_id);
                leads || people.contains(&person.id) || case.measure.figures.owner_id == Some(person.id)
            }
        }
    }
}

impl Services {
    /// Puts the mails about an event into the outbox.
    pub(super) async fn announce(&self, tx: &Tx, caller: &Caller, case: &Case, event: Event<'_>) -> Result<(), AppError> {
        let (base_url, now) = (&self.settings.base_url, self.clock.now());
        let link = base_url.join(&event.path).map_err(|error| {
            tracing::error!(%error, path = event.path, "a link could not be made");
            AppError::Internal
        })?;
        let mut others = event.audience.others().to_vec();
        others.extend(case.measure.figures.owner_id);
        let told = recipients(tx, case.plan.id, &others).await?.into_iter();
        for person in told.filter(|person| person.id != caller.actor.person && event.audience.holds(case, person)) {
            let letter = letter(&person, caller, case, &event, &link).map_err(|error| {
                tracing::error!(%error, "a notice could not be written");
                AppError::Internal
            })?;
            let key = format!("notice:{}:{}", event.key, person.id);
            let mail = outbox::mail(key, MailKind::Notice, person.id, person.email, person.lang, letter, base_url);
            outbox::enqueue(tx, mail, now).await?;
        }
        Ok(())
    }
}

fn letter(
    person: &Recipient,
    caller: &Caller,
    case: &Case,
    event: &Event<'_>,
    link: &url::Url,
) -> Result<Composed, askama::Error> {
    let lang = person.lang;
    let said = |text: &Bilingual| text.for_reader(lang).map(|text| text.text);
    let mut args = event.what.args(lang);
    args.push(("label", Arg::from(case.measure.label.clone())));
    args.push(("who", Arg::from(caller.actor.name.clone())));
    let code = event.what.code();
    let about = t_args(
        lang,
        "notice-about",
        &[
            ("measure", Arg::from(said(&case.measure.text).unwrap_or_default())),
            ("plan", Arg::from(said(&case.plan.title).unwrap_or_default())),
        ],
    );
    let quote = event.words.for_reader(lang).map(|words| Quote { by: t_args(lang, "notice-quote", &args), words });
    mail::decision(
        lang,
        &person.name,
        mail::Decision {
            subject: t_args(lang, &format!("notice-{code}-subject"), &args),
            paragraphs: vec![t_args(lang, &format!("notice-{code}"), &args), about],
            quote,
            link,
            link_text: t(lang, &format!("notice-link-{}", event.what.link())),
        },
    )
}

impl What {
    /// The middle of its keys in the catalogue.
    fn code(&self) -> &'static str {
        match self {
            Self::ExtensionAsked { .. } => "extension-asked",
            Self::ExtensionGranted { to, asked } if to != asked => "extension-granted-other",
            Self::ExtensionGranted { .. } => "extension-granted",
            Self::ExtensionRefused { .. } => "extension-refused",
            Self::ExtensionWithdrawn { .. } => "extension-withdrawn",
            Self::Claimed => "claimed",
            Self::ClaimAccepted => "claim-accepted",
            Self::ClaimReturned => "claim-returned",
            Self::Dropped => "dropped",
            Self::Superseded { .. } => "superseded",
            Self::Transferred { .. } => "transferred",
            Self::Retired { .. } => "retired",
        }
    }

    /// What the link is there for.
    fn link(&self) -> &'static str {
        match self {
            Self::ExtensionAsked { .. } => "decide",
            Self::Claimed => "verify",
            _ => "see",
        }
    }

    fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        let date = |name, due| (name, Arg::from(dates::due(lang, due)));
        let text = |name, text: &Bilingual| (name, Arg::from(text.for_reader(lang).map(|text| text.text).unwrap_or_default()));
        match self {
            Self::ExtensionAsked { to, before } => vec![date("date", *to), ("count", Arg::from(*before))],
            Self::ExtensionGranted { to, asked } => vec![date("date", *to), date("asked", *asked)],
            Self::ExtensionRefused { asked, stays } => vec![date("asked", *asked), date("date", *stays)],
            Self::ExtensionWithdrawn { asked } => vec![date("asked", *asked)],
            Self::Superseded { label } => vec![("successor", Arg::from(label.clone()))],
            Self::Transferred { to } => vec![text("organisation", to)],
            Self::Retired { title } => vec![text("deliverable", title)],
            Self::Claimed | Self::ClaimAccepted | Self::ClaimReturned | Self::Dropped => Vec::new(),
        }
    }
}
