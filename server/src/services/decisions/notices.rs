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
    i18n::{Arg, dates, name_of, t, t_args},
};
use domain::{
    comments::ProposedDecision,
    dates::DueDate,
    mail::MailKind,
    people::Role,
    text::{Bilingual, Lang},
};

/// What happened.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// A later date was asked for, after so many extensions.
    ExtensionAsked { to: DueDate, before: u32, deliverables: Vec<Moved> },
    /// It was granted.
    ExtensionGranted { to: DueDate, asked: DueDate, deliverables: Vec<Moved> },
    /// It was refused.
    ExtensionRefused { asked: DueDate, stays: DueDate },
    /// It was taken back.
    ExtensionWithdrawn { asked: DueDate },
    /// A measure was reported as completed.
    Claimed,
    /// What was verified was changed, and has to be verified again.
    WaitsAgain,
    /// More was promised of what was claimed or verified, so that it is open again.
    OpenAgain,
    /// The claim was accepted.
    ClaimAccepted,
    /// The claim was sent back.
    ClaimReturned,
    /// The measure is no longer to be done.
    Dropped,
    /// Another one takes its place.
    Superseded { label: String },
    /// It takes the place of another one.
    TakesOver { predecessor: String },
    /// The person told is the one who carries it from now on.
    OwnerNamed,
    /// Another organisation takes it over.
    Transferred { to: Bilingual },
    /// One of its deliverables is dropped.
    Retired { title: Bilingual },
    /// Somebody proposes a decision.
    DecisionProposed { decision: ProposedDecision },
    /// It was taken.
    ProposalFollowed { decision: ProposedDecision },
    /// It was set aside.
    ProposalSetAside { decision: ProposedDecision },
    /// A comment was withdrawn by somebody else.
    CommentWithdrawn,
}

/// A deliverable that moves with its measure, or was asked to.
#[derive(Debug, Clone)]
pub(super) struct Moved {
    pub title: Bilingual,
    pub from: DueDate,
    /// The date asked for or granted; `None` keeps the one before.
    pub to: Option<DueDate>,
}

/// Who is told.
#[derive(Debug, Clone)]
pub(super) enum Audience {
    /// Those who decide extensions.
    Deciders,
    /// Those who coordinate the plan.
    Coordinators,
    /// Those who verify, except the owner.
    Verifiers { except: Option<i64> },
    /// The owner, the leads of the organisation (and of another one), and these people.
    Waiting { people: Vec<i64>, organisation: Option<i64> },
    /// This person alone.
    One([i64; 1]),
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
            Self::One(person) => person,
            Self::Deciders | Self::Coordinators | Self::Verifiers { .. } => &[],
        }
    }

    fn leaves_out(&self, person: &Recipient) -> bool {
        matches!(self, Self::Verifiers { except } if *except == Some(person.id))
    }

    fn holds(&self, case: &Case, person: &Recipient) -> bool {
        match self {
            Self::Deciders => person.is(&[Role::Coordinator, Role::Executive]),
            Self::Coordinators => person.is(&[Role::Coordinator]),
            Self::One(one) => one.contains(&person.id),
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
        self.announce_from(tx, (caller.actor.person, &caller.actor.name), case, event).await
    }

    /// The same, of what a person did who is known by id and name alone.
    pub(super) async fn announce_from(&self, tx: &Tx, by: (i64, &str), case: &Case, event: Event<'_>) -> Result<(), AppError> {
        let (base_url, now) = (&self.settings.base_url, self.clock.now());
        let link = base_url.join(&event.path).map_err(|error| {
            tracing::error!(%error, path = event.path, "a link could not be made");
            AppError::Internal
        })?;
        let mut others = event.audience.others().to_vec();
        others.extend(case.measure.figures.owner_id);
        let known = recipients(tx, case.plan.id, &others, self.clock.today()).await?;
        for (person, for_whom) in with_deputies(&known, |person| event.audience.holds(case, person)) {
            // Nor does a deputy act on what is not theirs to act on in their own name.
            if person.id == by.0 || event.audience.leaves_out(person) {
                continue;
            }
            let letter = letter((person, for_whom), by.1, case, &event, &link).map_err(|error| {
                tracing::error!(%error, "a notice could not be written");
                AppError::Internal
            })?;
            let key = format!("notice:{}:{}", event.key, person.id);
            let (email, lang) = (person.email.clone(), person.lang);
            let mail = outbox::mail(key, MailKind::Notice, person.id, email, lang, letter, base_url);
            outbox::enqueue(tx, mail, now).await?;
        }
        Ok(())
    }
}

/// Those who are told, and the deputies of those among them who are away: each person once, a deputy with the name of
/// whom they stand in for.
fn with_deputies(known: &[Recipient], holds: impl Fn(&Recipient) -> bool) -> Vec<(&Recipient, Option<&str>)> {
    let mut told: Vec<(&Recipient, Option<&str>)> = known.iter().filter(|person| holds(person)).map(|p| (p, None)).collect();
    let away: Vec<&Recipient> = told.iter().map(|(person, _)| *person).filter(|person| person.deputy_id.is_some()).collect();
    for principal in away {
        let deputy = known.iter().find(|person| Some(person.id) == principal.deputy_id);
        let Some(deputy) = deputy.filter(|deputy| told.iter().all(|(person, _)| person.id != deputy.id)) else { continue };
        told.push((deputy, Some(&principal.name)));
    }
    told
}

