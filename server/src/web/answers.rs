//! A file that somebody without an account sends by their link, and the way coordinators open it before they decide.
//! The token stands in the address, so that it is looked at, and the attempt counted, before any of the form is read.

use super::{
    Web,
    fields::{self, Arrived, Room},
    files, forms,
    sessions::BrowserSession,
};
use app::{
    api::contacts::{ANSWER_FILE, ProofFields},
    backend::{Caller, Visitor},
    error::AppError,
    request::RequestInfo,
};
use axum::{
    extract::{Extension, Multipart, Path, State, multipart::MultipartRejection},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use domain::evidence::MAX_FILE;

/// As much of a file that is too large is received and dropped, so that the browser is still there for the answer.
pub(super) const RECEIVED: usize = 2 * MAX_FILE;

pub(super) async fn upload(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
    Path(token): Path<String>,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Response {
    let mut arrived = Arrived::default();
    let page = forms::page_of(&headers).or_else(|| Some(format!("/answer/{token}")));
    match take(&web, &info, &token, multipart, &mut arrived).await {
        Ok(()) => {
            forms::sent_well(&session, ANSWER_FILE, page.as_deref(), &[]).await;
            Redirect::to("/answered").into_response()
        }
        Err(error) => {
            // What is kept of a form that failed names the form, and never the token.
            let form = RequestInfo { path: ANSWER_FILE.to_owned(), ..info };
            forms::answer(&web, &session, &form, page, error, fields::kept(arrived.fields, Room::STRANGER)).await
        }
    }
}

async fn take(
    web: &Web,
    info: &RequestInfo,
    token: &str,
    multipart: Result<Multipart, MultipartRejection>,
    arrived: &mut Arrived,
) -> Result<(), AppError> {
    let visitor = Visitor { lang: info.lang, request_id: info.request_id.clone(), address: info.address };
    web.services.may_answer_with_file(&visitor, token).await?;
    let mut multipart = multipart.map_err(|_| AppError::Malformed)?;
    let mut room = Room::STRANGER;
    while let Some(field) = multipart.next_field().await.map_err(|error| fields::unreadable(&error, MAX_FILE))? {
        // Nothing comes after the file.
        if arrived.file.is_some() {
            return Err(AppError::Malformed);
        }
        if field.name() == Some("proof_document") {
            arrived.file = Some(fields::file(field).await?);
        } else {
            arrived.fields.push(fields::text(field, &mut room).await?);
        }
    }
    let file = arrived.file();
    web.services.answer_with_file(&visitor, token, proof(arrived).typed(), file).await
}

fn proof(arrived: &Arrived) -> ProofFields {
    ProofFields {
        title: arrived.value("proof_title"),
        text_lang: arrived.value("text_lang"),
        marking: arrived.value("proof_marking"),
        deliverable: arrived.value("proof_deliverable"),
        url: String::new(),
    }
}

pub(super) async fn download(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Path(id): Path<String>,
) -> Response {
    let opened = async {
        let actor = info.actor.clone().ok_or(AppError::NotSignedIn)?;
        let caller = Caller { actor, lang: info.lang, request_id: info.request_id.clone() };
        web.services.open_sent_file(&caller, id.parse().map_err(|_| AppError::NotFound)?).await
    };
    match opened.await {
        Ok((file, bytes)) => files::kept(&file.name, &file.media_type, bytes),
        Err(error) => files::refused(error, &format!("/proposals/{id}/file")),
    }
}
