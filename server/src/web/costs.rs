//! The costs of a plan as a file for spreadsheets.

use super::{Web, files};
use crate::documents::costs_table;
use app::{backend::Caller, error::AppError, i18n::t, request::RequestInfo};
use axum::{
    extract::{Extension, Path, State},
    response::Response,
};

/// The file.
pub(super) async fn table(State(web): State<Web>, Extension(info): Extension<RequestInfo>, Path(plan): Path<String>) -> Response {
    let made = async {
        let actor = info.actor.clone().ok_or(AppError::NotSignedIn)?;
        let caller = Caller { actor, lang: info.lang, request_id: info.request_id.clone() };
        let page = web.backend.costs.show(&caller, plan.parse().map_err(|_| AppError::NotFound)?).await?;
        let bytes = costs_table(info.lang, &page.tables).map_err(|error| {
            tracing::error!(%error, "the costs could not be written");
            AppError::Internal
        })?;
        let name = format!("{}-{}.csv", t(info.lang, "costs-file"), info.today);
        Ok(files::attachment(&name, "text/csv; charset=utf-8", bytes))
    };
    made.await.unwrap_or_else(|error| files::refused(error, &format!("/plans/{plan}/costs")))
}
