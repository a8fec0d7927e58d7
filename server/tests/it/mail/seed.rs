//! A plan with measures, put straight into the tables, and a look into the outbox.

use crate::support::Bench;
use domain::{
    dates::DueDate,
    deliverable::DeliverableStatus,
    measure::MeasureStatus,
    people::Role,
    plan::{PlanStatus, SourceKind},
    text::Lang,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    EntityTrait, PaginatorTrait, QueryOrder,
};
use server::{
    clock::{Clock, DEFAULT_ZONE},
    mail::{Mailer, Memory},
    services::Services,
    store::{
        StoreError,
        entities::{audit, deliverable, measure, outbox, person, plan, reminder},
    },
};
use std::sync::Arc;

/// A plan, an organisation with one French-speaking lead, and a coordinator.
pub struct Seed<'a> {
    pub bench: &'a Bench,
    pub plan: i64,
    pub organisation: i64,
    pub lead: i64,
    pub coordinator: i64,
}

impl<'a> Seed<'a> {
    pub async fn new(bench: &'a Bench, status: PlanStatus) -> Seed<'a> {
        let organisation = bench.organisation("PC").await;
        let lead = bench.person("Marie", Some(organisation), Role::Lead).await.actor.person;
        let coordinator = bench.person("Paul", None, Role::Coordinator).await.actor.person;
        let row = plan::ActiveModel {
            title_fr: Set(Some("Évaluation du programme".to_owned())),
            source_kind: Set(SourceKind::Evaluation),
            status: Set(status),
            created_at: Set(bench.services.clock.now()),
            lock_version: Set(0),
            ..Default::default()
        };
        let plan = bench.write(async |tx| Ok(row.insert(tx).await?.id)).await;
        Self { bench, plan, organisation, lead, coordinator }
    }

    /// A measure of the organisation, promised for one date and now due on another.
    pub async fn measure(&self, position: i32, original: &str, current: &str) -> i64 {
        let due = |code: &str| code.parse::<DueDate>().expect("a due date");
        let (original, current) = (due(original), due(current));
        let row = measure::ActiveModel {
            id: NotSet,
            plan_id: Set(self.plan),
            position: Set(position),
            label: Set(position.to_string()),
            text_en: Set(Some(format!("Publish guide {position}"))),
            text_fr: Set(Some(format!("Publier le guide {position}"))),
            lead_organisation_id: Set(Some(self.organisation)),
            original_due_on: Set(original.last_day()),
            original_precision: Set(original.precision()),
            current_due_on: Set(current.last_day()),
            current_precision: Set(current.precision()),
            status: Set(MeasureStatus::InProgress),
            percent: Set(10),
            lock_version: Set(0),
            ..Default::default()
        };
        self.bench.write(async |tx| Ok(row.insert(tx).await?.id)).await
    }

    pub async fn deliverable(&self, measure: i64, due: &str) -> i64 {
        let due: DueDate = due.parse().expect("a due date");
        let row = deliverable::ActiveModel {
            measure_id: Set(measure),
            position: Set(1),
            title_fr: Set(Some("Guide de surveillance".to_owned())),
            due_on: Set(due.last_day()),
            due_precision: Set(Some(due.precision())),
            status: Set(DeliverableStatus::NotStarted),
            lock_version: Set(0),
            ..Default::default()
        };
        self.bench.write(async |tx| Ok(row.insert(tx).await?.id)).await
    }

    pub async fn set_measure(&self, id: i64, change: impl Fn(&mut measure::ActiveModel)) {
        let mut row = measure::ActiveModel { id: Set(id), ..Default::default() };
        change(&mut row);
        self.bench.write(async |tx| Ok(row.update(tx).await?.id)).await;
    }

    pub async fn speaks(&self, person: i64, lang: Lang) {
        let row = person::ActiveModel { id: Set(person), lang: Set(lang), ..Default::default() };
        self.bench.write(async |tx| Ok(row.update(tx).await?.id)).await;
    }
}

/// Everything in the outbox, oldest first.
pub async fn outbox(services: &Services) -> Vec<outbox::Model> {
    let all: Result<_, StoreError> =
        services.store.read(async |tx| Ok(outbox::Entity::find().order_by_asc(outbox::Column::Id).all(tx).await?)).await;
    all.expect("the outbox")
}

/// The subjects and occurrences in the delivery record, in order.
pub async fn said(services: &Services) -> Vec<(String, String)> {
    let all: Result<Vec<reminder::Model>, StoreError> =
        services.store.read(async |tx| Ok(reminder::Entity::find().order_by_asc(reminder::Column::Id).all(tx).await?)).await;
    all.expect("the delivery record").into_iter().map(|row| (row.subject_key, row.occurrence_key)).collect()
}

/// The actions in the audit trail, in order.
pub async fn audited(services: &Services) -> Vec<String> {
    let all: Result<Vec<audit::Model>, StoreError> =
        services.store.read(async |tx| Ok(audit::Entity::find().order_by_asc(audit::Column::Id).all(tx).await?)).await;
    all.expect("the audit trail").into_iter().map(|row| row.action).collect()
}

/// How many mails, reminders and audit rows there are.
pub async fn counts(services: &Services) -> (u64, u64, u64) {
    let counts: Result<_, StoreError> = services
        .store
        .read(async |tx| {
            let mails = outbox::Entity::find().count(tx).await?;
            Ok((mails, reminder::Entity::find().count(tx).await?, audit::Entity::find().count(tx).await?))
        })
        .await;
    counts.expect("the counts")
}

/// The same instance at a moment.
pub fn at(services: &Services, moment: &str) -> Services {
    Services { clock: Clock::stopped(moment.parse().expect("a moment"), DEFAULT_ZONE), ..services.clone() }
}

/// A mailer that keeps what it sends.
pub fn mailer(memory: &Arc<Memory>) -> Mailer {
    Mailer::new(memory.clone(), "Suivi <suivi@example.gc.ca>").expect("a sender")
}
