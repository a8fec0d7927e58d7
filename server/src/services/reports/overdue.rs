//! The overdue summary for senior management.

use super::past::{self, Past, Then, by_organisation, picture};
use crate::{
    services::views,
    store::{StoreError, Tx, measures::Scope, records::Plan, reports},
};
use app::api::{
    common::MeasureRow,
    reports::{OverdueSummary, TrendPoint, WorstItem},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{
    measure::MeasureStatus,
    reports::{Ageing, ExecutiveAsked, Picture, closed_from, trend_days},
    text::Lang,
};

/// Everything on record about some plans.
pub(super) struct Record {
    plans: Vec<Plan>,
    measures: Vec<Past>,
    without_response: u32,
}

impl Record {
    /// Reads it in a fixed number of queries, however many plans there are.
    pub async fn load(tx: &Tx, plans: Vec<Plan>, zone: Tz) -> Result<Self, StoreError> {
        let ids: Vec<i64> = plans.iter().map(|plan| plan.id).collect();
        Ok(Self {
            measures: past::load(tx, &Scope::plans(&ids), zone).await?,
            without_response: reports::without_response(tx, &ids).await?,
            plans,
        })
    }

    /// The summary as of a day.
    pub fn summary(&self, lang: Lang, cut_off: NaiveDate) -> OverdueSummary {
        let mut then: Vec<Then<'_>> = self.measures.iter().filter_map(|past| past.as_of(cut_off)).collect();
        then.sort_by_key(Then::order);
        let rows = |keep: &dyn Fn(&Then<'_>) -> bool| -> Vec<MeasureRow> {
            then.iter().filter(|then| keep(then)).map(|then| then.row(lang)).collect()
        };
        let overdue = || then.iter().filter(|then| then.tracked.flags.overdue);
        OverdueSummary {
            lang,
            cut_off,
            plans: self.plans.iter().map(|plan| (plan.id, plan.title.for_reader(lang))).collect(),
            picture: picture(&then, cut_off),
            trend: trend_days(cut_off).into_iter().map(|day| self.point(day)).collect(),
            by_organisation: by_organisation(&then, lang, cut_off),
            ageing: Ageing::count(overdue().map(|then| then.tracked.flags.lateness.from_original)),
            overdue: overdue().map(|then| self.worst(then, lang)).collect(),
            undated: rows(&|then| then.tracked.flags.undated),
            unowned: rows(&|then| then.tracked.flags.unowned),
            without_response: self.without_response,
            closed_since: rows(&|then| {
                let ended = then.measure.figures.ended_on;
                then.tracked.facts.status == MeasureStatus::VerifiedClosed && ended >= Some(closed_from(cut_off))
            }),
        }
    }

    fn point(&self, on: NaiveDate) -> TrendPoint {
        let tracked: Vec<_> = self.measures.iter().filter_map(|past| past.tracked(on)).collect();
        let picture = Picture::of(&tracked, on);
        TrendPoint { on, due: picture.due, overdue: picture.overdue }
    }

    fn worst(&self, then: &Then<'_>, lang: Lang) -> WorstItem {
        let plan_id = then.measure.figures.plan_id;
        let plan = self.plans.iter().find(|plan| plan.id == plan_id);
        let obstacles = then.last.and_then(|update| views::update(update, lang).obstacles);
        WorstItem {
            measure: then.row(lang),
            plan_id,
            plan_title: plan.and_then(|plan| plan.title.for_reader(lang)),
            asked: ExecutiveAsked::of(&then.tracked.flags, then.request.is_some(), obstacles.is_some()),
            obstacles,
        }
    }
}
