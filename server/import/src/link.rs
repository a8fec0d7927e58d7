//! Measures of a table that names no recommendations: the recommendations listed elsewhere in the document are offered,
//! linked by order or by number. A person decides.

use crate::build::Builder;
use crate::document::Document;
use crate::recommendation;
use domain::draft::{Place, RecommendationDraft, WarningCode};

pub fn by_order(document: &Document, plan_block: usize, builder: &mut Builder) {
    let list = recommendation::listed_before(document, plan_block);
    let place = builder.draft.measures.first().map_or_else(Place::default, |m| m.place);
    if list.is_empty() {
        builder.warn(WarningCode::RecommendationMissing, place, None);
        return;
    }
    let links: Vec<Option<usize>> = (0..builder.draft.measures.len()).map(|m| link_of(builder, &list, m)).collect();
    let warning = if links.iter().all(Option::is_some) {
        WarningCode::RecommendationsLinkedByOrder
    } else {
        WarningCode::RecommendationMissing
    };
    let list_place = list.first().map_or(place, |r| r.place);
    for (measure, link) in builder.draft.measures.iter_mut().zip(links) {
        measure.recommendation = link;
        measure.link_doubtful = true;
    }
    builder.draft.recommendations = list;
    builder.warn(warning, list_place, None);
}

/// Gives the recommendations of a plan that only prints their numbers the texts of the list elsewhere, and names those
/// whose text is nowhere.
pub fn fill_texts(document: &Document, plan_block: usize, builder: &mut Builder) {
    if builder.draft.recommendations.iter().all(|r| !r.text.is_empty()) {
        return;
    }
    let list = recommendation::listed_before(document, plan_block);
    for (rank, bare) in builder.draft.recommendations.iter_mut().enumerate().filter(|(_, r)| r.text.is_empty()) {
        let numbered = list.iter().find(|r| r.number.is_some() && r.number == bare.number);
        let bulleted =
            || list.get(rank).filter(|r| r.number.is_none() && bare.number.as_deref() == Some((rank + 1).to_string().as_str()));
        if let Some(listed) = numbered.or_else(bulleted) {
            bare.text.clone_from(&listed.text);
            bare.addressee.clone_from(&listed.addressee);
        }
    }
    let bare = builder.draft.recommendations.iter().filter(|r| r.text.trim().is_empty());
    let places: Vec<(Place, Option<String>)> = bare.map(|r| (r.place, r.number.clone())).collect();
    for (place, number) in places {
        builder.warn(WarningCode::RecommendationWithoutText, place, number.as_deref());
    }
}

/// The recommendation a measure answers: the one its label names (2.1 answers 2), else the one of the same rank as its
/// row, when there are as many rows as recommendations.
fn link_of(builder: &Builder, list: &[RecommendationDraft], measure: usize) -> Option<usize> {
    let labels =
        builder.draft.measures.iter().map(|m| m.label.as_deref().and_then(|l| l.split_once('.')).map(|(first, _)| first));
    if let Some(numbers) = labels.collect::<Option<Vec<&str>>>() {
        let own = *numbers.get(measure)?;
        let printed = list.iter().position(|r| r.number.as_deref() == Some(own));
        let rank = || own.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < list.len());
        return printed.or_else(rank);
    }
    let mut groups = builder.groups.clone();
    groups.dedup();
    let rank = groups.iter().position(|g| Some(g) == builder.groups.get(measure))?;
    (groups.len() == list.len()).then_some(rank)
}
