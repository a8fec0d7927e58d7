//! A plan of two organisations and the people around it.

use crate::support::{Bench, Db, measure};
use app::{
    backend::{Caller, Decisions, Progress},
    error::AppError,
};
use domain::{
    extensions::{TypedExtension, TypedRuling},
    meetings::MeetingState,
    people::Role,
    problem::ProblemCode,
    progress::TypedProgress,
    text::{Bilingual, Coded},
    workflow::{FateChoice, TypedFate, TypedVerification, VerificationOutcome},
};
use server::store::{
    meetings::{self, NewMeeting},
    records::Measure,
};

/// Three measures: SP leads the first two, due in April and June 2018, GRC the third. Nobody of AMC has an account.
pub struct Scene {
    pub bench: Bench,
    pub plan: i64,
    pub grc: i64,
    pub claire: Caller,
    pub carl: Caller,
    pub luc: Caller,
    pub gina: Caller,
    pub eve: Caller,
    pub rita: Caller,
}

impl Scene {
    pub async fn open(db: Db) -> Option<Self> {
        let bench = Bench::open(db).await?;
        let (sp, grc) = (bench.organisation("SP").await, bench.organisation("GRC").await);
        let claire = bench.person("Claire", None, Role::Coordinator).await;
        let measures = vec![
            measure("Tenir une réunion", "SP", "2018-04"),
            measure("Publier un guide", "SP", "2018-06"),
            measure("Former les agents", "GRC", "2018-04"),
        ];
        let plan = bench.approved_plan(&claire, measures).await;
        Some(Self {
            carl: bench.person("Carl", None, Role::Coordinator).await,
            luc: bench.person("Luc", Some(sp), Role::Lead).await,
            gina: bench.person("Gina", Some(grc), Role::Lead).await,
            eve: bench.person("Eve", None, Role::Executive).await,
            rita: bench.person("Rita", Some(sp), Role::Reader).await,
            bench,
            plan,
            grc,
            claire,
        })
    }

    pub async fn sqlite() -> Self {
        Self::open(Db::Sqlite).await.expect("SQLite is always there")
    }

    /// A measure by its place in the plan, as it is stored now.
    pub async fn measure(&self, index: usize) -> Measure {
        self.bench.measures(self.plan).await.remove(index)
    }

    pub async fn meeting(&self, held_on: &str) -> i64 {
        self.meeting_in(held_on, MeetingState::Closed).await
    }

    pub async fn meeting_in(&self, held_on: &str, state: MeetingState) -> i64 {
        let new = NewMeeting {
            plan_id: self.plan,
            held_on: held_on.parse().expect("a day"),
            name: Bilingual::new(Some("The group".into()), Some("Le groupe".into())),
            place: Bilingual::default(),
            state,
        };
        self.bench.write(async |tx| meetings::add(tx, new).await).await
    }

    pub async fn ask(&self, who: &Caller, index: usize, date: &str) -> Result<i64, AppError> {
        let measure = self.measure(index).await;
        let typed = TypedExtension {
            new_date: date.into(),
            extension_reason: "L’appel d’offres a été repris".into(),
            impact: "La mesure 2 attend".into(),
            text_lang: "fr".into(),
            ..TypedExtension::default()
        };
        self.bench.services.request_extension(who, measure.figures.id, measure.lock_version, &typed).await
    }

    pub async fn rule(&self, who: &Caller, request: i64, typed: TypedRuling) -> Result<i64, AppError> {
        let page = self.bench.services.extension(who, request).await?;
        self.bench.services.decide_extension(who, request, page.about.lock_version, &typed).await
    }

    /// Reports a measure as completed, its deliverables delivered.
    pub async fn claim(&self, who: &Caller, index: usize) -> Result<(), AppError> {
        let measure = self.measure(index).await;
        let deliverables = measure.deliverables.iter().map(|deliverable| (deliverable.id, "delivered".to_owned()));
        let typed = TypedProgress {
            status: "completed_to_verify".into(),
            done: "La réunion a eu lieu".into(),
            text_lang: "fr".into(),
            deliverables: deliverables.collect(),
            ..TypedProgress::default()
        };
        self.bench.services.record(who, measure.figures.id, measure.lock_version, &typed).await
    }

    pub async fn answer(&self, who: &Caller, index: usize, outcome: VerificationOutcome, notes: &str) -> Result<(), AppError> {
        let measure = self.measure(index).await;
        let typed = TypedVerification { outcome: outcome.code().into(), notes: notes.into(), text_lang: "fr".into() };
        self.bench.services.verify(who, measure.figures.id, measure.lock_version, &typed).await
    }

    pub async fn decide(&self, who: &Caller, index: usize, typed: TypedFate) -> Result<(), AppError> {
        let measure = self.measure(index).await;
        self.bench.services.decide_fate(who, measure.figures.id, measure.lock_version, &typed).await
    }
}

/// Grants what was asked for.
pub fn as_asked() -> TypedRuling {
    TypedRuling { answer: "as_asked".into(), text_lang: "fr".into(), ..TypedRuling::default() }
}

/// Refuses.
pub fn refused() -> TypedRuling {
    TypedRuling {
        answer: "refused".into(),
        decision_reason: "Le délai était connu".into(),
        text_lang: "fr".into(),
        ..TypedRuling::default()
    }
}

/// A decision with a reason.
pub fn fate(choice: FateChoice) -> TypedFate {
    TypedFate {
        fate: choice.code().into(),
        fate_reason: "Les appels répondent au besoin".into(),
        text_lang: "fr".into(),
        ..TypedFate::default()
    }
}

/// The problems of a refusal.
pub fn problems<T: std::fmt::Debug>(result: Result<T, AppError>) -> Vec<(String, ProblemCode)> {
    let error = result.expect_err("a refusal");
    error.problems().iter().map(|problem| (problem.field.clone(), problem.code)).collect()
}
