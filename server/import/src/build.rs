//! Putting a draft together: the recommendation and owner that hold now, and what each new measure inherits from them.

use crate::fields::{Dates, Owners, warning_of};
use chrono::NaiveDate;
use domain::draft::*;
use domain::plan::ResponseKind;
use domain::text::Lang;

pub struct Builder {
    pub draft: PlanDraft,
    pub recommendation: Option<usize>,
    /// The owner of the last measure, for the blank cells below it.
    last_owner: Option<(Option<usize>, String)>,
    /// For each measure the row of its action, which is what is linked to recommendations by order.
    pub groups: Vec<usize>,
}

/// A measure about to be added.
#[derive(Default)]
pub struct NewMeasure {
    pub label: Option<String>,
    pub text: String,
    pub dates: Dates,
    pub owners: Owners,
    /// A blank owner cell: the owner above holds.
    pub inherits_owner: bool,
    /// The cell says that the owner above holds.
    pub same_owner: bool,
    pub deliverables: Vec<DeliverableDraft>,
    pub completed: bool,
    pub completed_on: Option<NaiveDate>,
    pub place: Place,
    pub date_place: Place,
    pub deliverable_place: Option<Place>,
    pub has_date_field: bool,
    pub group: usize,
}

impl Builder {
    pub fn new() -> Self {
        let draft = PlanDraft {
            lang: Lang::En,
            title: None,
            response: None,
            owner: None,
            recommendations: Vec::new(),
            measures: Vec::new(),
            source: Vec::new(),
            warnings: Vec::new(),
        };
        Self { draft, recommendation: None, last_owner: None, groups: Vec::new() }
    }

    pub fn warn(&mut self, code: WarningCode, place: Place, detail: Option<&str>) {
        let detail = detail.map(|d| crate::plain::first_words(d, 200)).filter(|d| !d.is_empty());
        self.draft.warnings.push(DraftWarning { code, place, measure: None, detail });
    }

    /// Opens a recommendation; one that only repeats the open one goes on.
    pub fn open_recommendation(&mut self, number: Option<String>, text: &str, place: Place) {
        let same = self.current().is_some_and(|open| open.number == number && (open.text == text || text.is_empty()));
        if same && (number.is_some() || !text.is_empty()) {
            return;
        }
        let draft = RecommendationDraft {
            number,
            text: text.to_owned(),
            addressee: None,
            response: None,
            response_text: None,
            suggested: false,
            place,
        };
        self.draft.recommendations.push(draft);
        self.recommendation = Some(self.draft.recommendations.len() - 1);
    }

    pub fn current(&mut self) -> Option<&mut RecommendationDraft> {
        self.recommendation.and_then(|index| self.draft.recommendations.get_mut(index))
    }

    /// The words of the response to the open recommendation; the first answer holds, later words are added.
    pub fn respond(&mut self, kind: Option<ResponseKind>, text: &str) {
        let Some(open) = self.current() else { return };
        open.response = open.response.or(kind);
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        match &mut open.response_text {
            Some(words) if words.contains(text) => {}
            Some(words) => {
                words.push('\n');
                words.push_str(text);
            }
            None => open.response_text = Some(text.to_owned()),
        }
    }

    pub fn add(&mut self, mut new: NewMeasure) {
        let index = self.draft.measures.len();
        // Nobody could tell what is promised, or correct it beside its source.
        if new.text.trim().is_empty() {
            let Some(label) = new.label.clone() else { return };
            new.text = label;
        }
        let mut inherited = false;
        match &new.owners.owner {
            Some(owner) => self.last_owner = Some((self.recommendation, owner.clone())),
            None if new.inherits_owner || new.same_owner => {
                if let Some((_, owner)) = self.last_owner.as_ref().filter(|(of, _)| new.same_owner || *of == self.recommendation)
                {
                    new.owners.owner = Some(owner.clone());
                    inherited = true;
                }
            }
            None => self.last_owner = None,
        }
        self.warn_of(index, &new, inherited);
        let dates = new.dates;
        self.groups.push(new.group);
        self.draft.measures.push(MeasureDraft {
            label: new.label,
            text: new.text,
            owner: new.owners.owner,
            owner_inherited: inherited,
            support: new.owners.support,
            accountable: new.owners.accountable,
            start: dates.start,
            start_text: dates.start_text,
            due: dates.due,
            due_text: dates.due_text,
            due_text_raw: dates.due_text_raw,
            completed: dates.completed || new.completed || new.completed_on.is_some(),
            completed_on: new.completed_on,
            deliverables: new.deliverables,
            recommendation: self.recommendation,
            link_doubtful: false,
            place: new.place,
        });
    }

    fn warn_of(&mut self, index: usize, new: &NewMeasure, inherited: bool) {
        let mut add = |code, place, detail: Option<&str>| {
            let detail = detail.filter(|d| !d.is_empty()).map(str::to_owned);
            self.draft.warnings.push(DraftWarning { code, place, measure: Some(index), detail });
        };
        let text = new.dates.due_text.as_str();
        for hint in &new.dates.hints {
            add(warning_of(*hint), new.date_place, Some(text));
        }
        if new.has_date_field && text.is_empty() && !new.completed && new.completed_on.is_none() {
            add(WarningCode::DateMissing, new.date_place, None);
        }
        if let (Some(start), Some(due)) = (new.dates.start, new.dates.due.last_day())
            && start > due
        {
            add(WarningCode::StartAfterDue, new.date_place, Some(text));
        }
        if new.deliverables.iter().any(|d| d.doubtful) {
            add(WarningCode::DeliverablesDoubtful, new.deliverable_place.unwrap_or(new.place), None);
        }
        if inherited {
            add(WarningCode::OwnerInherited, new.place, new.owners.owner.as_deref());
        }
    }
}
