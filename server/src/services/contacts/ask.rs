//! Asking a contact: the form, the mail with the links, the list of what was sent.

use super::{coordinated, named, unknown, unwritten};
use crate::{
    mail::contact::{self, Asked},
    services::{Author, Services, access, accounts::Token, life::refused, once::Once, outbox, views},
    store::{
        Tx, audit,
        contacts::{self, Link, Proposal},
        decisions,
        measures::{self, Scope},
        records::{Measure, Plan},
    },
};
use app::{
    api::contacts::{AskForm, LinkView, MeasureContacts, OtherMeasure},
    backend::Caller,
    error::AppError,
};
use chrono::TimeDelta;
use domain::{
    contacts::{ContactAsk, ContactPurpose, DEFAULT_DAYS, LinkState, MAX_OPEN_LINKS, TypedAsk},
    mail::MailKind,
    people::{Action, Role},
    problem::ProblemCode,
    text::{Coded, Lang},
    trail::{AuditAction, RecordKind},
};
use url::Url;

impl Services {
    pub(super) async fn form_to_ask(&self, tx: &Tx, caller: &Caller, measure: i64) -> Result<AskForm, AppError> {
        let (measure, plan) = coordinated(tx, caller, measure).await?;
        access::require(&caller.actor, Action::AskContact(measure.subject(plan.subject())))?;
        let others = self.unreported(tx, &measure).await?;
        let other = |m: &Measure| OtherMeasure { id: m.figures.id, label: m.label.clone(), text: m.text.for_reader(caller.lang) };
        let mut letters = Vec::new();
        for lang in Lang::ALL {
            letters.push((*lang, self.sample(*lang, caller, (&measure, &plan))?));
        }
        Ok(AskForm {
            measure: views::measure(&measure, caller.lang, self.clock.today()),
            plan_id: plan.id,
            plan_title: plan.title.for_reader(caller.lang),
            letters,
            others: others.iter().map(other).collect(),
        })
    }

    /// The other measures of the plan that the same organisation leads and nobody reported on in this period.
    async fn unreported(&self, tx: &Tx, measure: &Measure) -> Result<Vec<Measure>, AppError> {
        let figures = &measure.figures;
        let Some(lead) = figures.lead_organisation_id else { return Ok(Vec::new()) };
        let today = self.clock.today();
        let scope = Scope::plan(figures.plan_id).and(Scope::answered_by(&[lead], &[]));
        let mut found = measures::load(tx, &scope).await?;
        found.retain(|other| {
            let facts = &other.figures.facts;
            other.figures.id != figures.id && facts.status.awaits_lead() && facts.flags(today).silent
        });
        Ok(found)
    }

    /// What the mail will say, with a word where the link goes.
    fn sample(&self, lang: Lang, caller: &Caller, (measure, plan): (&Measure, &Plan)) -> Result<String, AppError> {
        let asked = Asked {
            lang,
            name: "…",
            from: &caller.actor.name,
            plan: &plan.title,
            purpose: ContactPurpose::Update,
            days: DEFAULT_DAYS,
            measures: vec![(measure.label.clone(), measure.text.clone(), contact::place_of_link(lang))],
        };
        Ok(contact::ask(&asked).map_err(unwritten)?.text)
    }

    pub(super) async fn send_links(
        &self,
        tx: &Tx,
        caller: &Caller,
        measure: i64,
        also: &[i64],
        typed: &TypedAsk,
    ) -> Result<(), AppError> {
        let (measure, plan) = coordinated(tx, caller, measure).await?;
        let action = Action::AskContact(measure.subject(plan.subject()));
        access::require(&caller.actor, action)?;
        let form = Once::of(caller, &typed.form_key, ("contact", measure.figures.id, also, typed));
        if !form.is_first(tx, self.clock.now()).await? {
            return Ok(());
        }
        let ask = typed.check().map_err(AppError::Invalid)?;
        let mut asked = vec![measure];
        if !also.is_empty() {
            let others = self.unreported(tx, &asked[0]).await?;
            asked.extend(others.into_iter().filter(|other| also.contains(&other.figures.id)));
            // Measures of another organisation, or reported on since: the form is out of date.
            if asked.len() != also.len() + 1 {
                return Err(AppError::Conflict);
            }
        }
        let author = Author::acting(caller, self.clock.now(), action);
        let expires_at = author.at + TimeDelta::days(ask.days.into());
        let (mut places, mut entries, mut key) = (Vec::new(), Vec::new(), String::new());
        for measure in &asked {
            let id = measure.figures.id;
            let open = contacts::links(tx, id).await?.iter().filter(|link| link.state(author.at) == LinkState::Open).count();
            if open >= MAX_OPEN_LINKS {
                return Err(refused("email", ProblemCode::TooManyLinks));
            }
            let token = Token::random();
            let about = (id, measure.figures.lead_organisation_id);
            let sent = contacts::add_link(tx, token.hash(), about, &ask, caller.actor.person, (author.at, expires_at)).await?;
            key = format!("contact:{}", token.hash());
            places.push((measure.label.clone(), measure.text.clone(), link(&self.settings.base_url, &token, ask.lang)));
            let changes = vec![
                ("contact".to_owned(), None, Some(ask.name.clone())),
                ("purpose".to_owned(), None, Some(ask.purpose.code().to_owned())),
                ("measure".to_owned(), None, Some(measure.label.clone())),
            ];
            entries.push(author.entry(AuditAction::ContactAsked, RecordKind::ContactLink, sent, Some(plan.id), changes));
        }
        self.mail_links(tx, caller, &plan, &ask, places, key).await?;
        for entry in entries {
            audit::record(tx, entry).await?;
        }
        Ok(())
    }

