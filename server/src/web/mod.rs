//! The HTTP side: pages, forms, files, health. It decides nothing and asks the services everything.

mod answers;
mod assets;
mod context;
mod costs;
mod duty;
mod evidence;
mod failures;
mod fields;
mod files;
mod forms;
mod health;
mod log;
mod own_data;
mod reports;
mod routes;
mod security;
mod sessions;
mod sso;
mod uploads;
mod words;

pub use assets::{AssetsError, read_manifest};
pub use routes::addresses;

use crate::{services::Services, store::sessions::Sessions};
use app::{backend::Backend, request::Assets, shell::shell};
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::StatusCode,
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use axum_client_ip::ClientIpSource;
use std::{path::PathBuf, sync::Arc};
use tower_http::{
    catch_panic::CatchPanicLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    trace::TraceLayer,
};

/// The most bytes a form may have.
pub const FORM_LIMIT: usize = 4 * 1024 * 1024;
/// The most bytes an uploaded file may have: as many as the importer reads. The hint of the field names it, too.
pub const UPLOAD_LIMIT: usize = import::MAX_BYTES;

/// What every handler finds.
#[derive(Clone)]
pub struct Web {
    /// The services.
    pub services: Services,
    /// The same, as pages ask them.
    pub backend: Backend,
    /// The names of the built files.
    pub assets: Assets,
    /// The folder they are in.
    pub site_dir: PathBuf,
    /// Where the network address of a visitor is read.
    pub client_ip: ClientIpSource,
}

impl Web {
    /// Puts the services behind the pages.
    #[must_use]
    pub fn new(services: Services, assets: Assets, site_dir: PathBuf) -> Self {
        let all = Arc::new(services.clone());
        let backend = Backend {
            accounts: all.clone(),
            security: all.clone(),
            plans: all.clone(),
            editing: all.clone(),
            measures: all.clone(),
            evidence: all.clone(),
            costs: all.clone(),
            progress: all.clone(),
            decisions: all.clone(),
            contacts: all.clone(),
            comments: all.clone(),
            work: all.clone(),
            imports: all.clone(),
            reports: all.clone(),
            sso: all.clone(),
            trail: all.clone(),
            administration: all.clone(),
            organisations: all.clone(),
            people: all.clone(),
            people_imports: all.clone(),
            settings: all.clone(),
            mail: all.clone(),
            account: all.clone(),
            log: all,
        };
        Self { services, backend, assets, site_dir, client_ip: ClientIpSource::ConnectInfo }
    }

    /// Reads the network address of visitors where the proxy in front writes it.
    #[must_use]
    pub fn behind(self, client_ip: ClientIpSource) -> Self {
        Self { client_ip, ..self }
    }
}

/// The whole program as a web service.
pub fn router(web: Web) -> Router {
    // Leptos awaits what pages ask for on this runtime; a second call finds it done.
    let _ = any_spawner::Executor::init_tokio();
    let files = assets::files(&web.site_dir);
    let secure_cookies = web.services.settings.base_url.scheme() == "https";
    // Every page is rendered whole, so one handler serves them all and the pages' own router says which exists.
    let pages = routes::router(routes::known())
        .fallback(get(page))
        .layer(security::csrf())
        .layer(middleware::from_fn_with_state(web.clone(), words::in_words))
        // A forged form is refused further in, in the reader's language: nothing is changed by finding out who asks.
        .layer(middleware::from_fn_with_state(web.clone(), context::provide))
        .layer(sessions::layer(Sessions::new(web.services.store.clone(), web.services.clock), secure_cookies));
    Router::new()
        .merge(pages)
        .nest_service(routes::BUILT, files)
        .merge(routes::router(routes::anonymous()))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(security::Transport { is_secure: secure_cookies }, security::headers))
        .layer(TraceLayer::new_for_http().make_span_with(security::span))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(middleware::from_fn(security::without_id))
        .with_state(web)
}

async fn page(State(web): State<Web>, request: Request) -> Response {
    let provide = context::for_leptos(web.backend);
    whole(leptos_axum::render_app_async_with_context(provide, shell)(request).await).await
}

/// A response with the whole of its page in it.
async fn whole(response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let Ok(html) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    Response::from_parts(parts, Body::from(whole_document(html)))
}

/// The page without what Leptos appends for resources that load after it: there are none.
fn whole_document(html: Bytes) -> Bytes {
    const END: &[u8] = b"</html>";
    html.windows(END.len()).rposition(|part| part == END).map_or(html.clone(), |at| html.slice(..at + END.len()))
}
