//! Which measures of a plan a filter keeps.

use crate::store::records::Measure;
use app::api::plans::PlanFilter;
use chrono::NaiveDate;
use domain::text::{Bilingual, Coded, Lang, fold};

/// A filter with its words made comparable once.
pub(super) struct Narrowed<'a> {
    filter: &'a PlanFilter,
    words: Vec<String>,
    today: NaiveDate,
}

impl<'a> Narrowed<'a> {
    pub(super) fn new(filter: &'a PlanFilter, today: NaiveDate) -> Self {
        let words = fold(&filter.text).split_whitespace().map(str::to_owned).collect();
        Self { filter, words, today }
    }

    pub(super) fn keeps(&self, measure: &Measure) -> bool {
        let facts = &measure.figures.facts;
        self.filter.organisation.is_none_or(|id| takes_part(measure, id))
            && self.filter.status.is_none_or(|status| facts.status == status)
            && self.filter.lateness.is_none_or(|lateness| lateness.keeps(&facts.flags(self.today)))
            && self.says_all_words(measure)
    }

    fn says_all_words(&self, measure: &Measure) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let said = fold(&said_of(measure));
        self.words.iter().all(|word| said.contains(word.as_str()))
    }
}

fn takes_part(measure: &Measure, organisation: i64) -> bool {
    measure.figures.lead_organisation_id == Some(organisation) || measure.support.iter().any(|s| s.id == organisation)
}

/// Everything a person may remember of a measure, in both languages, a line each so that no word crosses two texts.
fn said_of(measure: &Measure) -> String {
    let texts = std::iter::once(&measure.text)
        .chain(measure.deliverables.iter().map(|deliverable| &deliverable.title))
        .chain(measure.recommendations.iter().map(|recommendation| &recommendation.text));
    let labels = std::iter::once(&measure.label).chain(measure.recommendations.iter().map(|r| &r.number));
    let said: Vec<&str> = labels.map(String::as_str).chain(texts.flat_map(both)).collect();
    said.join("\n")
}

fn both(text: &Bilingual) -> impl Iterator<Item = &str> {
    Lang::ALL.iter().filter_map(|lang| text.get(*lang))
}
