//! Files that come with an answer: kept beside the proposal, opened by coordinators only, part of the record or gone
//! once somebody decided.

use super::Sent;
use crate::{
    files::{CheckedFile, KeptFile},
    services::{Services, evidence::trouble},
    store::Tx,
};
use app::{
    api::contacts::Answer,
    backend::{Caller, Visitor},
    error::AppError,
};
use domain::{
    contacts::ContactPurpose,
    evidence::TypedEvidence,
    problem::{Problem, ProblemCode},
};

impl Services {
    /// Whether a file may be sent by a link, asked before any of it is received. It counts as an attempt to answer.
    pub async fn may_answer_with_file(&self, visitor: &Visitor, token: &str) -> Result<(), AppError> {
        self.store.write(async |tx| self.count_answer(tx, visitor, token).await).await?;
        self.store.read(async |tx: &Tx| self.answerable(tx, token, ContactPurpose::Evidence).await.map(drop)).await
    }

    /// Takes a file in by a link, which uses the link up. Every problem of the form comes at once, and a file that is
    /// refused is not kept. Errors as `Contacts::answer` does; [`Self::may_answer_with_file`] was asked before.
    pub async fn answer_with_file(
        &self,
        visitor: &Visitor,
        token: &str,
        typed: TypedEvidence,
        file: Result<CheckedFile, ProblemCode>,
    ) -> Result<(), AppError> {
        let (file, problem) = match file {
            Ok(file) => (Some(file), None),
            Err(code) => (None, Some(Problem::new("document", code))),
        };
        self.store
            .read(async |tx: &Tx| {
                let (_, measure, _) = self.answerable(tx, token, ContactPurpose::Evidence).await?;
                self.check_proof(tx, &measure, &typed, problem.clone()).await
            })
            .await?;
        let Some(file) = file else { return Err(AppError::Malformed) };
        let kept = self.files.put(file).await.map_err(|error| trouble(&error))?;
        let sent = Sent { answer: Answer::Evidence(typed), file: Some(kept.clone()) };
        let written = self.store.write(async |tx| self.receive(tx, visitor, token, &sent).await).await;
        match written {
            Ok(()) => self.bell.ring(),
            Err(_) => self.files.forget(&kept).await,
        }
        written
    }

    /// The file that came with an answer, with its bytes. Errors with `NotFound` for all but the coordinators.
    pub async fn open_sent_file(&self, caller: &Caller, proposal: i64) -> Result<(KeptFile, Vec<u8>), AppError> {
        let file = self.store.read(async |tx: &Tx| self.file_beside(tx, caller, proposal).await).await?;
        let bytes = self.files.get(&file).await.map_err(|error| trouble(&error))?;
        Ok((file, bytes))
    }
}
