//! The form for machines of what was understood, as `suivi import --preview --json` prints it.

use crate::plain::first_words;
use domain::dates::{DatePrecision, DueDate};
use domain::draft::*;
use serde_json::{Map, Value, json};

/// The draft as JSON: recommendations with their measures, and the warnings with code and place. Dates are the last
/// day of their period. Keys that say nothing for a plan are left out, those every measure has are `null`.
#[must_use]
pub fn expected_json(draft: &PlanDraft) -> Value {
    let mut plan = Map::new();
    plan.insert("language".into(), json!(draft.lang));
    put(&mut plan, "title", draft.title.as_deref());
    if let Some(response) = &draft.response {
        plan.insert("document_response".into(), json!(response.kind));
        plan.insert("document_response_text".into(), json!(response.text));
    }
    put(&mut plan, "document_owner", draft.owner.as_deref());
    let mut recommendations: Vec<Value> =
        draft.recommendations.iter().enumerate().map(|(index, r)| recommendation(draft, index, r)).collect();
    if draft.measures_of(None).next().is_some() {
        recommendations.push(json!({ "number": null, "response": null, "measures": measures(draft, None) }));
    }
    plan.insert("recommendations".into(), Value::Array(recommendations));
    plan.insert("warnings".into(), draft.warnings.iter().map(warning).collect());
    Value::Object(plan)
}

fn put(map: &mut Map<String, Value>, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        map.insert(key.into(), json!(value));
    }
}

fn recommendation(draft: &PlanDraft, index: usize, read: &RecommendationDraft) -> Value {
    let mut map = Map::new();
    map.insert("number".into(), json!(read.number));
    map.insert("text".into(), json!(read.text));
    map.insert("text_starts".into(), json!(first_words(&read.text, 60)));
    put(&mut map, "addressee", read.addressee.as_deref());
    map.insert("response".into(), json!(read.response));
    put(&mut map, "response_text", read.response_text.as_deref());
    if read.suggested {
        map.insert("suggested".into(), json!(true));
    }
    map.insert("place".into(), place(read.place));
    map.insert("measures".into(), measures(draft, Some(index)));
    Value::Object(map)
}

fn measures(draft: &PlanDraft, of: Option<usize>) -> Value {
    draft.measures_of(of).map(|(index, read)| measure(draft, index, read)).collect()
}

fn measure(draft: &PlanDraft, index: usize, read: &MeasureDraft) -> Value {
    let mut map = Map::new();
    map.insert("label".into(), json!(read.label));
    map.insert("text".into(), json!(read.text));
    map.insert("text_starts".into(), json!(first_words(&read.text, 60)));
    map.insert("owner".into(), json!(read.owner));
    if read.owner_inherited {
        map.insert("owner_inherited".into(), json!(true));
    }
    put(&mut map, "support", read.support.as_deref());
    put(&mut map, "accountable", read.accountable.as_deref());
    map.insert("start".into(), json!(read.start));
    put(&mut map, "start_text", read.start_text.as_deref());
    map.insert("due".into(), json!(read.due.last_day()));
    map.insert("due_text".into(), json!(Some(&read.due_text).filter(|t| !t.is_empty())));
    put(&mut map, "due_text_raw", read.due_text_raw.as_deref());
    map.insert("due_precision".into(), json!(precision(read.due)));
    map.insert("completed".into(), json!(read.completed));
    if let Some(day) = read.completed_on {
        map.insert("completed_on".into(), json!(day));
    }
    map.insert("deliverables".into(), json!(as_printed(&read.deliverables)));
    if read.deliverables.iter().any(|d| d.doubtful) {
        map.insert("deliverables_offered".into(), read.deliverables.iter().map(|d| json!(d.text)).collect());
    }
    if read.link_doubtful {
        map.insert("link_doubtful".into(), json!(true));
    }
    let codes: Vec<WarningCode> = draft.warnings_of_measure(index).map(|w| w.code).collect();
    if !codes.is_empty() {
        map.insert("warnings".into(), json!(codes));
    }
    map.insert("place".into(), place(read.place));
    Value::Object(map)
}

/// The word for a precision; a reader of the source does not tell the two kinds of quarter apart.
fn precision(due: DueDate) -> DatePrecision {
    match due.precision() {
        DatePrecision::FiscalQuarter => DatePrecision::Quarter,
        other => other,
    }
}

/// The deliverables with those that a sentence divided joined again.
fn as_printed(deliverables: &[DeliverableDraft]) -> Vec<String> {
    let mut printed: Vec<String> = Vec::new();
    let mut open = false;
    for deliverable in deliverables {
        match printed.last_mut().filter(|_| open && deliverable.doubtful) {
            Some(last) => {
                last.push_str(if last.ends_with(['.', '!', '?', ';', ':']) { " " } else { ". " });
                last.push_str(&deliverable.text);
            }
            None => printed.push(deliverable.text.clone()),
        }
        open = deliverable.doubtful;
    }
    printed
}

fn place(place: Place) -> Value {
    json!({ "line": place.line, "row": place.row, "cell": place.cell })
}

fn warning(warning: &DraftWarning) -> Value {
    json!({ "code": warning.code, "place": place(warning.place), "detail": warning.detail })
}
