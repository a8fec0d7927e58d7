//! Everything that is kept about a person, as a file for that person.

use super::{Web, words};
use app::{backend::Caller, error::AppError, request::RequestInfo};
use axum::{
    extract::{Extension, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};

/// The file, for whoever is signed in: there is no way to ask for somebody else's.
pub(super) async fn export(State(web): State<Web>, Extension(info): Extension<RequestInfo>) -> Response {
    let Some(actor) = info.actor.clone() else {
        return Redirect::to("/sign-in?next=/account").into_response();
    };
    let caller = Caller { actor, lang: info.lang, request_id: info.request_id.clone() };
    let written = match web.services.own_data(&caller).await {
        Ok(data) => serde_json::to_string_pretty(&data),
        Err(error) => return words::refused(error),
    };
    let Ok(text) = written else { return words::refused(AppError::Internal) };
    let name = format!("attachment; filename=\"suivi-{}.json\"", info.today);
    ([(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, name)], text + "\n").into_response()
}
