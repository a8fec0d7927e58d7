//! Files of evidence on their way in and out. A file goes out only to be kept, never to be shown by the browser.

use super::{
    Web,
    fields::{self, Arrived, Room},
    files, forms,
    sessions::BrowserSession,
};
use crate::files::CheckedFile;
use app::{backend::Caller, error::AppError, request::RequestInfo};
use axum::{
    extract::{
        Extension, Multipart, Path, State,
        multipart::{Field, MultipartRejection},
    },
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    evidence::{MAX_FILE, TypedEvidence},
    problem::{Problem, ProblemCode},
};

/// As much of a file that is too large is received and dropped, so that the browser is still there for the answer.
pub(super) const RECEIVED: usize = 4 * MAX_FILE;

/// Receives a file.
pub(super) async fn upload(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Response {
    let mut sent = Arrived::default();
    let taken = match multipart {
        Ok(multipart) => take(&web, &info, multipart, &mut sent).await,
        Err(_) => Err(AppError::Malformed),
    };
    // The measure tells the page even where the browser does not.
    let page = forms::page_of(&headers).or_else(|| sent.number::<i64>("measure").ok().map(page));
    match taken {
        Ok(measure) => {
            forms::sent_well(&session, &info.path, page.as_deref(), &[]).await;
            Redirect::to(&format!("{}?done=evidence-added", self::page(measure))).into_response()
        }
        Err(error) => forms::answer(&web, &session, &info, page, error, fields::kept(sent.fields, Room::STRANGER)).await,
    }
}

fn page(measure: i64) -> String {
    format!("/measures/{measure}/evidence")
}

async fn take(web: &Web, info: &RequestInfo, mut multipart: Multipart, sent: &mut Arrived) -> Result<i64, AppError> {
    let caller = info.actor.clone().map(|actor| Caller { actor, lang: info.lang, request_id: info.request_id.clone() });
    // As much as is kept of what a stranger types is more than this form has fields for.
    let mut room = Room::STRANGER;
    while let Some(field) = multipart.next_field().await.map_err(|error| fields::unreadable(&error, MAX_FILE))? {
        if field.name() != Some("document") {
            sent.fields.push(fields::text(field, &mut room).await?);
            continue;
        }
        // Nothing is received from somebody who may not add it.
        let caller = caller.as_ref().ok_or(AppError::NotSignedIn)?;
        web.backend.evidence.may_add(caller, sent.number("measure")?).await?;
        sent.file = Some(if is_marked_well(sent) { fields::file(field).await? } else { dropped(field).await? });
    }
    let caller = caller.ok_or(AppError::NotSignedIn)?;
    let (measure, lock_version) = (sent.number("measure")?, sent.number("lock_version")?);
    let file = sent.file();
    web.services.add_file(&caller, measure, lock_version, &typed(sent), file).await?;
    Ok(measure)
}

/// Lets a file pass by that may not be here: no byte of it is kept, but the browser is still there for the answer.
async fn dropped(mut field: Field<'_>) -> Result<Result<CheckedFile, ProblemCode>, AppError> {
    while field.chunk().await.map_err(|error| fields::unreadable(&error, MAX_FILE))?.is_some() {}
    Ok(Err(ProblemCode::NotReceived))
}

/// Whether the marking allows the file to be here.
fn is_marked_well(sent: &Arrived) -> bool {
    let problems = typed(sent).check().err().unwrap_or_default();
    !problems.iter().any(|Problem { field, .. }| field == "marking")
}

fn typed(sent: &Arrived) -> TypedEvidence {
    TypedEvidence {
        title: sent.value("evidence_title"),
        text_lang: sent.value("text_lang"),
        marking: sent.value("marking"),
        public: sent.value("public"),
        deliverable: sent.value("deliverable"),
        replaces: sent.value("replaces"),
        url: String::new(),
    }
}

/// Sends a file to whoever may open it.
pub(super) async fn download(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Path(id): Path<String>,
) -> Response {
    let opened = async {
        let actor = info.actor.clone().ok_or(AppError::NotSignedIn)?;
        let caller = Caller { actor, lang: info.lang, request_id: info.request_id.clone() };
        web.services.open_file(&caller, id.parse().map_err(|_| AppError::NotFound)?).await
    };
    match opened.await {
        Ok((file, bytes)) => files::kept(&file.name, &file.media_type, bytes),
        Err(error) => files::refused(error, &format!("/evidence/{id}/file")),
    }
}
