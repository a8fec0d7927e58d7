//! The status report of one meeting.

use super::past::{self, Past, Then, by_organisation, picture};
use crate::{
    services::{comments::waited_on, costs::as_of, views},
    store::{
        StoreError, Tx,
        comments::{self, Comment},
        costs::{self, Cost},
        measures::Scope,
        meetings::{self, Decision, Meeting},
        plans,
        records::{Answered, Plan, Response},
    },
};
use app::api::{
    common::{ExtensionView, OrganisationView, RecommendationView},
    reports::{DecisionView, MeetingReport, MeetingView, ProposedRow, ReportRow, ReportSection},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{
    dates::ReportingPeriod,
    measure::MeasureStatus,
    reports::{Picture, Section, look_ahead, section_of},
    text::{Coded, Lang},
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Everything on record about a plan.
pub(super) struct Record {
    plan: Plan,
    measures: Vec<Past>,
    recommendations: Vec<Answered>,
    global_response: Option<Response>,
    meetings: Vec<Meeting>,
    decisions: Vec<Decision>,
    costs: Vec<Cost>,
    /// The decisions that were proposed, where the reader may know of them.
    proposals: Option<Vec<Comment>>,
}

/// Which days the report is about.
#[derive(Clone, Copy)]
struct Days {
    /// The meeting's.
    held_on: NaiveDate,
    /// Up to which everything is counted.
    cut_off: NaiveDate,
    /// The meeting before.
    since: Option<NaiveDate>,
    /// The meeting after, or as far as the report looks ahead.
    next: NaiveDate,
}

impl Record {
    /// Reads it in a fixed number of queries.
    pub async fn load(tx: &Tx, plan: Plan, internal: bool, zone: Tz) -> Result<Self, StoreError> {
        let (recommendations, global_response) = plans::recommendations(tx, plan.id).await?;
        Ok(Self {
            measures: past::load(tx, &Scope::plan(plan.id), zone).await?,
            meetings: meetings::load(tx, plan.id).await?,
            decisions: meetings::decisions(tx, plan.id).await?,
            costs: costs::load(tx, plan.id).await?,
            proposals: if internal { Some(comments::proposals(tx, &Scope::plan(plan.id)).await?) } else { None },
            recommendations,
            global_response,
            plan,
        })
    }

    /// The report for a day, or for the next meeting from today on. What was recorded after its day is left out, and
    /// nothing is foretold: a meeting ahead is reported on as things stand today.
    pub fn report(&self, lang: Lang, date: Option<NaiveDate>, today: NaiveDate) -> MeetingReport {
        let days = self.days(date, today);
        let then: Vec<Then<'_>> = self.sorted(days.cut_off);
        let rows = |keep: &dyn Fn(&Then<'_>) -> bool| -> Vec<ReportRow> {
            then.iter().filter(|then| keep(then)).map(|then| then.report_row(lang)).collect()
        };
        let mut report = MeetingReport {
            plan_id: self.plan.id,
            title: self.plan.title.for_reader(lang),
            lang,
            meeting: self.meetings.iter().find(|meeting| meeting.held_on == days.held_on).map(|m| meeting_view(m, lang)),
            cut_off: days.cut_off,
            since: days.since,
            next: days.next,
            period: ReportingPeriod::of(days.cut_off).code(),
            picture: picture(&then, days.cut_off),
            before: days.since.map(|since| self.picture_on(since)),
            by_organisation: by_organisation(&then, lang, days.cut_off),
            by_recommendation: self.by_recommendation(&then, days.cut_off),
            extensions_to_decide: rows(&|then| then.request.is_some() && then.tracked.facts.status.is_live()),
            claims_to_verify: rows(&|then| then.tracked.facts.status == MeasureStatus::CompletedToVerify),
            proposed_decisions: self.proposed(&then, lang, days.cut_off),
            sections: Section::ALL
                .iter()
                .map(|section| ReportSection { section: *section, rows: rows(&|then| days.section(then) == Some(*section)) })
                .collect(),
            moved: self.moved(lang, days),
            silent: silent(&then, lang, days.cut_off),
            global_response: self.global_response.as_ref().map(|response| views::response(response, lang)),
            recommendations: self.recommendations(&then, lang),
            costs: as_of(&self.costs, days.cut_off, lang),
            decisions: self.decisions(lang, days),
            texts_in_other_language: 0,
        };
        report.texts_in_other_language = texts_in_other_language(&report);
        report
    }

    fn days(&self, date: Option<NaiveDate>, today: NaiveDate) -> Days {
        let held = || self.meetings.iter().map(|meeting| meeting.held_on);
        let held_on = date.or_else(|| held().find(|day| *day >= today)).unwrap_or(today);
        let cut_off = held_on.min(today);
        Days {
            held_on,
            cut_off,
            since: held().rfind(|day| *day < held_on && *day <= cut_off),
            next: look_ahead(held_on, held().find(|day| *day > held_on)),
        }
    }

    fn sorted(&self, day: NaiveDate) -> Vec<Then<'_>> {
        let mut then: Vec<Then<'_>> = self.measures.iter().filter_map(|past| past.as_of(day)).collect();
        then.sort_by_key(Then::order);
        then
    }

    /// The proposals that waited for an answer on a day. The words of one that was withdrawn since are not told.
    fn proposed(&self, then: &[Then<'_>], lang: Lang, day: NaiveDate) -> Option<Vec<ProposedRow>> {
        let row = |comment: &Comment| {
            let decision = waited_on(comment, day)?;
            let measure = then.iter().find(|then| then.measure.figures.id == comment.measure_id)?;
            Some(ProposedRow {
                measure: measure.row(lang),
                comment: comment.id,
                decision,
                by: comment.written.by.clone(),
                on: comment.written.on,
                text: comment.text.for_reader(lang).filter(|_| comment.withdrawn.is_none()),
            })
        };
        self.proposals.as_ref().map(|proposals| proposals.iter().filter_map(row).collect())
    }

    fn picture_on(&self, day: NaiveDate) -> Picture {
        let tracked: Vec<_> = self.measures.iter().filter_map(|past| past.tracked(day)).collect();
        Picture::of(&tracked, day)
    }

    fn by_recommendation(&self, then: &[Then<'_>], day: NaiveDate) -> Vec<(String, Picture)> {
        let one = |answered: &Answered| {
            let id = answered.recommendation.id;
            let answers = then.iter().filter(|then| then.answers(id));
            (answered.recommendation.number.clone(), picture(answers, day))
        };
        self.recommendations.iter().map(one).collect()
    }

    fn recommendations(&self, then: &[Then<'_>], lang: Lang) -> Vec<RecommendationView> {
        let one = |answered: &Answered| {
            let mut answers: Vec<&Then<'_>> = then.iter().filter(|then| then.answers(answered.recommendation.id)).collect();
            answers.sort_by_key(|then| then.measure.figures.position);
            views::recommendation(answered, answers.into_iter().map(|then| then.row(lang)).collect(), lang)
        };
        self.recommendations.iter().map(one).collect()
    }

    fn moved(&self, lang: Lang, days: Days) -> Vec<(String, ExtensionView)> {
        let of = |past: &'_ Past| -> Vec<(String, ExtensionView)> {
            let granted = past.granted_between(days.since, days.cut_off);
            granted.map(|extension| (past.label().to_owned(), views::extension(extension, lang))).collect()
        };
        self.measures.iter().flat_map(of).collect()
    }

    /// What earlier meetings decided: all that is still open first, then what the last one decided and what was done
    /// since.
    fn decisions(&self, lang: Lang, days: Days) -> Vec<DecisionView> {
        let held: HashMap<i64, NaiveDate> = self.meetings.iter().map(|meeting| (meeting.id, meeting.held_on)).collect();
        let labels: HashMap<i64, &str> = self.measures.iter().map(|past| (past.id(), past.label())).collect();
        let view = |decision: &Decision| {
            let decided_on = *held.get(&decision.meeting_id).filter(|day| **day < days.held_on && **day <= days.cut_off)?;
            let done_on = decision.done_on.filter(|done| *done <= days.cut_off);
            let is_news = done_on.is_none() || Some(decided_on) == days.since || done_on > days.since;
            is_news.then(|| DecisionView {
                kind: decision.kind,
                text: decision.text.for_reader(lang),
                decided_on,
                measure: decision.measure_id.and_then(|id| labels.get(&id)).map(|label| (*label).to_owned()),
                due_on: decision.due_on,
                done_on,
            })
        };
        let mut decisions: Vec<DecisionView> = self.decisions.iter().filter_map(view).collect();
        decisions.sort_by_key(|decision| (decision.done_on.is_some(), decision.due_on, decision.decided_on));
        decisions
    }
}

impl Days {
    fn section(self, then: &Then<'_>) -> Option<Section> {
        let Then { measure, tracked, request, .. } = then;
        section_of(&tracked.facts, &tracked.flags, measure.figures.ended_on, request.is_some(), self.since, Some(self.next))
    }
}

impl Then<'_> {
    fn answers(&self, recommendation: i64) -> bool {
        self.measure.recommendations.iter().any(|answered| answered.id == recommendation)
    }
}

fn meeting_view(meeting: &Meeting, lang: Lang) -> MeetingView {
    MeetingView {
        id: meeting.id,
        held_on: meeting.held_on,
        name: meeting.name.for_reader(lang),
        place: meeting.place.for_reader(lang),
    }
}

/// The organisations that owe work and said nothing in the period of the day, by code.
fn silent(then: &[Then<'_>], lang: Lang, day: NaiveDate) -> Vec<OrganisationView> {
    let period = ReportingPeriod::of(day);
    let reported = |then: &Then<'_>| then.tracked.facts.last_update.is_some_and(|on| ReportingPeriod::of(on) >= period);
    let mut leads: BTreeMap<&str, Vec<&Then<'_>>> = BTreeMap::new();
    for measure in then.iter().filter(|then| then.tracked.facts.status.is_live()) {
        if let Some(lead) = &measure.measure.lead {
            leads.entry(&lead.code).or_default().push(measure);
        }
    }
    let is_silent =
        |led: &Vec<&Then<'_>>| led.iter().any(|then| then.tracked.flags.silent) && !led.iter().any(|then| reported(then));
    let silent = leads.into_values().filter(is_silent).filter_map(|led| led.first().and_then(|then| then.measure.lead.as_ref()));
    views::organisations(silent, lang)
}

/// How many different texts of the report are in the other language, wherever they stand in it.
fn texts_in_other_language(report: &MeetingReport) -> u32 {
    fn walk<'a>(value: &'a serde_json::Value, found: &mut HashSet<&'a str>) {
        match value {
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
            serde_json::Value::Object(fields) => {
                if fields.get("is_fallback") == Some(&serde_json::Value::Bool(true)) {
                    found.extend(fields.get("text").and_then(serde_json::Value::as_str));
                }
                fields.values().for_each(|field| walk(field, found));
            }
            _ => {}
        }
    }
    let Ok(value) = serde_json::to_value(report) else { return 0 };
    let mut found = HashSet::new();
    walk(&value, &mut found);
    u32::try_from(found.len()).unwrap_or(u32::MAX)
}
