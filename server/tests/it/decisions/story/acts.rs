//! What people can try to do to a measure.

use super::{Turn, kept::Text, world::World};
use crate::decisions::scene::{as_asked, fate};
use crate::plan_life::{as_shown, plan_as_shown, recommendation, recommendation_as_shown};
use app::{
    api::editing::{TypedDeliverable, TypedOwner, TypedText},
    backend::{Caller, Decisions, Editing, Evidence, Progress},
    error::AppError,
};
use domain::{
    evidence::TypedEvidence,
    extensions::{TypedExtension, TypedRuling},
    progress::TypedProgress,
    workflow::{FateChoice, TypedFate, TypedVerification},
};
use proptest::prelude::*;
use sea_orm::EntityTrait;
use server::store::{
    entities::{evidence, extension},
    records::Measure,
};

/// What is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Report,
    NothingNew,
    Draft,
    Ask,
    Rule,
    TakeBack,
    Verify,
    Decide,
    NameOwner,
    AddEvidence,
    WithdrawEvidence,
    Amend,
    PromiseMore,
    AmendRecommendation,
    AmendPlan,
    Close,
}

pub const ALL: &[Act] = &[
    Act::Report,
    Act::NothingNew,
    Act::Draft,
    Act::Ask,
    Act::Rule,
    Act::TakeBack,
    Act::Verify,
    Act::Decide,
    Act::NameOwner,
    Act::AddEvidence,
    Act::WithdrawEvidence,
    Act::Amend,
    Act::PromiseMore,
    Act::AmendRecommendation,
    Act::AmendPlan,
    Act::Close,
];

impl Act {
    /// Whether whoever does it to a claimed measure has a hand in the claim.
    pub fn joins_a_claim(self) -> bool {
        use Act::{AddEvidence, Amend, AmendPlan, AmendRecommendation, Report, WithdrawEvidence};
        matches!(self, Report | AddEvidence | WithdrawEvidence | Amend | AmendRecommendation | AmendPlan)
    }
}

/// What closes and opens is tried most.
pub fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => Just(Act::Report),
        3 => Just(Act::Verify),
        2 => Just(Act::AddEvidence),
        10 => prop::sample::select(ALL),
    ]
}

fn typed(status: &str, done: &str, measure: &Measure) -> TypedProgress {
    let delivered = measure.deliverables.iter().filter(|_| status == "completed_to_verify");
    TypedProgress {
        status: status.into(),
        done: done.into(),
        obstacles: format!("{done} obstacle"),
        text_lang: "fr".into(),
        deliverables: delivered.filter(|d| d.status.is_open()).map(|d| (d.id, "delivered".to_owned())).collect(),
        ..TypedProgress::default()
    }
}

