//! Who is told what: the owner, else the leads of the organisation, else the plan's coordinators. Pure.

use super::{Preview, gather::Facts};
use crate::{
    mail::digest::{Digest, Heading, Line, Recipient, Section, Subject},
    store::reminders::{Addressee, OpenMeasure},
};
use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    deliverable::has_own_date,
    people::Role,
    reminders::{latest_occurrence, urgency},
    text::Bilingual,
};
use std::collections::BTreeMap;

/// One digest for each person to whom something is to be said that was not said yet.
pub(super) fn digests(facts: Facts, today: NaiveDate) -> Preview {
    let mut preview = Preview::default();
    let mut work: BTreeMap<i64, Vec<(Heading, Line)>> = BTreeMap::new();
    for (measure, line) in lines(&facts, today) {
        let (heading, people) = recipients(&facts.people, measure, &line);
        if people.is_empty() {
            preview.unaddressed.push(line.clone());
        }
        for (person, for_whom) in with_deputies(&facts.people, &people) {
            let was_said = facts.said.contains(&(person.id, line.subject.key(), line.occurrence.key()));
            if !was_said && person.digest.takes(line.urgency, line.occurrence.on, today) {
                work.entry(person.id).or_default().push((heading, Line { for_whom, ..line.clone() }));
            }
        }
    }
    let digests = facts.people.into_iter().filter_map(|person| {
        let lines = work.remove(&person.id)?;
        let to = Recipient { id: person.id, name: person.name, email: person.email, lang: person.lang };
        Some(Digest { to, on: today, sections: sections(lines) })
    });
    preview.digests = digests.collect();
    preview.digests.sort_by(|a, b| (&a.to.name, a.to.id).cmp(&(&b.to.name, b.to.id)));
    preview
}

/// Every reminder that should have been sent by today, in the order of the plans.
fn lines(facts: &Facts, today: NaiveDate) -> Vec<(&OpenMeasure, Line)> {
    let (measures, deliverables) = (&facts.measures, &facts.deliverables);
    let line = |measure: &OpenMeasure, subject, text: &Bilingual, original, current: DueDate| {
        let due = current.last_day()?;
        let policy = facts.of_plans.get(&measure.plan_id).unwrap_or(&facts.policy);
        let line = Line {
            subject,
            occurrence: latest_occurrence(policy, due, today)?,
            urgency: urgency(Some(due), today),
            measure: measure.id,
            label: measure.label.clone(),
            text: text.clone(),
            plan: measure.plan.clone(),
            organisation: measure.organisation.clone(),
            owner_text: measure.owner_text.clone(),
            original,
            current,
            for_whom: None,
        };
        Some(line)
    };
    let of_measures =
        measures.iter().filter_map(|m| Some((m, line(m, Subject::Measure(m.id), &m.text, Some(m.original), m.current)?)));
    let of_deliverables = deliverables.iter().filter(|d| has_own_date(d.dates(), d.measure.dates())).filter_map(|d| {
        let original = d.dates().is_extended().then_some(d.original);
        Some((&d.measure, line(&d.measure, Subject::Deliverable(d.id), &d.title, original, d.due)?))
    });
    of_measures.chain(of_deliverables).collect()
}

/// Under which heading whom.
fn recipients(people: &[Addressee], measure: &OpenMeasure, line: &Line) -> (Heading, Vec<i64>) {
    let own = Heading::Urgency(line.urgency);
    // An owner who has lost every role can open nothing of it: others are told, as of a measure without an owner.
    let may_open = |person: &Addressee| person.roles.iter().any(|(_, plan)| plan.is_none_or(|id| id == measure.plan_id));
    if let Some(owner) = people.iter().find(|person| Some(person.id) == measure.owner_id && may_open(person)) {
        return (own, vec![owner.id]);
    }
    let with_role = |role: Role| {
        let on_plan = move |(held, plan): &(Role, Option<i64>)| *held == role && plan.is_none_or(|id| id == measure.plan_id);
        people.iter().filter(move |person| person.roles.iter().any(on_plan))
    };
    let in_lead = |person: &&Addressee| person.organisation_id.is_some() && person.organisation_id == measure.organisation_id;
    let leads: Vec<i64> = with_role(Role::Lead).filter(in_lead).map(|person| person.id).collect();
    if !leads.is_empty() {
        return (own, leads);
    }
    (Heading::for_coordinators(line), with_role(Role::Coordinator).map(|person| person.id).collect())
}

/// Those who are told, and the deputies of those among them who are away: each person once, with the name of whom a
/// deputy is told it for.
fn with_deputies<'a>(people: &'a [Addressee], told: &[i64]) -> Vec<(&'a Addressee, Option<String>)> {
    let find = |id: i64| people.iter().find(|person| person.id == id);
    let mut all: Vec<(&Addressee, Option<String>)> =
        told.iter().filter_map(|id| find(*id)).map(|person| (person, None)).collect();
    let away: Vec<&Addressee> = all.iter().map(|(person, _)| *person).filter(|person| person.is_away).collect();
    for principal in away {
        let Some(deputy) = principal.deputy_id.and_then(find) else { continue };
        if all.iter().all(|(person, _)| person.id != deputy.id) {
            all.push((deputy, Some(principal.name.clone())));
        }
    }
    all
}

/// Grouped by heading, the most urgent first; lines of one day stay in the order of the plan.
fn sections(mut lines: Vec<(Heading, Line)>) -> Vec<Section> {
    lines.sort_by_key(|(heading, line)| (*heading, line.urgency, line.current.last_day()));
    let mut sections: Vec<Section> = Vec::new();
    for (heading, line) in lines {
        match sections.last_mut().filter(|section| section.heading == heading) {
            Some(section) => section.lines.push(line),
            None => sections.push(Section { heading, lines: vec![line] }),
        }
    }
    sections
}

#[cfg(test)]
#[path = "addressing_tests.rs"]
mod tests;
