//! From the text of the progress form to an update that may be recorded (rules 3, 4 and 6).

use crate::{
    dates::{DueDate, phrase},
    deliverable::DeliverableStatus,
    measure::MeasureStatus,
    problem::{Problem, ProblemCode},
    text::Lang,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest text of one field, in characters.
pub const MAX_TEXT: usize = 5_000;

/// The form exactly as it was typed. Every field is text; `lock_version` guards against overwriting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedProgress {
    /// A [`MeasureStatus`] code.
    pub status: String,
    /// 0 to 100; may be left empty.
    pub percent: String,
    /// What was done since the last update.
    pub done: String,
    /// What is in the way.
    pub obstacles: String,
    /// What comes next.
    pub next_step: String,
    /// When the lead expects to be done, in words or figures; may be left empty.
    pub forecast: String,
    /// The language the texts are written in.
    pub text_lang: String,
    /// Deliverable id -> [`DeliverableStatus`] code, for those shown in the form.
    pub deliverables: BTreeMap<i64, String>,
    /// `yes` when there is nothing new to report: an answer of its own, dated like any other.
    #[serde(default)]
    pub nothing_new: String,
    /// Which view of a form this was typed into, so that a draft is known again by the form that wrote or showed it.
    #[serde(default)]
    pub draft_key: String,
}

/// What the check needs to know of the measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureState {
    /// The status before the update.
    pub status: MeasureStatus,
    /// The percentage before the update.
    pub percent: u8,
    /// The measure's deliverables and where each stands now.
    pub deliverables: BTreeMap<i64, DeliverableStatus>,
}

/// An update that may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressReport {
    /// The status from now on.
    pub status: MeasureStatus,
    /// Percent done, 0 to 100.
    pub percent: u8,
    /// What was done.
    pub done: String,
    /// What is in the way.
    pub obstacles: String,
    /// What comes next.
    pub next_step: String,
    /// When the lead expects to be done.
    pub forecast: Option<DueDate>,
    /// The language the texts are in.
    pub lang: Lang,
    /// The deliverables whose status changes.
    pub deliverables: BTreeMap<i64, DeliverableStatus>,
    /// Whether it says that there is nothing new.
    pub nothing_new: bool,
}

impl TypedProgress {
    /// Checks the whole form against the measure. Errors with every problem found, each on its field; a
    /// deliverable's field is `deliverables[ID]`.
    pub fn check(&self, before: &MeasureState) -> Result<ProgressReport, Vec<Problem>> {
        if self.nothing_new == "yes" {
            // Nobody should have to guess which of the two was meant.
            return match self.changes_something(before) {
                true => Err(vec![Problem::new("nothing_new", ProblemCode::NotWithThisAnswer)]),
                false => Ok(self.unchanged(before)),
            };
        }
        let mut problems = Vec::new();
        let status = self.read_status(&mut problems);
        let percent = self.read_percent(before, status, &mut problems);
        let forecast = self.read_forecast(status, &mut problems);
        let lang = self.text_lang.parse().ok();
        if lang.is_none() {
            problems.push(Problem::new("text_lang", ProblemCode::NotAChoice));
        }
        let deliverables = self.read_deliverables(before, &mut problems);
        for (field, text) in [("done", &self.done), ("obstacles", &self.obstacles), ("next_step", &self.next_step)] {
            if text.chars().count() > MAX_TEXT {
                problems.push(Problem::new(field, ProblemCode::TooLong));
            }
        }
        self.check_completeness(before, (status, percent), &deliverables, &mut problems);
        match (status, percent, lang) {
            (Some(status), Some(percent), Some(lang)) if problems.is_empty() => Ok(ProgressReport {
                status,
                percent,
                done: self.done.trim().to_owned(),
                obstacles: self.obstacles.trim().to_owned(),
                next_step: self.next_step.trim().to_owned(),
                forecast,
                lang,
                deliverables: deliverables
                    .into_iter()
                    .filter(|(id, status)| before.deliverables.get(id) != Some(status))
                    .collect(),
                nothing_new: false,
            }),
            _ => Err(problems),
        }
    }

    fn words(&self) -> [&String; 3] {
        [&self.done, &self.obstacles, &self.next_step]
    }

    /// Whether the form says anything besides that there is nothing new. A field left empty says nothing.
    fn changes_something(&self, before: &MeasureState) -> bool {
        let (status, percent) = (self.status.trim(), self.percent.trim().trim_end_matches('%').trim_end());
        let status = !status.is_empty() && status.parse() != Ok(before.status);
        let percent = !percent.is_empty() && percent.parse() != Ok(before.percent);
        let deliverables = self.deliverables.iter().any(|(id, code)| code.parse().ok().as_ref() != before.deliverables.get(id));
        let says = self.words().into_iter().chain([&self.forecast]).any(|text| !text.trim().is_empty());
        status || percent || deliverables || says
    }

