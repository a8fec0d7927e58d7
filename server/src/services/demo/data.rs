//! The form of the files in `server/demo`. What they say is data: nothing of it is repeated in code.

use super::moments::{Moment, RelativeDue};
use domain::{
    comments::{ProposalAnswer, ProposedDecision},
    costs::{Certainty, CostKind, CostSource},
    deliverable::DeliverableStatus,
    extensions::ExtensionState,
    measure::MeasureStatus,
    people::Role,
    plan::{Priority, ResponseKind, SourceKind},
    text::{Bilingual, Email, Lang},
};
use serde::{Deserialize, de::DeserializeOwned};

/// The organisations and people.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Everybody {
    pub organisations: Vec<Organisation>,
    pub people: Vec<Person>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The code in French, by which the other files call it.
    pub code: String,
    /// The code in English, where that is another one.
    pub code_en: Option<String>,
    pub name: Bilingual,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What the other files call the person by.
    pub key: String,
    pub name: String,
    pub email: Email,
    pub organisation: String,
    pub lang: Lang,
    pub role: Role,
    /// Whether the role holds on the whole instance.
    #[serde(default)]
    pub everywhere: bool,
}

/// A plan without or with its measures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub title: Bilingual,
    pub source_title: Bilingual,
    pub source_kind: SourceKind,
    pub published: Moment,
    pub approved: Option<Moment>,
    pub approved_by: Option<String>,
    pub global_response: Option<Response>,
    #[serde(rename = "recommendation")]
    pub recommendations: Vec<Recommendation>,
    #[serde(default)]
    pub meeting_name: Bilingual,
    #[serde(rename = "meeting", default)]
    pub meetings: Vec<Meeting>,
    #[serde(rename = "measure", default)]
    pub measures: Vec<Measure>,
    #[serde(rename = "cost", default)]
    pub costs: Vec<Cost>,
    #[serde(rename = "evidence", default)]
    pub evidence: Vec<Evidence>,
    #[serde(rename = "comment", default)]
    pub comments: Vec<Comment>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    pub measure: String,
    pub by: String,
    pub on: Moment,
    pub text: Bilingual,
    pub proposes: Option<ProposedDecision>,
    pub answered: Option<Answered>,
    pub withdrawn: Option<WithdrawnComment>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    pub by: String,
    pub on: Moment,
    pub answer: ProposalAnswer,
    #[serde(default)]
    pub reason: Bilingual,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawnComment {
    pub by: String,
    pub on: Moment,
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    pub activity: Bilingual,
    pub organisations: Vec<String>,
    pub kind: CostKind,
    pub year: String,
    pub source: CostSource,
    pub certainty: Certainty,
    pub dollars: Option<u32>,
    #[serde(default)]
    pub note: Bilingual,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub measure: String,
    /// The place of the deliverable, from 1.
    pub deliverable: Option<usize>,
    pub title: Bilingual,
    pub by: String,
    pub on: Moment,
    #[serde(default)]
    pub public: bool,
    #[serde(default)]
    pub protected: bool,
    /// The place of the piece it replaces, from 1.
    pub replaces: Option<usize>,
    pub url: Option<String>,
    /// A file of the folder.
    pub file: Option<String>,
    /// The name of a file made of `text`.
    pub name: Option<String>,
    pub text: Option<String>,
    pub withdrawn: Option<Withdrawn>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    pub on: Moment,
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    pub kind: ResponseKind,
    #[serde(default)]
    pub text: Bilingual,
    #[serde(default)]
    pub reason: Bilingual,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    pub number: String,
    pub priority: Priority,
    pub text: Bilingual,
    #[serde(default)]
    pub addressee: Bilingual,
    pub response: Option<Response>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    pub round: i64,
    pub place: Bilingual,
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    pub text: Bilingual,
    pub measure: Option<String>,
    pub due: Moment,
    pub done: Option<Moment>,
}

/// The file of costs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Costs {
    cost: Vec<Cost>,
}

