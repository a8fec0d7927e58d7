//! The texts of a plan that exist in one language only, and the field of the form in which each is added.

use super::edit;
use crate::{
    services::access,
    store::{
        Tx,
        costs::{self, Cost},
        measures::{self, Scope},
        plans,
        records::{Answered, Measure, Plan, Response},
    },
};
use app::{
    api::editing::{MissingOf, MissingPage, MissingText, PlanHead},
    backend::Caller,
    error::AppError,
};
use domain::{
    deliverable::DeliverableStatus,
    people::Action,
    plan::BaselineEntity,
    text::{Bilingual, Coded, Lang},
};

/// The page.
pub(super) async fn page(tx: &Tx, caller: &Caller, plan: i64) -> Result<MissingPage, AppError> {
    let plan = access::plan(tx, &caller.actor, plan).await?;
    let (answered, response) = plans::recommendations(tx, plan.id).await?;
    let measures = measures::load(tx, &Scope::plan(plan.id)).await?;
    Ok(MissingPage {
        plan: PlanHead { id: plan.id, title: plan.title.for_reader(caller.lang), status: plan.status },
        texts: texts(&plan, &answered, response.as_ref(), &measures, &costs::load(tx, plan.id).await?),
        may_record_costs: caller.actor.may(Action::RecordCosts(plan.subject())),
        may_edit: caller.actor.may(Action::EditPlan(plan.subject())),
    })
}

/// Collects what is missing, each with the form it is added in.
struct Found(Vec<MissingText>);

impl Found {
    fn look(&mut self, of: (BaselineEntity, &str), field: &str, text: &Bilingual, form: impl Fn(Lang) -> String) {
        self.add((MissingOf::Plan(of.0), of.1), field, text, form);
    }

    fn add(&mut self, (of, label): (MissingOf, &str), field: &str, text: &Bilingual, form: impl Fn(Lang) -> String) {
        for lang in Lang::ALL {
            let (None, Some(words)) = (text.get(*lang), text.get(lang.other())) else { continue };
            self.0.push(MissingText {
                of,
                label: label.to_owned(),
                field: field.to_owned(),
                lang: *lang,
                words: words.to_owned(),
                href: form(*lang),
            });
        }
    }

    fn response(&mut self, label: &str, response: &Response, form: &str) {
        let of = (BaselineEntity::Response, label);
        self.look(of, "text", &response.text, |lang| format!("{form}#field-answer-{lang}"));
        self.look(of, "reason", &response.reason, |lang| format!("{form}#field-answer-reason-{lang}"));
    }
}

/// Everything that is missing, in the order of the plan. What was dropped is no longer translated.
pub(super) fn texts(
    plan: &Plan,
    answered: &[Answered],
    response: Option<&Response>,
    measures: &[Measure],
    costs: &[Cost],
) -> Vec<MissingText> {
    let mut found = Found(Vec::new());
    let form = format!("/plans/{}/edit", plan.id);
    let of = (BaselineEntity::Plan, "");
    found.look(of, "title", &plan.title, |lang| format!("{form}#field-title-{lang}"));
    found.look(of, "source-title", &plan.source_title, |lang| format!("{form}#field-source-title-{lang}"));
    if let Some(response) = response {
        found.response("", response, &form);
    }
    for Answered { recommendation, addressee, response, .. } in answered {
        let form = format!("/recommendations/{}/edit", recommendation.id);
        let of = (BaselineEntity::Recommendation, recommendation.number.as_str());
        found.look(of, "text", &recommendation.text, |lang| format!("{form}#field-text-{lang}"));
        found.look(of, "addressee", addressee, |lang| format!("{form}#field-addressee-{lang}"));
        if let Some(response) = response {
            found.response(&recommendation.number, response, &form);
        }
    }
    measures.iter().filter(|measure| edit::is_editable(measure)).for_each(|measure| of_measure(&mut found, measure));
    for cost in costs.iter().filter(|cost| cost.archived_on.is_none()) {
        let form = format!("/costs/{}", cost.id);
        found.add((MissingOf::Cost, ""), "activity", &cost.activity, |lang| format!("{form}#field-cost-activity-{lang}"));
        found.add((MissingOf::Cost, ""), "note", &cost.note, |lang| format!("{form}#field-cost-note-{lang}"));
    }
    found.0
}

fn of_measure(found: &mut Found, measure: &Measure) {
    let form = format!("/measures/{}/edit", measure.figures.id);
    let label = measure.label.as_str();
    found.look((BaselineEntity::Measure, label), "text", &measure.text, |lang| format!("{form}#field-text-{lang}"));
    let shown = measure.deliverables.iter().filter(|deliverable| deliverable.status != DeliverableStatus::Retired);
    for (row, deliverable) in shown.enumerate() {
        let field = |lang| format!("{form}#field-deliverables-{row}-title-{lang}");
        found.look((BaselineEntity::Deliverable, label), "title", &deliverable.title, field);
    }
}