    /// Whether what was sent leaves nothing of a draft unsaid: the form that sent it wrote or showed the draft, or all
    /// of the draft's words are in it.
    #[must_use]
    pub fn covers(&self, draft: &Self) -> bool {
        let is_its_own = !draft.draft_key.is_empty() && draft.draft_key == self.draft_key;
        // A script and a browser do not end lines alike.
        let plain = |text: &str| text.replace("\r\n", "\n");
        let mut words = self.words().into_iter().zip(draft.words());
        is_its_own || words.all(|(sent, drafted)| plain(sent).contains(plain(drafted).trim()))
    }

    fn unchanged(&self, before: &MeasureState) -> ProgressReport {
        ProgressReport {
            status: before.status,
            percent: before.percent,
            done: String::new(),
            obstacles: String::new(),
            next_step: String::new(),
            forecast: None,
            lang: self.text_lang.parse().unwrap_or(Lang::En),
            deliverables: BTreeMap::new(),
            nothing_new: true,
        }
    }

    fn read_status(&self, problems: &mut Vec<Problem>) -> Option<MeasureStatus> {
        let status = self.status.parse::<MeasureStatus>().ok();
        match status {
            None if self.status.trim().is_empty() => problems.push(Problem::new("status", ProblemCode::Required)),
            None => problems.push(Problem::new("status", ProblemCode::NotAChoice)),
            Some(status) if !status.is_leads_choice() => problems.push(Problem::new("status", ProblemCode::NeedsADecision)),
            Some(_) => {}
        }
        status
    }

    /// An empty percentage keeps the one before; a completion claim is 100 % whatever was typed before.
    fn read_percent(&self, before: &MeasureState, status: Option<MeasureStatus>, problems: &mut Vec<Problem>) -> Option<u8> {
        let typed = self.percent.trim().trim_end_matches('%').trim_end();
        let percent = match typed.parse::<i64>() {
            _ if typed.is_empty() => Ok(before.percent),
            Ok(number) => u8::try_from(number).ok().filter(|n| *n <= 100).ok_or(ProblemCode::OutOfRange),
            Err(_) => Err(ProblemCode::NotANumber),
        };
        match percent {
            Ok(_) if status == Some(MeasureStatus::CompletedToVerify) => Some(100),
            Ok(percent) => Some(percent),
            Err(code) => {
                problems.push(Problem::new("percent", code));
                None
            }
        }
    }

    fn read_forecast(&self, status: Option<MeasureStatus>, problems: &mut Vec<Problem>) -> Option<DueDate> {
        if self.forecast.trim().is_empty() {
            return None;
        }
        match phrase::parse_due(&self.forecast) {
            Ok(_) if status == Some(MeasureStatus::CompletedToVerify) => {
                problems.push(Problem::new("forecast", ProblemCode::ForecastWhenDone));
                None
            }
            Ok(due) if due.last_day().is_some() => Some(due),
            _ => {
                problems.push(Problem::new("forecast", ProblemCode::NotADate));
                None
            }
        }
    }

    /// Retiring a deliverable is a decision (rule 6), so an update can keep it retired but not make it so.
    fn read_deliverables(&self, before: &MeasureState, problems: &mut Vec<Problem>) -> BTreeMap<i64, DeliverableStatus> {
        let mut read = before.deliverables.clone();
        for (id, code) in &self.deliverables {
            let field = format!("deliverables[{id}]");
            match (before.deliverables.get(id), code.parse::<DeliverableStatus>()) {
                (Some(was), Ok(now)) if (now == DeliverableStatus::Retired) == (*was == DeliverableStatus::Retired) => {
                    read.insert(*id, now);
                }
                (Some(_), Ok(_)) => problems.push(Problem::new(field, ProblemCode::NeedsADecision)),
                _ => problems.push(Problem::new(field, ProblemCode::NotAChoice)),
            }
        }
        read
    }