fn letter(
    (person, for_whom): (&Recipient, Option<&str>),
    by: &str,
    case: &Case,
    event: &Event<'_>,
    link: &url::Url,
) -> Result<Composed, askama::Error> {
    let lang = person.lang;
    let said = |text: &Bilingual| text.for_reader(lang).map(|text| text.text);
    let mut args = event.what.args(lang);
    args.push(("label", Arg::from(case.measure.label.clone())));
    args.push(("who", Arg::from(by.to_owned())));
    let code = event.what.code();
    let about = t_args(
        lang,
        "notice-about",
        &[
            ("measure", Arg::from(said(&case.measure.text).unwrap_or_default())),
            ("plan", Arg::from(said(&case.plan.title).unwrap_or_default())),
        ],
    );
    let mut paragraphs = vec![t_args(lang, &format!("notice-{code}"), &args), about];
    paragraphs.extend(event.what.deliverables(lang));
    paragraphs.extend(for_whom.map(|name| t_args(lang, "notice-for-whom", &[("name", Arg::from(name.to_owned()))])));
    let quote = event.words.for_reader(lang).map(|words| Quote { by: t_args(lang, "notice-quote", &args), words });
    mail::decision(
        lang,
        &person.name,
        mail::Decision {
            subject: t_args(lang, &format!("notice-{code}-subject"), &args),
            paragraphs,
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
            Self::ExtensionGranted { to, asked, .. } if to != asked => "extension-granted-other",
            Self::ExtensionGranted { .. } => "extension-granted",
            Self::ExtensionRefused { .. } => "extension-refused",
            Self::ExtensionWithdrawn { .. } => "extension-withdrawn",
            Self::Claimed => "claimed",
            Self::WaitsAgain => "waits-again",
            Self::OpenAgain => "open-again",
            Self::ClaimAccepted => "claim-accepted",
            Self::ClaimReturned => "claim-returned",
            Self::Dropped => "dropped",
            Self::Superseded { .. } => "superseded",
            Self::TakesOver { .. } => "takes-over",
            Self::OwnerNamed => "owner-named",
            Self::Transferred { .. } => "transferred",
            Self::Retired { .. } => "retired",
            Self::DecisionProposed { .. } => "decision-proposed",
            Self::ProposalFollowed { .. } => "proposal-followed",
            Self::ProposalSetAside { .. } => "proposal-set-aside",
            Self::CommentWithdrawn => "comment-withdrawn",
        }
    }

    /// What the link is there for.
    fn link(&self) -> &'static str {
        match self {
            Self::ExtensionAsked { .. } => "decide",
            Self::Claimed | Self::WaitsAgain => "verify",
            Self::DecisionProposed { .. } => "answer",
            _ => "see",
        }
    }

    /// A sentence about each deliverable that was asked.
    fn deliverables(&self, lang: Lang) -> Vec<String> {
        let (moved, key) = match self {
            Self::ExtensionAsked { deliverables, .. } => (deliverables, "notice-deliverable-asked"),
            Self::ExtensionGranted { deliverables, .. } => (deliverables, "notice-deliverable-granted"),
            _ => return Vec::new(),
        };
        let sentence = |of: &Moved| {
            let title = of.title.for_reader(lang).map(|title| title.text).unwrap_or_default();
            let to = of.to.unwrap_or(of.from);
            let args = [
                ("title", Arg::from(title)),
                ("from", Arg::from(dates::due(lang, of.from))),
                ("to", Arg::from(dates::due(lang, to))),
            ];
            t_args(lang, if of.to.is_some() { key } else { "notice-deliverable-kept" }, &args)
        };
        moved.iter().map(sentence).collect()
    }

    fn args(&self, lang: Lang) -> Vec<(&'static str, Arg)> {
        let date = |name, due| (name, Arg::from(dates::due(lang, due)));
        let text = |name, text: &Bilingual| (name, Arg::from(text.for_reader(lang).map(|text| text.text).unwrap_or_default()));
        match self {
            Self::ExtensionAsked { to, before, .. } => vec![date("date", *to), ("count", Arg::from(*before))],
            Self::ExtensionGranted { to, asked, .. } => vec![date("date", *to), date("asked", *asked)],
            Self::ExtensionRefused { asked, stays } => vec![date("asked", *asked), date("date", *stays)],
            Self::ExtensionWithdrawn { asked } => vec![date("asked", *asked)],
            Self::Superseded { label } => vec![("successor", Arg::from(label.clone()))],
            Self::TakesOver { predecessor } => Vec::from([("predecessor", Arg::from(predecessor.clone()))]),
            Self::Transferred { to } => vec![text("organisation", to)],
            Self::Retired { title } => vec![text("deliverable", title)],
            Self::DecisionProposed { decision } | Self::ProposalFollowed { decision } | Self::ProposalSetAside { decision } => {
                Vec::from([("decision", Arg::from(name_of(lang, "proposed", *decision)))])
            }
            Self::Claimed
            | Self::WaitsAgain
            | Self::OpenAgain
            | Self::OwnerNamed
            | Self::ClaimAccepted
            | Self::ClaimReturned
            | Self::CommentWithdrawn
            | Self::Dropped => Vec::new(),
        }
    }
}
