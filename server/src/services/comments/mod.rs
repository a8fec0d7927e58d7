//! Comments on measures by those who work with a plan, and what becomes of the decisions they propose. A comment changes
//! nothing of its measure; whoever may not read what is internal to the plan does not know of it.

mod shown;
mod write;

pub(super) use shown::{open_proposals, require_sight, waited_on};

use super::{Services, access};
use app::{
    api::comments::{CommentPage, MeasureComments},
    backend::{Caller, Comments},
    error::AppError,
};
use async_trait::async_trait;
use domain::comments::{TypedComment, TypedReply};

#[async_trait]
impl Comments for Services {
    async fn of_measure(&self, caller: &Caller, measure: i64, page: Option<u32>) -> Result<Option<MeasureComments>, AppError> {
        self.store.read(async |tx| shown::of_measure(tx, caller, measure, page).await).await
    }

    async fn show(&self, caller: &Caller, comment: i64) -> Result<CommentPage, AppError> {
        self.store.read(async |tx| self.comment_page(tx, caller, comment).await).await
    }

    async fn add(&self, caller: &Caller, measure: i64, typed: &TypedComment) -> Result<(), AppError> {
        self.store.write(async |tx| self.add_comment(tx, caller, measure, typed).await).await?;
        self.bell.ring();
        Ok(())
    }

    async fn answer(&self, caller: &Caller, comment: i64, lock_version: i32, typed: &TypedReply) -> Result<i64, AppError> {
        let measure = self.store.write(async |tx| self.answer_proposal(tx, caller, (comment, lock_version), typed).await).await?;
        self.bell.ring();
        Ok(measure)
    }

    async fn withdraw(&self, caller: &Caller, comment: i64, lock_version: i32, reason: &str) -> Result<i64, AppError> {
        let measure =
            self.store.write(async |tx| self.withdraw_comment(tx, caller, (comment, lock_version), reason).await).await?;
        self.bell.ring();
        Ok(measure)
    }
}
