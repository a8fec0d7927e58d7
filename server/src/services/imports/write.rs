//! Writing a checked plan with everything in it, and an audit row for each record.

use super::{
    check::{ReadyMeasure, ReadyPlan, ReadyRecommendation},
    owners::Owners,
};
use crate::{
    services::{Author, change},
    store::{
        StoreError, Tx,
        audit::{AuditEntry, Change},
        life,
        measures::{self, NewDeliverable, NewMeasure},
        plans::{self, NewPlan, NewRecommendation, NewResponse},
    },
};
use app::error::AppError;
use chrono::NaiveDate;
use domain::{
    deliverable::DeliverableStatus,
    measure::{MeasureStatus, PromisedDates},
    plan::{Priority, ResponseKind},
    text::{Bilingual, Coded, Lang},
    trail::{AuditAction, RecordKind},
};
use std::collections::BTreeMap;

const PLAN: (AuditAction, RecordKind) = (AuditAction::PlanImported, RecordKind::Plan);
const RECOMMENDATION: (AuditAction, RecordKind) = (AuditAction::RecommendationImported, RecordKind::Recommendation);
const RESPONSE: (AuditAction, RecordKind) = (AuditAction::ResponseImported, RecordKind::Response);
const MEASURE: (AuditAction, RecordKind) = (AuditAction::MeasureImported, RecordKind::Measure);

struct Writer<'a> {
    tx: &'a Tx,
    author: &'a Author,
    owners: &'a Owners,
    plan: i64,
    lang: Lang,
    entries: Vec<AuditEntry>,
}

/// Writes the plan as a draft; answers its id and the audit rows, which the caller records last.
pub(super) async fn plan(
    tx: &Tx,
    author: &Author,
    ready: ReadyPlan,
    owners: &Owners,
) -> Result<(i64, Vec<AuditEntry>), AppError> {
    let text = |words: Option<&str>| words.map_or_else(Bilingual::default, |words| Bilingual::only(ready.lang, words));
    let new = NewPlan {
        title: text(Some(&ready.title)),
        source_title: text(ready.source_title.as_deref()),
        source_kind: ready.source_kind,
        source_url: ready.source_url.clone(),
        published_on: ready.published_on,
        created_at: author.at,
    };
    let plan = plans::add(tx, new).await?;
    let mut writer = Writer { tx, author, owners, plan, lang: ready.lang, entries: Vec::new() };
    let fields = [
        ("title", Some(ready.title)),
        ("source_title", ready.source_title),
        ("source_kind", Some(ready.source_kind.code().to_owned())),
        ("source_url", ready.source_url),
        ("published_on", ready.published_on.map(|day| day.to_string())),
    ];
    writer.note(PLAN, plan, fields);
    if let Some((kind, words)) = ready.response {
        writer.response(None, kind, Some(words)).await?;
    }
    let recommendations = writer.recommendations(ready.recommendations).await?;
    for (measure, position) in ready.measures.into_iter().zip(1..) {
        let answers = measure.recommendations.iter().filter_map(|row| recommendations.get(row).copied()).collect();
        writer.measure(position, measure, answers).await?;
    }
    Ok((plan, writer.entries))
}

