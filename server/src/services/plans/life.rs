//! What pages show of the life of a plan: the way it came, and what is not as it was approved.

use crate::store::{
    baseline::Baseline,
    plans::Movers,
    records::{Answered, Measure, Plan, Response},
};
use app::api::plan_life::{Amended, LifeStep};
use domain::{
    plan::{BaselineEntity, PlanStatus},
    text::Bilingual,
};

/// How a plan came to where it stands.
pub(super) fn steps(plan: &Plan, created_on: chrono::NaiveDate, movers: Movers) -> Vec<LifeStep> {
    let step = |status, on: Option<chrono::NaiveDate>, by| on.map(|on| LifeStep { status, on, by });
    let steps = [
        step(PlanStatus::Draft, Some(created_on), movers.created),
        step(PlanStatus::Approved, plan.approved_on, movers.approved),
        step(PlanStatus::Closed, plan.closed_on, movers.closed),
    ];
    steps.into_iter().flatten().collect()
}

/// Compares today's words with the approved ones.
struct Compared<'a> {
    baseline: &'a Baseline,
    found: Vec<Amended>,
}

impl Compared<'_> {
    fn look(&mut self, of: BaselineEntity, id: i64, label: &str, today: &Bilingual, href: String) {
        let approved = self.baseline.get(&(of, id)).map(|approved| approved.text.clone());
        if approved.as_ref() != Some(today) {
            self.found.push(Amended { of, label: label.to_owned(), href, approved, today: today.clone() });
        }
    }
}

/// What is not as it was approved, in the order of the plan; nothing in a draft.
pub(super) fn amended(
    plan: &Plan,
    baseline: &Baseline,
    answered: &[Answered],
    response: Option<&Response>,
    measures: &[Measure],
) -> Vec<Amended> {
    if plan.status == PlanStatus::Draft {
        return Vec::new();
    }
    let mut compared = Compared { baseline, found: Vec::new() };
    let page = format!("/plans/{}", plan.id);
    compared.look(BaselineEntity::Plan, plan.id, "", &plan.title, page.clone());
    if let Some(response) = response {
        compared.look(BaselineEntity::Response, response.id, "", &response.text, format!("{page}#global-response"));
    }
    for Answered { recommendation, response, .. } in answered {
        let (label, href) = (recommendation.number.as_str(), format!("{page}#recommendation-{}", recommendation.id));
        compared.look(BaselineEntity::Recommendation, recommendation.id, label, &recommendation.text, href.clone());
        if let Some(response) = response {
            compared.look(BaselineEntity::Response, response.id, label, &response.text, href);
        }
    }
    for measure in measures {
        compare_measure(&mut compared, measure);
    }
    compared.found
}

/// What is not as it was approved of one measure.
pub(in crate::services) fn amended_measure(plan: &Plan, baseline: &Baseline, measure: &Measure) -> Vec<Amended> {
    if plan.status == PlanStatus::Draft {
        return Vec::new();
    }
    let mut compared = Compared { baseline, found: Vec::new() };
    compare_measure(&mut compared, measure);
    compared.found
}

fn compare_measure(compared: &mut Compared<'_>, measure: &Measure) {
    let (id, label) = (measure.figures.id, measure.label.as_str());
    let href = format!("/measures/{id}");
    let known = compared.baseline.contains_key(&(BaselineEntity::Measure, id));
    compared.look(BaselineEntity::Measure, id, label, &measure.text, href.clone());
    // The deliverables of a measure that was added came with it.
    for deliverable in measure.deliverables.iter().filter(|_| known) {
        compared.look(BaselineEntity::Deliverable, deliverable.id, label, &deliverable.title, href.clone());
    }
}
