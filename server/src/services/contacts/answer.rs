//! What somebody without an account sees and sends. The token is all they have: an unknown one is not found, one that
//! came to its end says so and nothing else.

use super::{behind_link, kept, named};
use crate::{
    services::{
        Author, Services,
        accounts::{
            Token,
            limits::{self, Door},
        },
        progress::state,
        views,
    },
    store::{Tx, audit, contacts, records::Measure, updates},
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
    plan::PlanStatus,
    problem::{Problem, ProblemCode},
    text::Coded,
    trail::{AuditAction, RecordKind},
};

impl Services {
    pub(super) async fn page_behind(&self, tx: &Tx, visitor: &Visitor, token: &str) -> Result<AnswerPage, AppError> {
        let link = contacts::find_link(tx, &Token::hash_of(token)).await?.ok_or(AppError::NotFound)?;
        let state = link.state(self.clock.now());
        let (measure, plan) = behind_link(tx, &link).await?;
        if state != LinkState::Open {
            return Ok(AnswerPage::Closed(state));
        }
        // Whatever happened to the measure meanwhile is not a contact's to know.
        if !measure.figures.facts.status.is_live() || plan.status != PlanStatus::Approved {
            return Ok(AnswerPage::Closed(LinkState::Revoked));
        }
        let (lang, today) = (visitor.lang, self.clock.today());
        let last = updates::page(tx, measure.figures.id, 0, 1).await?.pop().map(|update| views::update(&update, lang));
        Ok(AnswerPage::Open(Box::new(AnswerForm {
            name: link.name,
            purpose: link.purpose,
            expires_at: link.expires_at,
            last: last.map(|last| impersonal(last, &measure)),
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

    pub(super) async fn receive(&self, tx: &Tx, visitor: &Visitor, token: &str, answer: &Answer) -> Result<(), AppError> {
        let now = self.clock.now();
        let link = contacts::find_link(tx, &Token::hash_of(token)).await?.ok_or(AppError::NotFound)?;
        let (measure, plan) = behind_link(tx, &link).await?;
        let is_over = !measure.figures.facts.status.is_live() || plan.status != PlanStatus::Approved;
        if is_over || link.state(now) != LinkState::Open || purpose_of(answer) != link.purpose {
            return Err(AppError::LinkNotValid);
        }
        check(answer, &measure)?;
        // Of two at the same moment one gets it; the other finds the link used.
        if !contacts::use_link(tx, link.id, now).await? {
            return Err(AppError::LinkNotValid);
        }
        let proposal = contacts::add_proposal(tx, &link, kept(answer)?, now).await?;
        self.tell_asker(tx, &link, proposal, (&measure, &plan)).await?;
        let author = Author { at: now, person: None, request_id: visitor.request_id.clone() };
        let changes = vec![
            ("contact".to_owned(), None, Some(named(&link, &measure))),
            ("purpose".to_owned(), None, Some(link.purpose.code().to_owned())),
        ];
        let entry = author.entry(AuditAction::ContactAnswered, RecordKind::Measure, measure.figures.id, Some(plan.id), changes);
        Ok(audit::record(tx, entry).await?)
    }
}

fn purpose_of(answer: &Answer) -> ContactPurpose {
    match answer {
        Answer::Update(_) => ContactPurpose::Update,
        Answer::Evidence(_) => ContactPurpose::Evidence,
    }
}

/// The same check the forms of people with accounts go through. Errors with `Invalid`.
fn check(answer: &Answer, measure: &Measure) -> Result<(), AppError> {
    match answer {
        Answer::Update(typed) => typed.check(&state(measure)).map(|_| ()).map_err(AppError::Invalid),
        Answer::Evidence(typed) => {
            let note = typed.check();
            let mut problems: Vec<Problem> = typed.link().err().into_iter().collect();
            let unknown = |id: i64| measure.deliverables.iter().all(|deliverable| deliverable.id != id);
            match note {
                Ok(note) if note.deliverable.is_some_and(unknown) => {
                    problems.push(Problem::new("deliverable", ProblemCode::NotAChoice));
                }
                Ok(_) => {}
                Err(found) => problems.extend(found),
            }
            problems.iter_mut().for_each(|problem| problem.field = field_here(&problem.field));
            if problems.is_empty() { Ok(()) } else { Err(AppError::Invalid(problems)) }
        }
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
fn impersonal(update: UpdateView, measure: &Measure) -> UpdateView {
    let author = measure.lead.as_ref().map(|lead| lead.code.clone()).unwrap_or_default();
    UpdateView { author, contact: None, ..update }
}
