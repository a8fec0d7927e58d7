//! The draft with the corrections made so far, for showing. Nothing typed is refused here: what cannot be read as a
//! date is kept in words.

use app::api::imports::{TypedMeasure, TypedPlan, TypedRecommendation};
use domain::{
    dates::{DueDate, phrase::parse_due},
    draft::{DeliverableDraft, MeasureDraft, Place, PlanDraft, RecommendationDraft, ResponseDraft},
};

pub(super) fn corrected(read: &PlanDraft, typed: &TypedPlan) -> PlanDraft {
    let recommendations = typed.recommendations.iter().enumerate();
    let measures = typed.measures.iter().enumerate();
    PlanDraft {
        lang: typed.lang.parse().unwrap_or(read.lang),
        title: words(&typed.title),
        response: response(read.response.as_ref(), typed),
        owner: read.owner.clone(),
        recommendations: recommendations.map(|(i, t)| recommendation(read.recommendations.get(i), t)).collect(),
        measures: measures.map(|(i, t)| measure(read.measures.get(i), t)).collect(),
        source: read.source.clone(),
        warnings: read.warnings.iter().filter(|w| w.measure.is_none_or(|m| m < typed.measures.len())).cloned().collect(),
    }
}

fn words(typed: &str) -> Option<String> {
    Some(typed.trim().to_owned()).filter(|words| !words.is_empty())
}

fn response(read: Option<&ResponseDraft>, typed: &TypedPlan) -> Option<ResponseDraft> {
    let text = words(&typed.response_text)?;
    Some(ResponseDraft { kind: typed.response_kind.parse().ok(), text, place: read.map(|r| r.place).unwrap_or_default() })
}

fn recommendation(read: Option<&RecommendationDraft>, typed: &TypedRecommendation) -> RecommendationDraft {
    RecommendationDraft {
        number: words(&typed.number),
        text: typed.text.trim().to_owned(),
        addressee: words(&typed.addressee),
        response: typed.response.parse().ok(),
        response_text: words(&typed.response_text),
        suggested: read.is_some_and(|r| r.suggested),
        place: read.map(|r| r.place).unwrap_or_default(),
    }
}

fn measure(read: Option<&MeasureDraft>, typed: &TypedMeasure) -> MeasureDraft {
    let blank = blank();
    let read = read.unwrap_or(&blank);
    let recommendation = typed.recommendation.trim().parse().ok();
    let owner = words(&typed.owner);
    MeasureDraft {
        label: words(&typed.label),
        text: typed.text.trim().to_owned(),
        owner_inherited: read.owner_inherited && owner == read.owner,
        owner,
        due: parse_due(&typed.due).unwrap_or(DueDate::NONE),
        due_text: if typed.due.trim() == read.due.to_string() { read.due_text.clone() } else { typed.due.trim().to_owned() },
        deliverables: typed.deliverables.lines().filter_map(words).map(|text| deliverable(read, text)).collect(),
        link_doubtful: read.link_doubtful && recommendation == read.recommendation,
        recommendation,
        support: words(&typed.support),
        accountable: words(&typed.accountable),
        start: typed.start.trim().parse().ok(),
        completed: typed.completed == "yes",
        completed_on: typed.completed_on.trim().parse().ok(),
        ..read.clone()
    }
}

fn deliverable(read: &MeasureDraft, text: String) -> DeliverableDraft {
    let doubtful = read.deliverables.iter().any(|d| d.doubtful && d.text == text);
    DeliverableDraft { text, doubtful }
}

/// A measure that a person added below those that were read.
fn blank() -> MeasureDraft {
    MeasureDraft {
        label: None,
        text: String::new(),
        owner: None,
        owner_inherited: false,
        support: None,
        accountable: None,
        start: None,
        start_text: None,
        due: DueDate::NONE,
        due_text: String::new(),
        due_text_raw: None,
        completed: false,
        completed_on: None,
        deliverables: Vec::new(),
        recommendation: None,
        link_doubtful: false,
        place: Place::default(),
    }
}
