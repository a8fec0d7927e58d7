//! Plans to test on, written as an import writes them.

use super::Bench;
use app::backend::{Caller, Plans};
use domain::{
    draft::{DeliverableDraft, MeasureDraft, Place, PlanDraft, RecommendationDraft, ResponseDraft},
    plan::ResponseKind,
    text::Lang,
};
use server::{
    services::Author,
    store::{
        measures::{self, Scope},
        records::Measure,
    },
};

/// A measure in a table: what it says, the owner in words, the date in words.
pub fn measure(text: &str, owner: &str, due: &str) -> MeasureDraft {
    MeasureDraft {
        label: None,
        text: text.into(),
        owner: Some(owner.to_owned()).filter(|owner| !owner.is_empty()),
        owner_inherited: false,
        support: None,
        accountable: None,
        start: None,
        start_text: None,
        due: domain::dates::phrase::parse_due(due).unwrap_or(domain::dates::DueDate::NONE),
        due_text: due.into(),
        due_text_raw: None,
        completed: false,
        completed_on: None,
        deliverables: vec![DeliverableDraft { text: format!("Rapport sur : {text}"), doubtful: false }],
        recommendation: Some(0),
        link_doubtful: false,
        place: Place::default(),
    }
}

/// A plan in French with one recommendation and these measures.
pub fn draft(measures: Vec<MeasureDraft>) -> PlanDraft {
    let recommendation = RecommendationDraft {
        number: Some("1".into()),
        text: "Mieux mesurer les résultats".into(),
        addressee: None,
        response: Some(ResponseKind::Accepted),
        response_text: Some("D’accord".into()),
        suggested: false,
        place: Place::default(),
    };
    let response = ResponseDraft { kind: Some(ResponseKind::Accepted), text: "D’accord".into(), place: Place::default() };
    PlanDraft {
        lang: Lang::Fr,
        title: Some("Évaluation du programme".into()),
        response: Some(response),
        owner: None,
        recommendations: vec![recommendation],
        measures,
        source: Vec::new(),
        warnings: Vec::new(),
    }
}

impl Bench {
    /// A draft plan with these measures; answers its id.
    pub async fn draft_plan(&self, measures: Vec<MeasureDraft>) -> i64 {
        let author = Author::program("test", self.services.clock.now());
        self.services.commit_draft(&author, "Le plan", &draft(measures)).await.expect("a plan")
    }

    /// The same, approved by a coordinator.
    pub async fn approved_plan(&self, coordinator: &Caller, measures: Vec<MeasureDraft>) -> i64 {
        let plan = self.draft_plan(measures).await;
        self.services.approve(coordinator, plan, 0).await.expect("the approval");
        plan
    }

    /// The measures of a plan as they are stored.
    pub async fn measures(&self, plan: i64) -> Vec<Measure> {
        self.write(async |tx| measures::load(tx, &Scope::plan(plan)).await).await
    }
}
