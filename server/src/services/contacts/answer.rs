//! What somebody without an account sees and sends. The token is all they have: an unknown one is not found, one that
//! came to its end says so and nothing else.

use super::{Sent, behind_link, kept, named, state_of};
use crate::{
    services::{
        Author, Services,
        accounts::{
            Token,
            limits::{self, Door},
        },
        progress::Accepted,
        views,
    },
    store::{
        Tx, audit, contacts,
        records::{Measure, Plan},
        updates,
    },
};
use app::{
    api::{
        common::UpdateView,
        contacts::{Answer, AnswerForm, AnswerPage},
    },
    backend::Visitor,
    error::AppError,
};
use domain::{
    contacts::{ContactPurpose, LinkState},
    dates::ReportingPeriod,
    evidence::{EvidenceNote, TypedEvidence},
    problem::{Problem, ProblemCode},
    text::{Coded, Lang},
    trail::{AuditAction, RecordKind},
};

impl Services {
    pub(super) async fn page_behind(&self, tx: &Tx, visitor: &Visitor, token: &str) -> Result<AnswerPage, AppError> {
        let link = contacts::find_link(tx, &Token::hash_of(token)).await?.ok_or(AppError::NotFound)?;
        let (measure, plan) = behind_link(tx, &link).await?;
        let state = state_of(&link, &measure, &plan, self.clock.now());
        if state != LinkState::Open {
            return Ok(AnswerPage::Closed(state));
        }
        let (lang, today) = (visitor.lang, self.clock.today());
        let last = updates::page(tx, measure.figures.id, 0, 1).await?.pop().map(|update| views::update(&update, lang));
        Ok(AnswerPage::Open(Box::new(AnswerForm {
            name: link.name,
            purpose: link.purpose,
            expires_at: link.expires_at,
            last: last.map(|last| impersonal(last, &measure, lang)),
            measure: views::measure(&measure, lang, today),
            plan_title: plan.title.for_reader(lang),
            period: ReportingPeriod::of(today),
        })))
    }

    pub(super) async fn count_answer(&self, tx: &Tx, visitor: &Visitor, token: &str) -> Result<(), AppError> {
        let doors = limits::with_address(Door::Answer(Token::hash_of(token)), visitor, Door::AnswerFrom);
        let _counted = limits::count(tx, &doors, self.clock.now()).await?;
        Ok(())
    }

    /// The link of a token that lets somebody send this now. Errors with `NotFound` or `LinkNotValid`.
    pub(super) async fn answerable(
        &self,
        tx: &Tx,
        token: &str,
        purpose: ContactPurpose,
    ) -> Result<(contacts::Link, Measure, Plan), AppError> {
        let link = contacts::find_link(tx, &Token::hash_of(token)).await?.ok_or(AppError::NotFound)?;
        let (measure, plan) = behind_link(tx, &link).await?;
        let is_open = state_of(&link, &measure, &plan, self.clock.now()) == LinkState::Open;
        if is_open && link.purpose == purpose { Ok((link, measure, plan)) } else { Err(AppError::LinkNotValid) }
    }

    pub(super) async fn receive(&self, tx: &Tx, visitor: &Visitor, token: &str, sent: &Sent) -> Result<(), AppError> {
        let now = self.clock.now();
        let (link, measure, plan) = self.answerable(tx, token, purpose_of(&sent.answer)).await?;
        let author = Author::visitor(visitor, now, None);
        match &sent.answer {
            Answer::Update(typed) => {
                // What can never be published is refused while whoever wrote it can still put it right.
                let accepted = Accepted::of(tx, &author, (&measure, &plan), typed).await;
                accepted.map(drop).map_err(to_a_contact)?;
            }
            Answer::Evidence(typed) => {
                let matter = if sent.file.is_some() { None } else { typed.link().err() };
                self.check_proof(tx, &measure, typed, matter).await?;
            }
        }
        // Of two at the same moment one gets it; the other finds the link used.
        if !contacts::use_link(tx, link.id, now).await? {
            return Err(AppError::LinkNotValid);
        }
        let proposal = contacts::add_proposal(tx, &link, kept(sent)?, now).await?;
        self.tell_asker(tx, &link, proposal, (&measure, &plan)).await?;
        let changes = vec![
            ("contact".to_owned(), None, Some(named(&link))),
            ("purpose".to_owned(), None, Some(link.purpose.code().to_owned())),
        ];
        let entry = author.entry(AuditAction::ContactAnswered, RecordKind::ContactLink, link.id, Some(plan.id), changes);
        Ok(audit::record(tx, entry).await?)
    }

    /// The check that evidence from people with accounts goes through, on the fields of the contact's form. `matter` is
    /// what is wrong with the file or the address itself.
    pub(super) async fn check_proof(
        &self,
        tx: &Tx,
        measure: &Measure,
        typed: &TypedEvidence,
        matter: Option<Problem>,
    ) -> Result<EvidenceNote, AppError> {
        let mut problems = Vec::from_iter(matter);
        let field = if typed.url.trim().is_empty() { "document" } else { "evidence_url" };
        let checked = match typed.check() {
            Ok(note) => match self.fits(tx, measure, &note, field).await {
                Ok(()) => Some(note),
                Err(AppError::Invalid(found)) => {
                    problems.extend(found);
                    None
                }
                Err(other) => return Err(other),
            },
            Err(found) => {
                problems.extend(found);
                None
            }
        };
        problems.iter_mut().for_each(|problem| problem.field = field_here(&problem.field));
        match checked {
            Some(note) if problems.is_empty() => Ok(note),
            _ => Err(AppError::Invalid(problems)),
        }
    }
}

/// A claim lacks what this contact cannot give by this link: they are told what to say instead.
fn to_a_contact(error: AppError) -> AppError {
    match error {
        AppError::Invalid(mut problems) => {
            let evidence = problems.iter_mut().filter(|problem| problem.code == ProblemCode::EvidenceMissing);
            evidence.for_each(|problem| problem.code = ProblemCode::EvidenceFirst);
            AppError::Invalid(problems)
        }
        other => other,
    }
}

fn purpose_of(answer: &Answer) -> ContactPurpose {
    match answer {
        Answer::Update(_) => ContactPurpose::Update,
        Answer::Evidence(_) => ContactPurpose::Evidence,
    }
}

/// The field of the contact's form for a field of the evidence form.
fn field_here(field: &str) -> String {
    match field.trim_start_matches("evidence_") {
        "text_lang" => "text_lang".to_owned(),
        name => format!("proof_{name}"),
    }
}

/// What was said, by the organisation and not by a person.
fn impersonal(update: UpdateView, measure: &Measure, lang: Lang) -> UpdateView {
    let author = measure.lead.as_ref().map(|lead| lead.code_for(lang).to_owned()).unwrap_or_default();
    UpdateView { author, contact: None, ..update }
}
