//! Who has reported on a plan and who has not.

use crate::{
    services::{access, views},
    store::{
        Tx, contacts, drafts,
        measures::{self, Scope},
        people,
        records::Measure,
        updates,
    },
};
use app::{
    api::reporting::{Reporting, ReportingGroup, ReportingRow},
    backend::Caller,
    error::AppError,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{dates::ReportingPeriod, people::Action};
use std::collections::{BTreeMap, HashSet};

/// The page: eleven queries or so, whatever the number of measures.
pub(super) async fn page(
    tx: &Tx,
    caller: &Caller,
    plan: i64,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Reporting, AppError> {
    let plan = access::plan(tx, &caller.actor, plan).await?;
    access::require(&caller.actor, Action::WatchReporting(plan.subject()))?;
    let (scope, period) = (Scope::plan(plan.id), ReportingPeriod::of(today));
    let known = Known {
        period,
        reported: updates::reported_in(tx, &scope, &[period, period.previous()]).await?,
        drafts: drafts::waiting(tx, &scope).await?,
        asked: contacts::open_measures(tx, &scope, now).await?,
        staffed: people::organisations_with_leads(tx).await?.into_iter().collect(),
        owners: people::active_owners(tx, &scope).await?,
    };
    let mut groups: BTreeMap<Option<String>, ReportingGroup> = BTreeMap::new();
    for measure in measures::load(tx, &scope).await? {
        if !measure.figures.facts.status.awaits_lead() {
            continue;
        }
        let organisation = measure.lead.as_ref().map(|lead| views::organisation(lead, caller.lang));
        let code = organisation.as_ref().map(|lead| lead.code.clone());
        let group = groups.entry(code).or_insert_with(|| ReportingGroup { organisation, rows: Vec::new() });
        group.rows.push(known.row(&measure, caller, today));
    }
    let mut groups: Vec<ReportingGroup> = groups.into_values().collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.silent()));
    Ok(Reporting { plan_id: plan.id, plan_title: plan.title.for_reader(caller.lang), period, groups })
}

/// What is known of all measures at once.
struct Known {
    period: ReportingPeriod,
    reported: HashSet<(i64, String)>,
    drafts: HashSet<i64>,
    asked: HashSet<i64>,
    staffed: HashSet<(i64, Option<i64>)>,
    owners: HashSet<i64>,
}

impl Known {
    fn row(&self, measure: &Measure, caller: &Caller, today: NaiveDate) -> ReportingRow {
        let figures = &measure.figures;
        let reported = |period: ReportingPeriod| self.reported.contains(&(figures.id, period.code()));
        let staffed = figures
            .lead_organisation_id
            .is_some_and(|lead| self.staffed.contains(&(lead, None)) || self.staffed.contains(&(lead, Some(figures.plan_id))));
        ReportingRow {
            measure: views::measure(measure, caller.lang, today),
            this_period: reported(self.period),
            previous_period: reported(self.period.previous()),
            has_draft: self.drafts.contains(&figures.id),
            has_account: staffed || figures.owner_id.is_some_and(|owner| self.owners.contains(&owner)),
            was_asked: self.asked.contains(&figures.id),
        }
    }
}
