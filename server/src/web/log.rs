//! The log as a file. It is sent piece by piece, so that its length costs no memory.

use super::{Web, words};
use crate::{
    documents::log::{LogFormat, LogWriter},
    services::Services,
};
use app::{api::log::LogFilter, backend::Caller, error::AppError, request::RequestInfo};
use axum::{
    body::{Body, Bytes},
    extract::{Extension, Query, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use futures::stream;
use std::{collections::HashMap, io};

/// Where an export stands.
struct Export {
    services: Services,
    caller: Caller,
    filter: LogFilter,
    writer: LogWriter,
    /// The number of the last row written; `None` before the beginning.
    after: Option<i64>,
}

/// The file. Errors are answered before it begins; one that comes later ends the connection, so that no file looks whole
/// that is not.
pub(super) async fn export(
    State(web): State<Web>,
    Extension(info): Extension<RequestInfo>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let Some(actor) = info.actor.clone() else {
        return Redirect::to("/sign-in?next=/admin/log").into_response();
    };
    let Some(format) = query.get("format").and_then(|name| LogFormat::from_name(name)) else {
        return words::refused(AppError::BadAddress);
    };
    let caller = Caller { actor, lang: info.lang, request_id: info.request_id.clone() };
    let filter = LogFilter::from_query(|name| query.get(name).cloned().unwrap_or_default());
    if let Err(error) = web.services.begin_log_export(&caller, &filter, format.extension()).await {
        return words::refused(error);
    }
    let writer = LogWriter::new(format, caller.lang, info.time_zone);
    let export = Export { services: web.services, caller, filter, writer, after: None };
    let pieces = stream::try_unfold(Some(export), |export| async move {
        match export {
            Some(export) => export.next().await.map(Some),
            None => Ok(None),
        }
    });
    let name = format!("attachment; filename=\"suivi-log-{}.{}\"", info.today, format.extension());
    let headers = [(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, name)];
    (headers, Body::from_stream(pieces)).into_response()
}

impl Export {
    /// The next piece, and what remains; nothing remains after the end of the file.
    async fn next(mut self) -> Result<(Bytes, Option<Self>), io::Error> {
        let Some(after) = self.after else {
            let start = self.writer.begin().map_err(io::Error::other)?;
            return Ok((start.into(), Some(Self { after: Some(0), ..self })));
        };
        let rows = self.services.export_log(&self.caller, &self.filter, after).await.map_err(broken)?;
        match rows.last() {
            None => Ok((self.writer.end().into(), None)),
            Some(last) => {
                self.after = Some(last.row.id);
                let piece = self.writer.rows(&rows).map_err(io::Error::other)?;
                Ok((piece.into(), Some(self)))
            }
        }
    }
}

fn broken(error: AppError) -> io::Error {
    tracing::error!(%error, "an export of the log broke off");
    io::Error::other(error)
}