impl Writer<'_> {
    fn text(&self, words: Option<&str>) -> Bilingual {
        words.map_or_else(Bilingual::default, |words| Bilingual::only(self.lang, words))
    }

    fn note<const N: usize>(
        &mut self,
        (action, record): (AuditAction, RecordKind),
        id: i64,
        fields: [(&str, Option<String>); N],
    ) {
        let changes: Vec<Change> = fields.into_iter().filter_map(|(field, new)| change(field, None, new)).collect();
        self.entries.push(self.author.entry(action, record, id, Some(self.plan), changes));
    }

    async fn response(&mut self, to: Option<i64>, kind: ResponseKind, words: Option<String>) -> Result<(), StoreError> {
        let text = self.text(words.as_deref());
        let new = NewResponse { recommendation_id: to, kind, text, reason: Bilingual::default() };
        let id = plans::add_response(self.tx, self.plan, new).await?;
        self.note(RESPONSE, id, [("response", Some(kind.code().to_owned())), ("text", words)]);
        Ok(())
    }

    /// From their rows in the form to their ids.
    async fn recommendations(&mut self, ready: BTreeMap<usize, ReadyRecommendation>) -> Result<BTreeMap<usize, i64>, StoreError> {
        let mut ids = BTreeMap::new();
        for ((row, ready), position) in ready.into_iter().zip(1..) {
            let new = NewRecommendation {
                position,
                number: ready.number.clone(),
                text: self.text(Some(&ready.text)),
                addressee: self.text(ready.addressee.as_deref()),
                priority: ready.priority,
            };
            let id = plans::add_recommendation(self.tx, self.plan, new).await?;
            let priority = Some(ready.priority).filter(|priority| *priority != Priority::Unspecified);
            let fields = [
                ("number", Some(ready.number)),
                ("text", Some(ready.text)),
                ("addressee", ready.addressee),
                ("priority", priority.map(|priority| priority.code().to_owned())),
            ];
            self.note(RECOMMENDATION, id, fields);
            if let Some((kind, words)) = ready.response {
                self.response(Some(id), kind, words).await?;
            }
            ids.insert(row, id);
        }
        Ok(ids)
    }

    async fn measure(&mut self, position: i32, ready: ReadyMeasure, answers: Vec<i64>) -> Result<(), StoreError> {
        let fields = self.fields(&ready);
        let completed = ready.completed;
        let support = ready.support.as_deref().map(|words| self.owners.find_each(words));
        let new = NewMeasure {
            position,
            label: ready.label,
            text: self.text(Some(&ready.text)),
            lead_organisation_id: ready.lead,
            owner_id: None,
            owner_text: ready.owner,
            start_on: ready.start,
            dates: PromisedDates::promised(ready.due),
            due_text: ready.due_text,
            // Done in the words of the source is a claim like any other: somebody has to verify it.
            status: if completed { MeasureStatus::CompletedToVerify } else { MeasureStatus::NotStarted },
            percent: if completed { 100 } else { 0 },
            deliverables: ready.deliverables.iter().map(|title| self.deliverable(title, completed, ready.completed_on)).collect(),
            recommendations: answers,
            support: support.into_iter().flatten().filter(|id| Some(*id) != ready.lead).collect(),
        };
        let id = measures::add(self.tx, self.plan, new).await?;
        if let Some(person) = self.author.person.filter(|_| completed) {
            // Whoever reads it in says so too; only the program itself is nobody.
            life::add_claimant(self.tx, id, person).await?;
        }
        self.note(MEASURE, id, fields);
        Ok(())
    }

    fn deliverable(&self, title: &str, completed: bool, on: Option<NaiveDate>) -> NewDeliverable {
        NewDeliverable {
            title: self.text(Some(title)),
            due: None,
            status: if completed { DeliverableStatus::Delivered } else { DeliverableStatus::NotStarted },
            delivered_on: on,
        }
    }

    /// What the history of the measure starts with, including what the source said that has no column of its own.
    fn fields(&self, ready: &ReadyMeasure) -> [(&'static str, Option<String>); 11] {
        [
            ("label", Some(ready.label.clone())),
            ("text", Some(ready.text.clone())),
            ("original_due", Some(ready.due.to_string())),
            ("due_text", ready.due_text.clone()),
            ("lead", ready.lead.and_then(|id| self.owners.get(id)).map(|lead| lead.code.clone())),
            ("owner", ready.owner.clone()),
            ("support", ready.support.clone()),
            ("accountable", ready.accountable.clone()),
            ("start_on", ready.start.map(|day| day.to_string())),
            ("completed_on", ready.completed_on.map(|day| day.to_string())),
            ("deliverables", Some(ready.deliverables.join("\n")).filter(|all| !all.is_empty())),
        ]
    }
}