/// The file of evidence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Proofs {
    evidence: Vec<Evidence>,
}

/// The file of comments.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Comments {
    comment: Vec<Comment>,
}

/// A file of measures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Measures {
    #[serde(rename = "measure")]
    measures: Vec<Measure>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub label: String,
    pub recommendations: Vec<String>,
    pub lead: Option<String>,
    pub owner: Option<String>,
    #[serde(default)]
    pub support: Vec<String>,
    pub start: Option<Moment>,
    pub due: RelativeDue,
    pub due_text: Option<String>,
    pub text: Bilingual,
    pub deliverables: Vec<Deliverable>,
    #[serde(default)]
    pub extensions: Vec<Extension>,
    #[serde(default)]
    pub updates: Vec<Update>,
    pub ended: Option<End>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deliverable {
    pub title: Bilingual,
    pub status: DeliverableStatus,
    pub delivered: Option<Moment>,
    pub due: Option<RelativeDue>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    pub requested: Moment,
    pub by: String,
    pub to: RelativeDue,
    /// What is asked for single deliverables, and granted with the rest.
    #[serde(default)]
    pub deliverables: Vec<ExtensionDate>,
    pub state: ExtensionState,
    pub decided: Option<Moment>,
    /// Who decided, where it was not a meeting.
    pub decided_by: Option<String>,
    #[serde(default)]
    pub reason: Bilingual,
    #[serde(default)]
    pub impact: Bilingual,
    #[serde(default)]
    pub decision: Bilingual,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionDate {
    /// The place of the deliverable, from 1.
    pub deliverable: usize,
    pub to: RelativeDue,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Update {
    pub round: i64,
    /// Who reports, where it is not the owner.
    pub by: Option<String>,
    pub status: MeasureStatus,
    pub percent: u8,
    #[serde(default)]
    pub done: Bilingual,
    #[serde(default)]
    pub obstacles: Bilingual,
    #[serde(default)]
    pub next: Bilingual,
    pub forecast: Option<RelativeDue>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct End {
    pub on: Moment,
    /// Who verified it, or recorded what the meeting decided.
    pub by: String,
    /// The label of the measure that takes its place.
    pub successor: Option<String>,
    pub status: MeasureStatus,
    #[serde(default)]
    pub decision: Bilingual,
}

/// Everything the demo says.
#[derive(Debug)]
pub struct Demo {
    pub everybody: Everybody,
    pub plans: Vec<Plan>,
}

const MEASURES: [&str; 5] = [
    include_str!("../../../demo/measures-1.toml"),
    include_str!("../../../demo/measures-2.toml"),
    include_str!("../../../demo/measures-3.toml"),
    include_str!("../../../demo/measures-4.toml"),
    include_str!("../../../demo/measures-5.toml"),
];

fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| error.to_string())
}

/// Reads the files that are built into the program. Measures are put in the order of their labels.
pub fn demo() -> Result<Demo, String> {
    let mut plan: Plan = read(include_str!("../../../demo/plan.toml"))?;
    for file in MEASURES {
        plan.measures.extend(read::<Measures>(file)?.measures);
    }
    plan.measures.sort_by_cached_key(|measure| label_order(&measure.label));
    plan.costs = read::<Costs>(include_str!("../../../demo/costs.toml"))?.cost;
    plan.evidence = read::<Proofs>(include_str!("../../../demo/evidence.toml"))?.evidence;
    plan.comments = read::<Comments>(include_str!("../../../demo/comments.toml"))?.comment;
    let draft = read(include_str!("../../../demo/draft-plan.toml"))?;
    Ok(Demo { everybody: everybody()?, plans: vec![plan, draft] })
}

/// The organisations and people alone.
pub fn everybody() -> Result<Everybody, String> {
    read(include_str!("../../../demo/people.toml"))
}

/// `2a` comes after `2` and before `10`.
fn label_order(label: &str) -> (u32, String) {
    let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
    (digits.parse().unwrap_or(u32::MAX), label.to_owned())
}