/// One attempt of somebody; the texts it typed when it was allowed.
pub async fn attempt(world: &World, who: &Caller, turn: Turn, step: usize) -> Result<Vec<Text>, AppError> {
    let services = &world.bench.services;
    let measure = world.measures().await.remove(turn.measure);
    let (id, version, [one, two]) = (measure.figures.id, measure.lock_version, turn.dice.map(usize::from));
    let text = |what: &str| format!("{what} {step}");
    let date = format!("20{:02}-{:02}", 18 + one % 12, 1 + two % 12);
    // The same form on two devices.
    let view = ["ici", "ailleurs"][two % 2];
    match turn.act {
        Act::Report => {
            let status = ["planning", "in_progress", "completed_to_verify", "completed_to_verify"][one % 4];
            let typed = TypedProgress { draft_key: view.into(), ..typed(status, &text("fait"), &measure) };
            services.record(who, id, version, &typed).await?;
            Ok(vec![Text::of(text("fait")), Text::of(text("fait") + " obstacle"), Text::sent((id, who.actor.person), view)])
        }
        Act::NothingNew => {
            let typed = TypedProgress { nothing_new: "yes".into(), text_lang: "fr".into(), ..TypedProgress::default() };
            services.record(who, id, version, &typed).await?;
            Ok(Vec::new())
        }
        Act::Draft => {
            let typed = TypedProgress { draft_key: view.into(), ..typed("planning", &text("ébauche"), &measure) };
            services.save_draft(who, id, version, &typed).await?;
            Ok(vec![Text::draft((id, who.actor.person), view, text("ébauche"))])
        }
        Act::Ask => {
            let (extension_reason, impact) = (text("motif"), text("effet"));
            let dates = measure.deliverables.iter().filter(|of| of.status.is_open() && of.dates.is_some() && two % 3 > 0);
            let deliverable_dates = dates.map(|of| (of.id, earlier(&date, two))).collect();
            let typed = TypedExtension { new_date: date, deliverable_dates, extension_reason, impact, text_lang: "fr".into() };
            services.request_extension(who, id, version, &typed).await?;
            Ok(vec![Text::of(text("motif")), Text::of(text("effet"))])
        }
        Act::Rule => {
            let answer = ["as_asked", "other_date", "refused"][one % 3];
            let request = latest_request(world, id).await;
            let asked = services.extension(world.coordinator(), request).await?.request.deliverables;
            let is_other = answer == "other_date";
            let dates = asked.iter().filter(|_| is_other).map(|of| (of.deliverable, earlier(&date, two)));
            let granted_dates = dates.collect();
            let granted_date = if is_other { date.clone() } else { String::new() };
            let decision_reason = text("décision");
            let typed = TypedRuling { answer: answer.into(), granted_date, granted_dates, decision_reason, ..as_asked() };
            services.decide_extension(who, request, version, &typed).await?;
            Ok(vec![Text::of(text("décision"))])
        }
        Act::TakeBack => {
            services.withdraw_extension(who, latest_request(world, id).await, version).await?;
            Ok(Vec::new())
        }
        Act::Verify => {
            let outcome = ["accepted", "accepted", "returned"][one % 3].to_owned();
            let typed = TypedVerification { outcome, notes: text("vérifié"), text_lang: "fr".into() };
            services.verify(who, id, version, &typed).await?;
            Ok(vec![Text::of(text("vérifié"))])
        }
        Act::Decide => decide(world, who, &measure, (one, two), text("sort")).await,
        Act::NameOwner => {
            let people = world.people();
            let person = if one % 3 == 0 { people[two % 6].actor.person.to_string() } else { String::new() };
            let typed = TypedOwner { person, words: text("responsable") };
            services.name_owner(who, id, version, "", &typed).await?;
            Ok(vec![Text::of(text("responsable"))])
        }
        Act::AddEvidence | Act::WithdrawEvidence => evidence(world, who, turn.act, &measure, text("preuve")).await,
        Act::Amend | Act::PromiseMore => amend(world, who, turn.act, &measure, (one, text("mesure"))).await,
        Act::AmendRecommendation => {
            services.plan_form(world.coordinator(), world.plan).await?;
            let found = recommendation(&world.bench, world.plan).await;
            let (mut typed, version) = recommendation_as_shown(&world.bench, world.coordinator(), found).await;
            typed.priority = ["high", "low", "medium"][one % 3].into();
            (typed.text.fr, typed.why) = (text("recommandation"), text("pourquoi"));
            (typed.answer.kind, typed.answer.reason) =
                ("partially_accepted".into(), TypedText::new(String::new(), text("raison")));
            services.edit_recommendation(who, found, version, &typed).await?;
            Ok(["recommandation", "pourquoi", "raison"].map(|what| Text::of(text(what))).into())
        }
        Act::AmendPlan => {
            services.plan_form(world.coordinator(), world.plan).await?;
            let (mut typed, version) = plan_as_shown(&world.bench, world.coordinator(), world.plan).await;
            typed.needs_evidence = if one % 4 == 0 { "yes".into() } else { String::new() };
            (typed.title.fr, typed.why) = (text("plan"), text("pourquoi"));
            (typed.source_title.fr, typed.source_url) = (text("rapport"), String::new());
            services.edit_plan(who, world.plan, version, &typed).await?;
            Ok(["plan", "pourquoi", "rapport"].map(|what| Text::of(text(what))).into())
        }
        Act::Close => {
            world.close().await?;
            Ok(Vec::new())
        }
    }
}

/// A date for a deliverable: mostly no later than that of its measure, sometimes a year later, sometimes none.
fn earlier(date: &str, dice: usize) -> String {
    match dice % 5 {
        0 => String::new(),
        1 => format!("2039{}", &date[4..]),
        2 => format!("{}-01", &date[..4]),
        _ => date.to_owned(),
    }
}