    async fn mail_links(
        &self,
        tx: &Tx,
        caller: &Caller,
        plan: &Plan,
        ask: &ContactAsk,
        measures: Vec<(String, domain::text::Bilingual, String)>,
        key: String,
    ) -> Result<(), AppError> {
        let asked = Asked {
            lang: ask.lang,
            name: &ask.name,
            from: &caller.actor.name,
            plan: &plan.title,
            purpose: ask.purpose,
            days: ask.days,
            measures,
        };
        let words = contact::ask(&asked).map_err(unwritten)?;
        let base = &self.settings.base_url;
        let mut mail = outbox::mail(key, MailKind::Contact, 0, ask.email.clone(), ask.lang, words, base);
        // Nobody who has an account is written to.
        mail.person_id = None;
        outbox::enqueue(tx, mail, self.clock.now()).await?;
        Ok(())
    }

    pub(super) async fn links_of(&self, tx: &Tx, caller: &Caller, measure: i64) -> Result<Option<MeasureContacts>, AppError> {
        let (measure, plan) = access::measure(tx, &caller.actor, measure).await?;
        if !caller.actor.may(Action::WatchReporting(plan.subject())) {
            return Ok(None);
        }
        let id = measure.figures.id;
        let (links, proposals) = (contacts::links(tx, id).await?, contacts::proposals(tx, id).await?);
        let now = self.clock.now();
        let view = |link: Link| {
            let proposal = proposals.get(&link.id).map(|proposal: &Proposal| (proposal.id, proposal.state));
            LinkView {
                state: link.state(now),
                id: link.id,
                name: link.name,
                email: link.email,
                purpose: link.purpose,
                sent_at: link.created_at,
                expires_at: link.expires_at,
                proposal,
            }
        };
        Ok(Some(MeasureContacts {
            measure: id,
            may_ask: caller.actor.may(Action::AskContact(measure.subject(plan.subject()))),
            links: links.into_iter().map(view).collect(),
        }))
    }

    pub(super) async fn take_link_back(&self, tx: &Tx, caller: &Caller, link: i64) -> Result<i64, AppError> {
        let link = contacts::link(tx, link).await?.ok_or(AppError::NotFound)?;
        // That there is such a link is nobody else's to know.
        let (measure, plan) = coordinated(tx, caller, link.measure_id).await.map_err(unknown)?;
        let author = Author::acting(caller, self.clock.now(), Action::WatchReporting(plan.subject()));
        if !contacts::revoke(tx, link.id, author.at).await? {
            return Err(AppError::Conflict);
        }
        let changes = vec![("contact".to_owned(), Some(named(&link)), None)];
        let entry = author.entry(AuditAction::ContactRevoked, RecordKind::ContactLink, link.id, Some(plan.id), changes);
        audit::record(tx, entry).await?;
        Ok(measure.figures.id)
    }

    /// Tells whoever sent the link that the answer is there; all coordinators of the plan when that person is none any
    /// more.
    pub(super) async fn tell_asker(
        &self,
        tx: &Tx,
        link: &Link,
        proposal: i64,
        (measure, plan): (&Measure, &Plan),
    ) -> Result<(), AppError> {
        let mut told = decisions::recipients(tx, plan.id, &[], self.clock.today()).await?;
        let asker = told.iter().find(|person| person.id == link.created_by && person.is(&[Role::Coordinator]));
        match asker.map(|person| (person.id, person.deputy_id)) {
            Some((asker, deputy)) => told.retain(|person| person.id == asker || Some(person.id) == deputy),
            None => told.retain(|person| person.is(&[Role::Coordinator])),
        }
        let base = &self.settings.base_url;
        let place = format!("{}/proposals/{proposal}", base.as_str().trim_end_matches('/'));
        for person in told {
            let lang = person.lang;
            let words = contact::answered(lang, &person.name, &named(link), &measure.label, &plan.title, &place);
            let key = format!("proposal:{proposal}:{}", person.id);
            let words = words.map_err(unwritten)?;
            let mail = outbox::mail(key, MailKind::Notice, person.id, person.email, lang, words, base);
            outbox::enqueue(tx, mail, self.clock.now()).await?;
        }
        Ok(())
    }
}

/// The address by which a contact answers, in their language.
fn link(base: &Url, token: &Token, lang: Lang) -> String {
    let place = token.place(base, "/answer");
    format!("{place}?lang={lang}")
}
