//! Comments on measures and the decisions they propose: who may, what becomes of them, and that readers learn nothing.

mod answers;
mod private;
mod web;
mod withdrawn;
mod written;

use crate::{
    decisions::scene::Scene,
    support::{Db, measure},
};
use app::{
    api::comments::CommentView,
    backend::{Caller, Comments},
    error::AppError,
};
use domain::{
    comments::{TypedComment, TypedReply},
    people::Role,
};
use sea_orm::{EntityTrait, QueryOrder};
use server::store::entities::outbox;

/// The plan and people of the decisions, an administrator and a member.
struct Stage {
    scene: Scene,
    ada: Caller,
    mia: Caller,
}

fn said(text: &str, proposes: &str) -> TypedComment {
    TypedComment { text: text.into(), proposes: proposes.into(), text_lang: "fr".into(), ..TypedComment::default() }
}

fn reply(answer: &str, reason: &str) -> TypedReply {
    TypedReply { answer: answer.into(), reason: reason.into(), text_lang: "fr".into() }
}

impl Stage {
    async fn open(db: Db) -> Option<Self> {
        let scene = Scene::open(db).await?;
        let ada = scene.bench.person("Ada", None, Role::Administrator).await;
        let mia = scene.bench.person("Mia", None, Role::Member).await;
        Some(Self { scene, ada, mia })
    }

    async fn sqlite() -> Self {
        Self::open(Db::Sqlite).await.expect("SQLite is always there")
    }

    async fn id(&self, index: usize) -> i64 {
        self.scene.measure(index).await.figures.id
    }

    async fn add(&self, who: &Caller, index: usize, typed: TypedComment) -> Result<(), AppError> {
        Comments::add(&self.scene.bench.services, who, self.id(index).await, &typed).await
    }

    /// Proposes a decision and answers the id of the comment.
    async fn propose(&self, who: &Caller, index: usize, decision: &str) -> i64 {
        self.add(who, index, said("Les mots secrets", decision)).await.expect("a comment");
        self.seen(who, index).await.pop().expect("a comment").id
    }

    async fn seen(&self, who: &Caller, index: usize) -> Vec<CommentView> {
        let found = Comments::of_measure(&self.scene.bench.services, who, self.id(index).await, None).await;
        found.expect("an answer").map(|found| found.comments).unwrap_or_default()
    }

    async fn answer(&self, who: &Caller, comment: i64, typed: TypedReply) -> Result<i64, AppError> {
        let version = Comments::show(&self.scene.bench.services, who, comment).await?.lock_version;
        Comments::answer(&self.scene.bench.services, who, comment, version, &typed).await
    }

    async fn withdraw(&self, who: &Caller, comment: i64, reason: &str) -> Result<i64, AppError> {
        let version = Comments::show(&self.scene.bench.services, who, comment).await?.lock_version;
        Comments::withdraw(&self.scene.bench.services, who, comment, version, reason).await
    }

    /// The mails so far about comments: who gets which subject.
    async fn mails(&self) -> Vec<(String, String)> {
        let rows = outbox::Entity::find().order_by_asc(outbox::Column::Id);
        let rows = self.scene.bench.write(async |tx| Ok(rows.all(tx).await?)).await;
        let name = |mail: &outbox::Model| mail.to_address.split('@').next().unwrap_or_default().to_owned();
        let told = rows.iter().filter(|mail| mail.text_body.contains("/comments/"));
        told.map(|mail| (name(mail), mail.subject.replace('\u{a0}', " "))).collect()
    }
}

fn each(names: &[&str], subject: &str) -> Vec<(String, String)> {
    names.iter().map(|name| ((*name).to_owned(), subject.to_owned())).collect()
}
