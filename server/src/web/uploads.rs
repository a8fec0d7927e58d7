//! Uploaded files, a plan or a table of people: the forms that are not plain text.

use super::{UPLOAD_LIMIT, Web, fields::unreadable, forms, sessions::BrowserSession};
use app::{api::admin::people_import::TABLE_LIMIT, backend::Caller, error::AppError, request::RequestInfo};
use axum::{
    body::Bytes,
    extract::{Extension, Multipart, State, multipart::MultipartRejection},
    response::{IntoResponse, Redirect, Response},
};
use domain::problem::{Problem, ProblemCode};

/// The page of the form that reads a plan.
const IMPORT: &str = "/import";
/// The page of the form that reads a table of people.
const PEOPLE_IMPORT: &str = "/admin/people/import";

/// What is uploaded, where it is an upload at all.
type Upload = Result<Multipart, MultipartRejection>;

/// Reads the file and goes on to its preview.
pub(super) async fn handle(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
    multipart: Upload,
) -> Response {
    match start(&web, &info, multipart).await {
        Ok(import) => {
            forms::sent_well(&session, &info.path, Some(IMPORT), &[]).await;
            Redirect::to(&format!("/import/{import}")).into_response()
        }
        Err(error) => forms::answer(&web, &session, &info, Some(IMPORT.to_owned()), error, Vec::new()).await,
    }
}

async fn start(web: &Web, info: &RequestInfo, multipart: Upload) -> Result<i64, AppError> {
    let caller = caller(info)?;
    let (name, bytes) = file(multipart, UPLOAD_LIMIT).await?;
    if bytes.len() > UPLOAD_LIMIT {
        return Err(AppError::TooLarge(UPLOAD_LIMIT as u64));
    }
    web.backend.imports.start(&caller, &bytes, name.as_deref()).await
}

fn caller(info: &RequestInfo) -> Result<Caller, AppError> {
    let actor = info.actor.clone().ok_or(AppError::NotSignedIn)?;
    Ok(Caller { actor, lang: info.lang, request_id: info.request_id.clone() })
}

/// Reads a table of people and goes on to its preview.
pub(super) async fn people(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
    multipart: Upload,
) -> Response {
    match start_people(&web, &info, multipart).await {
        Ok(import) => {
            forms::sent_well(&session, &info.path, Some(PEOPLE_IMPORT), &[]).await;
            Redirect::to(&format!("{PEOPLE_IMPORT}/{import}")).into_response()
        }
        Err(error) => forms::answer(&web, &session, &info, Some(PEOPLE_IMPORT.to_owned()), error, Vec::new()).await,
    }
}

async fn start_people(web: &Web, info: &RequestInfo, multipart: Upload) -> Result<i64, AppError> {
    let caller = caller(info)?;
    let (_, bytes) = file(multipart, TABLE_LIMIT).await?;
    let started = web.backend.people_imports.start(&caller, &text_of(&bytes)).await;
    // The page names the two ways in differently.
    started.map_err(|error| match error {
        AppError::Invalid(problems) => {
            AppError::Invalid(problems.into_iter().map(|problem| Problem::new("people_file", problem.code)).collect())
        }
        other => other,
    })
}

/// The text of a file: UTF-8, else what older spreadsheets write in this part of the world.
fn text_of(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// The first file of the form, with the last part of its name.
async fn file(multipart: Upload, limit: usize) -> Result<(Option<String>, Bytes), AppError> {
    let mut multipart = multipart.map_err(|_| AppError::Malformed)?;
    while let Some(field) = multipart.next_field().await.map_err(|error| unreadable(&error, limit))? {
        if !matches!(field.name(), Some("file" | "people_file")) {
            continue;
        }
        let name =
            field.file_name().map(|name| name.rsplit(['/', '\\']).next().unwrap_or(name).chars().take(200).collect::<String>());
        let bytes = field.bytes().await.map_err(|error| unreadable(&error, limit))?;
        if !bytes.is_empty() {
            return Ok((name.filter(|name| !name.is_empty()), bytes));
        }
    }
    Err(AppError::Invalid(vec![Problem::new("file", ProblemCode::Required)]))
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn accents_are_read_from_new_files_and_old_ones() {
        assert_eq!(text_of("Élise".as_bytes()), "Élise");
        assert_eq!(text_of(b"\xc9lise"), "Élise");
    }
}
