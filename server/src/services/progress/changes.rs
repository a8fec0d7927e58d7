//! What an update changed, for the audit trail.

use crate::{
    services::change,
    store::{
        audit::Change,
        records::{Measure, typed},
    },
};
use chrono::NaiveDate;
use domain::{
    progress::ProgressReport,
    text::{Bilingual, Coded, Lang},
};

/// The fields of the measure that changed, what was said, then each deliverable by its title and status. The words are
/// kept in the row, so that nobody changes them afterwards without its showing.
pub(super) fn of(measure: &Measure, report: &ProgressReport, last_update_on: NaiveDate) -> Vec<Change> {
    let facts = &measure.figures.facts;
    let forecast = if report.nothing_new { facts.forecast } else { report.forecast };
    let fields = [
        change("status", Some(facts.status.code().into()), Some(report.status.code().into())),
        change("percent", Some(measure.percent.to_string()), Some(report.percent.to_string())),
        change("forecast", facts.forecast.map(|due| due.to_string()), forecast.map(|due| due.to_string())),
        change("last_update_on", facts.last_update.map(|day| day.to_string()), Some(last_update_on.to_string())),
    ];
    let mut changes: Vec<Change> = fields.into_iter().flatten().collect();
    let said = [("done", &report.done), ("obstacles", &report.obstacles), ("next_step", &report.next_step)];
    changes.extend(said.into_iter().filter_map(|(field, words)| change(field, None, typed(words))));
    for deliverable in &measure.deliverables {
        let Some(status) = report.deliverables.get(&deliverable.id) else { continue };
        changes.extend(change("deliverable", None, words(&deliverable.title)));
        changes.extend(change("deliverable_status", Some(deliverable.status.code().into()), Some(status.code().into())));
    }
    changes
}

fn words(title: &Bilingual) -> Option<String> {
    Lang::ALL.iter().find_map(|lang| title.get(*lang)).map(str::to_owned)
}
