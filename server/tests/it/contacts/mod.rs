//! People without accounts: the link, the answer, and what a coordinator makes of it.

mod decide;
mod files;
mod links;
mod private;
mod web;

use crate::support::{Bench, measure};
use app::{
    api::contacts::Answer,
    backend::{Caller, Contacts, Visitor},
    error::AppError,
};
use domain::{contacts::TypedAsk, people::Role, progress::TypedProgress, text::Lang};
use sea_orm::{EntityTrait, QueryOrder};
use server::{services::Services, store::entities::outbox};

/// A coordinator, a plan with measures of GRC, where nobody has an account, and one of SP.
pub struct Stage {
    pub bench: Bench,
    pub coordinator: Caller,
    pub lead: Caller,
    pub plan: i64,
    pub measures: Vec<i64>,
}

impl Stage {
    pub async fn of(bench: Bench) -> Self {
        let sp = bench.organisation("SP").await;
        bench.organisation("GRC").await;
        let coordinator = bench.person("Claire", None, Role::Coordinator).await;
        let lead = bench.person("Luc", Some(sp), Role::Lead).await;
        let of = |owner: &str, text: &str| measure(text, owner, "2018-06");
        let measures = vec![of("GRC", "Signer le mandat"), of("GRC", "Tenir une réunion"), of("SP", "Autre chose")];
        let plan = bench.approved_plan(&coordinator, measures).await;
        let measures = bench.measures(plan).await.iter().map(|measure| measure.figures.id).collect();
        Self { bench, coordinator, lead, plan, measures }
    }

    /// Asks about the first measure and answers the token of the link.
    pub async fn asked(&self, purpose: &str) -> String {
        let ask = TypedAsk { purpose: purpose.into(), ..ask() };
        self.bench.services.ask(&self.coordinator, self.measures[0], &[], &ask).await.expect("a link");
        self.tokens().await.pop().expect("a token")
    }

    /// The tokens in the last mail to a contact.
    pub async fn tokens(&self) -> Vec<String> {
        let mails = self.mails().await;
        let mail = mails.iter().rev().find(|mail| mail.text_body.contains("/answer/")).expect("a mail");
        let links = mail.text_body.split("http://suivi.test/answer/").skip(1);
        links.filter_map(|rest| rest.split('?').next()).map(str::to_owned).collect()
    }

    pub async fn mails(&self) -> Vec<outbox::Model> {
        self.bench.write(async |tx| Ok(outbox::Entity::find().order_by_asc(outbox::Column::Id).all(tx).await?)).await
    }

    /// Answers by a link.
    pub async fn answer(&self, services: &Services, token: &str, done: &str) -> Result<(), AppError> {
        services.answer(&visitor(), token, &update("in_progress", done)).await
    }

    /// Asks, answers, and gives the id of the answer.
    pub async fn answered(&self, answer: Answer) -> i64 {
        let purpose = if matches!(answer, Answer::Update(_)) { "update" } else { "evidence" };
        let token = self.asked(purpose).await;
        self.bench.services.answer(&visitor(), &token, &answer).await.expect("an answer");
        self.bench.services.waiting(&self.coordinator).await.expect("answers").pop().expect("one").id
    }
}

/// A claim of completion with every deliverable delivered.
pub async fn claim(stage: &Stage) -> Answer {
    let deliverable = stage.bench.measures(stage.plan).await[0].deliverables[0].id;
    let Answer::Update(mut typed) = update("completed_to_verify", "Le mandat est signé") else { panic!("an update") };
    typed.deliverables.insert(deliverable, "delivered".into());
    Answer::Update(typed)
}

pub fn ask() -> TypedAsk {
    TypedAsk {
        name: "Anne Roy".into(),
        email: "anne@example.org".into(),
        contact_lang: "fr".into(),
        purpose: "update".into(),
        ..TypedAsk::default()
    }
}

pub fn visitor() -> Visitor {
    Visitor { lang: Lang::Fr, request_id: "a-visit".into(), address: None }
}

pub fn update(status: &str, done: &str) -> Answer {
    Answer::Update(TypedProgress { status: status.into(), done: done.into(), text_lang: "fr".into(), ..TypedProgress::default() })
}
