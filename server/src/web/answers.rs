//! A file that somebody without an account sends by their link, and the way coordinators open it before they decide.
//! The token stands in the address, so that it is looked at, and the attempt counted, before any of the form is read.

use super::{Web, files, forms, sessions::BrowserSession};
use crate::files::{CheckedFile, FileCheck};
use app::{
    api::contacts::{ANSWER_FILE, ProofFields},
    backend::{Caller, Visitor},
    error::AppError,
    request::RequestInfo,
};
use axum::{
    Router,
    extract::{
        DefaultBodyLimit, Extension, Multipart, Path, State,
        multipart::{Field, MultipartError, MultipartRejection},
    },
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use domain::{evidence::MAX_FILE, problem::ProblemCode};

/// As much of a file that is too large is received and dropped, so that the browser is still there for the answer.
const RECEIVED: usize = 2 * MAX_FILE;
/// The most bytes of a field that is no file.
const FIELD: usize = 4 * 1024;
/// The most fields a form has.
const FIELDS: usize = 12;

/// The addresses.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/answer/{token}/file", post(upload).layer(DefaultBodyLimit::max(RECEIVED)))
        .route("/proposals/{id}/file", get(download))
}

/// The form as it arrives. The fields come before the file: the page has them in that order.
#[derive(Default)]
struct Arrived {
    fields: Vec<(String, String)>,
    file: Option<Result<CheckedFile, ProblemCode>>,
}

async fn upload(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
    Path(token): Path<String>,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Response {
    let mut arrived = Arrived::default();
    match take(&web, &info, &token, multipart, &mut arrived).await {
        Ok(()) => Redirect::to("/answered").into_response(),
        Err(error) => {
            // What is kept of a form that failed names the form, and never the token.
            let form = RequestInfo { path: ANSWER_FILE.to_owned(), ..info };
            forms::answer(&session, &form, &forms::page_of(&headers), error, arrived.fields).await
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
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        // Nothing comes after the file, and no form of ours has that many fields.
        if arrived.file.is_some() || arrived.fields.len() >= FIELDS {
            return Err(AppError::Malformed);
        }
        if name == "proof_document" {
            arrived.file = Some(file(field).await?);
        } else {
            arrived.fields.push((name, text(field).await?));
        }
    }
    let file = arrived.file.take().unwrap_or(Err(ProblemCode::Required));
    web.services.answer_with_file(&visitor, token, arrived.typed().typed(), file).await
}

async fn text(mut field: Field<'_>) -> Result<String, AppError> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(unreadable)? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > FIELD {
            return Err(AppError::Malformed);
        }
    }
    String::from_utf8(bytes).map_err(|_| AppError::Malformed)
}

/// Counts and hashes a file while it arrives. A box left empty is sent as a file without a name.
async fn file(mut field: Field<'_>) -> Result<Result<CheckedFile, ProblemCode>, AppError> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let mut check = FileCheck::default();
    while let Some(piece) = field.chunk().await.map_err(unreadable)? {
        check.push(&piece);
    }
    Ok(check.finish(&name))
}

fn unreadable(error: MultipartError) -> AppError {
    match error.status().as_u16() {
        413 => AppError::TooLarge(MAX_FILE as u64),
        _ => AppError::Malformed,
    }
}

impl Arrived {
    fn value(&self, name: &str) -> String {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn typed(&self) -> ProofFields {
        ProofFields {
            title: self.value("proof_title"),
            text_lang: self.value("text_lang"),
            marking: self.value("proof_marking"),
            deliverable: self.value("proof_deliverable"),
            url: String::new(),
        }
    }
}

async fn download(State(web): State<Web>, Extension(info): Extension<RequestInfo>, Path(id): Path<String>) -> Response {
    let opened = async {
        let actor = info.actor.clone().ok_or(AppError::NotSignedIn)?;
        let caller = Caller { actor, lang: info.lang, request_id: info.request_id.clone() };
        web.services.open_sent_file(&caller, id.parse().map_err(|_| AppError::NotFound)?).await
    };
    match opened.await {
        Ok((file, bytes)) => files::kept(&file.name, &file.media_type, bytes),
        Err(AppError::NotSignedIn) => files::refused(&AppError::NotSignedIn, &format!("/proposals/{id}/file")),
        Err(error) => files::refused_in_words(info.lang, &error),
    }
}
