//! An uploaded plan: the one form that is not plain text.

use super::{UPLOAD_LIMIT, Web, forms, sessions::BrowserSession};
use app::{backend::Caller, error::AppError, request::RequestInfo};
use axum::{
    body::Bytes,
    extract::{Extension, Multipart, State, multipart::MultipartError},
    response::{IntoResponse, Redirect, Response},
};
use domain::problem::{Problem, ProblemCode};

/// Reads the file and goes on to its preview.
pub(super) async fn handle(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
    multipart: Multipart,
) -> Response {
    match start(&web, &info, multipart).await {
        Ok(import) => Redirect::to(&format!("/import/{import}")).into_response(),
        Err(error) => forms::answer(&session, &info, "/import", error, Vec::new()).await,
    }
}

async fn start(web: &Web, info: &RequestInfo, multipart: Multipart) -> Result<i64, AppError> {
    let actor = info.actor.clone().ok_or(AppError::NotSignedIn)?;
    let caller = Caller { actor, lang: info.lang, request_id: info.request_id.clone() };
    let (name, bytes) = file(multipart).await?;
    if bytes.len() > UPLOAD_LIMIT {
        return Err(AppError::TooLarge(UPLOAD_LIMIT as u64));
    }
    web.backend.imports.start(&caller, &bytes, name.as_deref()).await
}

/// The first file of the form, with the last part of its name.
async fn file(mut multipart: Multipart) -> Result<(Option<String>, Bytes), AppError> {
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        if field.name() != Some("file") {
            continue;
        }
        let name =
            field.file_name().map(|name| name.rsplit(['/', '\\']).next().unwrap_or(name).chars().take(200).collect::<String>());
        let bytes = field.bytes().await.map_err(unreadable)?;
        if !bytes.is_empty() {
            return Ok((name.filter(|name| !name.is_empty()), bytes));
        }
    }
    Err(AppError::Invalid(vec![Problem::new("file", ProblemCode::Required)]))
}

fn unreadable(error: MultipartError) -> AppError {
    match error.status().as_u16() {
        413 => AppError::TooLarge(UPLOAD_LIMIT as u64),
        _ => AppError::Malformed,
    }
}
