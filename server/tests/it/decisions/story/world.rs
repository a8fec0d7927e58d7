//! A plan that a person imported, with a measure that its source says is done, one that is claimed and one that is
//! verified; and the people around it.

use crate::support::{Bench, Db, draft, measure};
use app::{
    backend::{Caller, Decisions, Editing, Plans, Progress},
    error::AppError,
};
use domain::{draft::MeasureDraft, people::Role, plan::PlanStatus, progress::TypedProgress, workflow::TypedVerification};
use server::{
    services::Author,
    store::{
        measures::{self, Scope},
        plans,
        records::Measure,
    },
};
use std::collections::BTreeSet;

/// Five measures: one of SP, one of nobody and one of GRC are open, one of SP was read in as done, one of SP is verified.
pub struct World {
    pub bench: Bench,
    pub plan: i64,
    pub organisations: [i64; 2],
    claire: Caller,
    carl: Caller,
    luc: Caller,
    gina: Caller,
    eve: Caller,
    rita: Caller,
}

impl World {
    pub async fn open(db: Db) -> Option<Self> {
        let bench = Bench::open(db).await?;
        let (sp, grc) = (bench.organisation("SP").await, bench.organisation("GRC").await);
        let claire = bench.person("Claire", None, Role::Coordinator).await;
        let done = MeasureDraft { completed: true, ..measure("Publier la liste", "SP", "2018-02") };
        let measures = vec![
            measure("Tenir une réunion", "SP", "2018-04"),
            measure("Publier un guide", "La direction des plans", "2018-06"),
            measure("Former les agents", "GRC", "2018-04"),
            done,
            measure("Nommer un responsable", "SP", "2018-03"),
        ];
        let author = Author::caller(&claire, bench.services.clock.now());
        let plan = bench.services.commit_draft(&author, "Le plan", &draft(measures)).await.expect("a plan");
        let world = Self {
            carl: bench.person("Carl", None, Role::Coordinator).await,
            luc: bench.person("Luc", Some(sp), Role::Lead).await,
            gina: bench.person("Gina", Some(grc), Role::Lead).await,
            eve: bench.person("Eve", None, Role::Executive).await,
            rita: bench.person("Rita", Some(sp), Role::Reader).await,
            bench,
            plan,
            organisations: [sp, grc],
            claire,
        };
        world.promise_deliverables().await;
        world.bench.services.approve(&world.claire, plan, 0).await.expect("the approval");
        world.begin().await;
        Some(world)
    }

    /// Some deliverables are promised for days of their own: one before its measure, one after it, one for the same day.
    async fn promise_deliverables(&self) {
        for (measure, date) in self.measures().await.iter().zip(["2018-03", "2018-08", "2018-04"]) {
            let (deliverable, due) = (&measure.deliverables[0], date.parse().expect("a due date"));
            self.bench
                .write(async |tx| measures::edit_deliverable(tx, deliverable.id, &deliverable.title, Some(due)).await)
                .await;
        }
    }

    /// Luc claims the last measure, and Carl verifies it.
    async fn begin(&self) {
        let measure = self.measures().await.remove(4);
        let typed = TypedProgress {
            status: "completed_to_verify".into(),
            done: "Nommé".into(),
            text_lang: "fr".into(),
            deliverables: measure.deliverables.iter().map(|d| (d.id, "delivered".to_owned())).collect(),
            ..TypedProgress::default()
        };
        let (services, id) = (&self.bench.services, measure.figures.id);
        services.record(&self.luc, id, measure.lock_version, &typed).await.expect("a claim");
        let accepted = TypedVerification { outcome: "accepted".into(), notes: "Vu".into(), text_lang: "fr".into() };
        services.verify(&self.carl, id, measure.lock_version + 1, &accepted).await.expect("a verification");
    }

    /// Who had a hand in what was done when the story begins.
    pub fn claimed_note_the_start(&self, measure: &Measure) -> BTreeSet<i64> {
        match measure.figures.position {
            4 => BTreeSet::from([self.claire.actor.person]),
            5 => BTreeSet::from([self.luc.actor.person]),
            _ => BTreeSet::new(),
        }
    }

    pub fn people(&self) -> [&Caller; 6] {
        [&self.claire, &self.carl, &self.luc, &self.gina, &self.eve, &self.rita]
    }

    pub fn executive(&self) -> &Caller {
        &self.eve
    }

    pub fn coordinator(&self) -> &Caller {
        &self.carl
    }

    /// The five measures, in the order of the plan.
    pub async fn measures(&self) -> Vec<Measure> {
        self.bench.write(async |tx| measures::load(tx, &Scope::plan(self.plan)).await).await
    }

    pub async fn is_closed(&self) -> bool {
        let plan = self.bench.write(async |tx| plans::find(tx, self.plan).await).await.expect("the plan");
        plan.status == PlanStatus::Closed
    }

    pub async fn close(&self) -> Result<(), AppError> {
        let plan = self.bench.write(async |tx| plans::find(tx, self.plan).await).await.expect("the plan");
        self.bench.services.close(&self.carl, self.plan, plan.lock_version).await
    }
}
