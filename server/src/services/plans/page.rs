//! Putting the page of one plan together.

use super::{filter::Narrowed, life, missing};
use crate::{
    services::views,
    store::{
        baseline::Baseline,
        costs::Cost,
        records::{Answered, Measure, Organisation, Plan, Response},
    },
};
use app::api::{
    common::{MeasureRow, OrganisationView},
    plan_life::{LifeStep, OpenMeasure, PlanLife},
    plans::{PlanFilter, PlanPage},
};
use chrono::NaiveDate;
use domain::{
    people::{Action, Actor, PlanSubject},
    reports::{Picture, Tracked},
    text::Lang,
};
use std::collections::{BTreeMap, HashMap};

/// What was read for the page.
pub(super) struct Parts {
    pub plan: Plan,
    pub answered: Vec<Answered>,
    pub response: Option<Response>,
    pub measures: Vec<Measure>,
    /// How many pieces of evidence the reader may open, by measure.
    pub evidence: HashMap<i64, u32>,
    pub baseline: Baseline,
    pub costs: Vec<Cost>,
    pub steps: Vec<LifeStep>,
    pub may: May,
}

/// What the reader may do to the plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct May {
    approve: bool,
    edit: bool,
    close: bool,
}

impl May {
    pub(super) fn of(actor: &Actor, plan: PlanSubject) -> Self {
        Self {
            approve: actor.may(Action::ApprovePlan(plan)),
            edit: actor.may(Action::EditPlan(plan)),
            close: actor.may(Action::ClosePlan(plan)),
        }
    }
}

impl Parts {
    pub(super) fn page(self, filter: &PlanFilter, lang: Lang, today: NaiveDate) -> PlanPage {
        let narrowed = Narrowed::new(filter, today);
        let kept: Vec<&Measure> = self.measures.iter().filter(|measure| narrowed.keeps(measure)).collect();
        let row = |measure: &Measure| {
            let evidence = self.evidence.get(&measure.figures.id).copied().unwrap_or_default();
            MeasureRow { evidence, ..views::measure(measure, lang, today) }
        };
        let rows = |recommendation: Option<i64>| -> Vec<MeasureRow> {
            kept.iter().filter(|m| answers(m, recommendation)).map(|m| row(m)).collect()
        };
        let mut recommendations: Vec<_> =
            self.answered.iter().map(|a| views::recommendation(a, rows(Some(a.recommendation.id)), lang)).collect();
        if !filter.is_empty() {
            recommendations.retain(|recommendation| !recommendation.measures.is_empty());
        }
        let tracked: Vec<Tracked> = self.measures.iter().map(|m| Tracked::new(m.figures.facts, today)).collect();
        PlanPage {
            id: self.plan.id,
            title: self.plan.title.for_reader(lang),
            source_title: self.plan.source_title.for_reader(lang),
            source_kind: self.plan.source_kind,
            source_url: self.plan.source_url.clone(),
            published_on: self.plan.published_on,
            status: self.plan.status,
            approved_on: self.plan.approved_on,
            global_response: self.response.as_ref().map(|response| views::response(response, lang)),
            picture: Picture::of(&tracked, today),
            recommendations,
            unlinked: rows(None),
            organisations: self.organisations(lang),
            matching: u32::try_from(kept.len()).unwrap_or(u32::MAX),
            may_approve: self.may.approve,
            life: self.life(),
            lock_version: self.plan.lock_version,
        }
    }

    fn life(&self) -> PlanLife {
        let (plan, response) = (&self.plan, self.response.as_ref());
        let missing = missing::texts(plan, &self.answered, response, &self.measures, &self.costs);
        let count = |lang: Lang| u32::try_from(missing.iter().filter(|text| text.lang == lang).count()).unwrap_or(u32::MAX);
        let open = self.measures.iter().filter(|measure| measure.figures.facts.status.is_live());
        PlanLife {
            steps: self.steps.clone(),
            amended: life::amended(plan, &self.baseline, &self.answered, response, &self.measures),
            missing_en: count(Lang::En),
            missing_fr: count(Lang::Fr),
            may_edit: self.may.edit,
            may_close: self.may.close,
            open: open.map(|measure| OpenMeasure { id: measure.figures.id, label: measure.label.clone() }).collect(),
        }
    }

    /// Those that lead or support a measure, by code.
    fn organisations(&self, lang: Lang) -> Vec<OrganisationView> {
        let all = self.measures.iter().flat_map(|m| m.lead.iter().chain(&m.support));
        let known: BTreeMap<i64, &Organisation> = all.map(|organisation| (organisation.id, organisation)).collect();
        views::organisations(known.into_values(), lang)
    }
}

/// Whether a measure answers this recommendation; `None` asks whether it answers none.
fn answers(measure: &Measure, recommendation: Option<i64>) -> bool {
    match recommendation {
        Some(id) => measure.recommendations.iter().any(|r| r.id == id),
        None => measure.recommendations.is_empty(),
    }
}