async fn decide(
    world: &World,
    who: &Caller,
    measure: &Measure,
    (one, two): (usize, usize),
    reason: String,
) -> Result<Vec<Text>, AppError> {
    // Ends are rare, else nothing is left to play with.
    let choice = match one % 16 {
        0 => FateChoice::NoLongerApplicable,
        1 => FateChoice::Superseded,
        2..6 => FateChoice::DeliverableRetired,
        _ => FateChoice::Transferred,
    };
    let of = |wanted: FateChoice, id: Option<i64>| id.filter(|_| choice == wanted).map(|id| id.to_string()).unwrap_or_default();
    let all = world.measures().await;
    let typed = TypedFate {
        fate_reason: reason.clone(),
        successor: of(FateChoice::Superseded, Some(all[two % 5].figures.id)),
        new_lead: of(FateChoice::Transferred, Some(world.organisations[two % 2])),
        retired_deliverable: of(FateChoice::DeliverableRetired, measure.deliverables.last().map(|d| d.id)),
        ..fate(choice)
    };
    world.bench.services.decide_fate(who, measure.figures.id, measure.lock_version, &typed).await?;
    Ok(vec![Text::of(reason)])
}

async fn evidence(world: &World, who: &Caller, act: Act, measure: &Measure, title: String) -> Result<Vec<Text>, AppError> {
    let (services, id) = (&world.bench.services, measure.figures.id);
    if act == Act::AddEvidence {
        let typed = TypedEvidence {
            title: title.clone(),
            text_lang: "fr".into(),
            marking: "unclassified".into(),
            public: "yes".into(),
            url: "https://example.gc.ca/rapport".into(),
            ..TypedEvidence::default()
        };
        services.add_link(who, id, measure.lock_version, &typed).await?;
        return Ok(vec![Text::of(title)]);
    }
    let rows = world.bench.write(async |tx| Ok(evidence::Entity::find().all(tx).await?)).await;
    let piece = rows.iter().rev().find(|row| row.measure_id == id && row.withdrawn_on.is_none());
    let (piece, version) = piece.map_or((999, 0), |row| (row.id, row.lock_version));
    services.withdraw(who, piece, version, &title).await?;
    Ok(vec![Text::of(title)])
}

async fn amend(
    world: &World,
    who: &Caller,
    act: Act,
    measure: &Measure,
    (one, words): (usize, String),
) -> Result<Vec<Text>, AppError> {
    let (services, id) = (&world.bench.services, measure.figures.id);
    let form = services.measure_form(who, id).await?;
    let mut typed = as_shown(&form, &format!("pourquoi {words}"));
    let mut texts = vec![Text::of(typed.why.clone())];
    if act == Act::PromiseMore {
        typed.deliverables.push(TypedDeliverable { title_fr: words.clone(), ..TypedDeliverable::default() });
        texts.push(Text::of(words));
    } else if one % 2 == 0 {
        typed.label = words.clone();
        texts.push(Text::of(words));
    } else {
        typed.text.fr = words.clone();
        for deliverable in &mut typed.deliverables {
            deliverable.title_fr = format!("livrable {} {words}", deliverable.id);
            texts.push(Text::of(deliverable.title_fr.clone()));
        }
        texts.push(Text::of(words));
    }
    services.edit_measure(who, id, measure.lock_version, &typed).await?;
    Ok(texts)
}

/// Drops a measure, as the secretariat does at the end.
pub async fn drop_it(world: &World, measure: &Measure) -> Result<Vec<Text>, AppError> {
    let reason = format!("Sans suite {}", measure.figures.id);
    let typed = TypedFate { fate_reason: reason.clone(), ..fate(FateChoice::NoLongerApplicable) };
    // Never the owner's own decision, whoever was named meanwhile.
    let owns = measure.figures.owner_id == Some(world.coordinator().actor.person);
    let who = if owns { world.executive() } else { world.coordinator() };
    world.bench.services.decide_fate(who, measure.figures.id, measure.lock_version, &typed).await?;
    Ok(vec![Text::of(reason)])
}

/// The latest request about a measure, or one that does not exist.
async fn latest_request(world: &World, measure: i64) -> i64 {
    let rows = world.bench.write(async |tx| Ok(extension::Entity::find().all(tx).await?)).await;
    rows.iter().rev().find(|row| row.measure_id == measure).map_or(999, |row| row.id)
}
