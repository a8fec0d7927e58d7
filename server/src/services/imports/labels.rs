//! The labels people call measures by, where a source prints only part of one or none.

use domain::draft::{MeasureDraft, PlanDraft};
use std::collections::HashMap;

/// The label a measure gets: as printed or typed, a bare letter behind its number (`2a`), nothing printed as the number
/// of its row.
pub(super) fn label(printed: &str, draft: &PlanDraft, index: usize) -> String {
    let printed = printed.trim();
    let measure = draft.measures.get(index);
    if printed.is_empty() {
        return row_number(measure, index);
    }
    let is_letter = printed.chars().count() <= 2 && printed.chars().all(char::is_alphabetic);
    if !is_letter {
        return printed.to_owned();
    }
    let number = measure.and_then(|measure| recommendation_number(draft, measure));
    format!("{}{printed}", number.unwrap_or_else(|| row_number(measure, index)))
}

/// The labels of a whole draft; those that recur are told apart by the recommendation's number, else by counting.
pub(super) fn labels(draft: &PlanDraft) -> Vec<String> {
    let printed = |index: usize, measure: &MeasureDraft| label(measure.label.as_deref().unwrap_or_default(), draft, index);
    let plain: Vec<String> = draft.measures.iter().enumerate().map(|(index, measure)| printed(index, measure)).collect();
    let mut numbered: Vec<String> = plain.clone();
    for (index, measure) in draft.measures.iter().enumerate() {
        let recurs = plain.iter().filter(|other| **other == plain[index]).count() > 1;
        if let Some(number) = recommendation_number(draft, measure).filter(|_| recurs && measure.label.is_some()) {
            numbered[index] = format!("{number}.{}", plain[index]);
        }
    }
    let mut seen: HashMap<String, u32> = HashMap::new();
    let counted = |label: String| {
        let count = seen.entry(label.clone()).or_default();
        *count += 1;
        if *count == 1 { label } else { format!("{label} ({count})") }
    };
    numbered.into_iter().map(counted).collect()
}

fn row_number(measure: Option<&MeasureDraft>, index: usize) -> String {
    measure.and_then(|measure| measure.place.row).unwrap_or(index + 1).to_string()
}

/// The number of the recommendation it answers, unless that link was only guessed.
fn recommendation_number(draft: &PlanDraft, measure: &MeasureDraft) -> Option<String> {
    let linked = measure.recommendation.filter(|_| !measure.link_doubtful)?;
    draft.recommendations.get(linked)?.number.clone().filter(|number| !number.trim().is_empty())
}