    fn check_completeness(
        &self,
        before: &MeasureState,
        (status, percent): (Option<MeasureStatus>, Option<u8>),
        deliverables: &BTreeMap<i64, DeliverableStatus>,
        problems: &mut Vec<Problem>,
    ) {
        let claims = status == Some(MeasureStatus::CompletedToVerify);
        if claims && self.done.trim().is_empty() {
            problems.push(Problem::new("done", ProblemCode::SayWhatWasDone));
        }
        if claims && deliverables.values().any(|d| d.is_open()) {
            problems.push(Problem::new("status", ProblemCode::DeliverablesOpen));
        }
        let silent = self.words().into_iter().chain([&self.forecast]).all(|text| text.trim().is_empty());
        // A percentage that cannot be read is a problem of its own.
        let stays = status == Some(before.status) && percent.is_none_or(|percent| percent == before.percent);
        if !claims && silent && stays && *deliverables == before.deliverables {
            problems.push(Problem::new("done", ProblemCode::NothingSaid));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn before() -> MeasureState {
        MeasureState {
            status: MeasureStatus::InProgress,
            percent: 40,
            deliverables: BTreeMap::from([(5, DeliverableStatus::InProgress)]),
        }
    }

    fn typed(status: &str, done: &str) -> TypedProgress {
        TypedProgress { status: status.into(), done: done.into(), text_lang: "fr".into(), ..TypedProgress::default() }
    }

    fn codes(result: Result<ProgressReport, Vec<Problem>>) -> Vec<(String, ProblemCode)> {
        result.expect_err("problems").into_iter().map(|p| (p.field, p.code)).collect()
    }

    #[test]
    fn an_empty_percentage_keeps_the_one_before() {
        let report = typed("in_progress", "Une rencontre").check(&before()).expect("accepted");
        assert_eq!((report.percent, report.lang), (40, Lang::Fr));
        assert!(report.deliverables.is_empty());
    }

    #[test]
    fn a_claim_says_what_was_done_and_leaves_no_deliverable_open() {
        let found = codes(typed("completed_to_verify", " ").check(&before()));
        assert_eq!(found, [("done".into(), ProblemCode::SayWhatWasDone), ("status".into(), ProblemCode::DeliverablesOpen)]);
        let mut claim = typed("completed_to_verify", "Mandat signé");
        claim.deliverables.insert(5, "delivered".into());
        let report = claim.check(&before()).expect("accepted");
        assert_eq!((report.percent, report.deliverables.len()), (100, 1));
    }

    #[test]
    fn nothing_new_is_an_answer_that_changes_nothing() {
        for (status, percent) in [("in_progress", "40 %"), ("in_progress", ""), ("", "40")] {
            let form = TypedProgress { nothing_new: "yes".into(), percent: percent.into(), ..typed(status, " ") };
            let report = form.check(&before()).expect("accepted");
            assert!(report.nothing_new);
            assert_eq!((report.status, report.percent), (MeasureStatus::InProgress, 40));
        }
    }

    #[test]
    fn nothing_new_beside_something_new_is_a_contradiction_that_loses_neither() {
        let ticked = |form: TypedProgress| TypedProgress { nothing_new: "yes".into(), ..form };
        let mut delivered = typed("in_progress", "");
        delivered.deliverables.insert(5, "delivered".into());
        let said = [
            typed("in_progress", "Une rencontre"),
            typed("planning", ""),
            delivered,
            TypedProgress { percent: "50".into(), ..typed("in_progress", "") },
            TypedProgress { percent: "plein".into(), ..typed("in_progress", "") },
            TypedProgress { forecast: "mai 2018".into(), ..typed("in_progress", "") },
        ];
        for form in said {
            let found = codes(ticked(form.clone()).check(&before()));
            assert_eq!(found, [("nothing_new".into(), ProblemCode::NotWithThisAnswer)], "{form:?}");
        }
    }

    #[test]
    fn a_changed_percentage_is_something() {
        let report = TypedProgress { percent: "60".into(), ..typed("in_progress", "") }.check(&before()).expect("accepted");
        assert_eq!(report.percent, 60);
        let same = TypedProgress { percent: "40".into(), ..typed("in_progress", "") };
        assert_eq!(codes(same.check(&before())), [("done".into(), ProblemCode::NothingSaid)]);
    }

    #[test]
    fn a_draft_is_sent_when_its_words_are_or_when_the_form_that_sends_showed_it() {
        let draft = TypedProgress { draft_key: "a".into(), next_step: " Relire ".into(), ..typed("planning", "Une longue page") };
        let same = TypedProgress { next_step: "Relire, puis envoyer".into(), ..typed("in_progress", "Une longue page, finie") };
        assert!(same.covers(&draft));
        assert!(TypedProgress { draft_key: "a".into(), ..typed("planning", "") }.covers(&draft), "it was cleared on purpose");
        for other in [
            typed("planning", ""),
            typed("planning", "Une longue page"),
            TypedProgress { draft_key: "b".into(), ..typed("", "x") },
        ] {
            assert!(!other.covers(&draft), "{other:?}");
        }
        assert!(typed("", "Une page\r\net une autre").covers(&typed("", "Une page\net une autre")));
        assert!(typed("planning", "").covers(&TypedProgress { percent: "3".into(), ..TypedProgress::default() }), "no words");
    }

    #[test]
    fn all_problems_come_at_once() {
        let mut form = typed("verified_closed", "");
        form.percent = "120".into();
        form.forecast = "soonish".into();
        form.deliverables = BTreeMap::from([(5, "retired".into()), (9, "delivered".into())]);
        let fields: Vec<_> = codes(form.check(&before())).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["status", "percent", "forecast", "deliverables[5]", "deliverables[9]"]);
    }

    #[test]
    fn an_update_must_say_something() {
        assert_eq!(codes(typed("in_progress", "").check(&before())), [("done".into(), ProblemCode::NothingSaid)]);
        assert!(typed("planning", "").check(&before()).is_ok());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_answered_and_never_closes_a_measure(status in "[a-z_]{0,26}", percent in ".{0,6}", done in ".{0,30}", forecast in ".{0,20}") {
            let form = TypedProgress { status, percent, done, forecast, text_lang: "en".into(), ..TypedProgress::default() };
            match form.check(&before()) {
                Ok(report) => prop_assert!(report.status.is_live() && report.percent <= 100),
                Err(problems) => prop_assert!(!problems.is_empty()),
            }
        }
    }
}
