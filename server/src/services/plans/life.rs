//! What pages show of the life of a plan: the way it came, and what is not as it was approved.

use crate::store::{
    baseline::{Baseline, Value, values_of_measure, values_of_plan, values_of_recommendation, values_of_response},
    plans::Movers,
    records::{Answered, Measure, Plan, Response},
};
use app::api::{
    plan_life::{Amended, LifeStep},
    trail::FieldChange,
};
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

/// Compares what is written today with what was approved.
struct Compared<'a> {
    baseline: &'a Baseline,
    found: Vec<Amended>,
}

impl Compared<'_> {
    fn look(&mut self, of: BaselineEntity, id: i64, label: &str, (today, values): (&Bilingual, &[Value]), href: String) {
        let approved = self.baseline.get(&(of, id));
        let changes = approved.map(|approved| changed(&approved.values, values)).unwrap_or_default();
        let approved = approved.map(|approved| approved.text.clone());
        if approved.as_ref() != Some(today) || !changes.is_empty() {
            self.found.push(Amended { of, label: label.to_owned(), href, approved, today: today.clone(), changes });
        }
    }
}

/// The fields whose values are not the approved ones, in the order they are kept in.
fn changed(approved: &[Value], today: &[Value]) -> Vec<FieldChange> {
    let mut fields: Vec<&str> = Vec::new();
    for value in approved.iter().chain(today) {
        if !fields.contains(&value.field.as_str()) {
            fields.push(&value.field);
        }
    }
    // A record is the same whatever it is called by now; anything else is what it says.
    let same = |a: &Value, b: &Value| if a.ref_id.is_some() { a.ref_id == b.ref_id } else { a.value == b.value };
    let change = |field: &str| {
        let of = |values: &[Value]| values.iter().filter(|value| value.field == field).cloned().collect::<Vec<_>>();
        let (old, new) = (of(approved), of(today));
        let within = |some: &[Value], all: &[Value]| some.iter().all(|a| all.iter().any(|b| same(a, b)));
        if within(&old, &new) && within(&new, &old) {
            return None;
        }
        let words = |values: &[Value]| values.iter().map(|value| value.value.as_str()).collect::<Vec<_>>().join(", ");
        let words = |values: &[Value]| Some(words(values)).filter(|words| !words.is_empty());
        Some(FieldChange { field: field.to_owned(), old: words(&old), new: words(&new) })
    };
    fields.into_iter().filter_map(change).collect()
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
    compared.look(BaselineEntity::Plan, plan.id, "", (&plan.title, &values_of_plan(plan)), page.clone());
    if let Some(response) = response {
        let of = (&response.text, values_of_response(response));
        compared.look(BaselineEntity::Response, response.id, "", (of.0, &of.1), format!("{page}#global-response"));
    }
    for answered in answered {
        let Answered { recommendation, response, .. } = answered;
        let (label, href) = (recommendation.number.as_str(), format!("{page}#recommendation-{}", recommendation.id));
        let of = (&recommendation.text, values_of_recommendation(answered));
        compared.look(BaselineEntity::Recommendation, recommendation.id, label, (of.0, &of.1), href.clone());
        if let Some(response) = response {
            compared.look(BaselineEntity::Response, response.id, label, (&response.text, &values_of_response(response)), href);
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
    compared.look(BaselineEntity::Measure, id, label, (&measure.text, &values_of_measure(measure)), href.clone());
    // The deliverables of a measure that was added came with it.
    for deliverable in measure.deliverables.iter().filter(|_| known) {
        compared.look(BaselineEntity::Deliverable, deliverable.id, label, (&deliverable.title, &[]), href.clone());
    }
}
