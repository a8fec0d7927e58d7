//! Files of evidence on their way in and out. A file goes out only to be kept, never to be shown by the browser.

use super::{Web, files, forms, sessions::BrowserSession};
use crate::files::{CheckedFile, FileCheck};
use app::{backend::Caller, error::AppError, request::RequestInfo};
use axum::{
    extract::{
        Extension, Multipart, Path, State,
        multipart::{Field, MultipartError},
    },
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    evidence::{MAX_FILE, TypedEvidence},
    problem::ProblemCode,
};

/// As much of a file that is too large is received and dropped, so that the browser is still there for the answer.
pub(super) const RECEIVED: usize = 4 * MAX_FILE;
/// The most bytes of a field that is no file.
const FIELD: usize = 16 * 1024;

/// The form as it arrives. The fields come before the file: the page has them in that order.
#[derive(Default)]
struct Sent {
    fields: Vec<(String, String)>,
    file: Option<Result<CheckedFile, ProblemCode>>,
}

/// Receives a file.
pub(super) async fn upload(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Extension(session): Extension<BrowserSession>,
    headers: HeaderMap,
    multipart: Multipart,
) -> Response {
    let mut sent = Sent::default();
    match take(&web, &info, multipart, &mut sent).await {
        Ok(measure) => Redirect::to(&format!("/measures/{measure}/evidence?done=evidence-added")).into_response(),
        Err(error) => forms::answer(&session, &info, &forms::page_of(&headers), error, sent.fields).await,
    }
}

async fn take(web: &Web, info: &RequestInfo, mut multipart: Multipart, sent: &mut Sent) -> Result<i64, AppError> {
    let caller = info.actor.clone().map(|actor| Caller { actor, lang: info.lang, request_id: info.request_id.clone() });
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != "document" {
            sent.fields.push((name, text(field).await?));
            continue;
        }
        // Nothing is received from somebody who may not add it.
        let caller = caller.as_ref().ok_or(AppError::NotSignedIn)?;
        web.backend.evidence.may_add(caller, sent.number("measure")?).await?;
        sent.file = Some(file(field).await?);
    }
    let caller = caller.ok_or(AppError::NotSignedIn)?;
    let (measure, lock_version) = (sent.number("measure")?, sent.number("lock_version")?);
    let file = sent.file.take().unwrap_or(Err(ProblemCode::Required));
    web.services.add_file(&caller, measure, lock_version, &sent.typed(), file).await?;
    Ok(measure)
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

impl Sent {
    fn value(&self, name: &str) -> String {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn number<T: std::str::FromStr>(&self, name: &str) -> Result<T, AppError> {
        self.value(name).parse().map_err(|_| AppError::Malformed)
    }

    fn typed(&self) -> TypedEvidence {
        TypedEvidence {
            title: self.value("evidence_title"),
            text_lang: self.value("text_lang"),
            marking: self.value("marking"),
            public: self.value("public"),
            deliverable: self.value("deliverable"),
            replaces: self.value("replaces"),
            url: String::new(),
        }
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
        Err(AppError::NotSignedIn) => files::refused(&AppError::NotSignedIn, &format!("/evidence/{id}/file")),
        Err(error) => files::refused_in_words(info.lang, &error),
    }
}
