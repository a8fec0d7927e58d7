//! Everything the program answers beside its pages: one list, from which the router is built and against which the
//! tests hold a row of who may. What is not on it is not answered.

use super::{FORM_LIMIT, UPLOAD_LIMIT, Web, answers, costs, evidence, forms, health, log, own_data, reports, sso, uploads};
use app::api::{admin::people_import::TABLE_LIMIT, evidence::UPLOAD};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    handler::Handler,
    routing::{MethodRouter, get, post},
};

/// The address of the built files.
pub(super) const BUILT: &str = "/pkg";

/// One address with what answers it.
pub(super) struct Route {
    method: &'static str,
    path: &'static str,
    answer: MethodRouter<Web>,
}

impl Route {
    fn get<T: 'static>(path: &'static str, answer: impl Handler<T, Web>) -> Self {
        Self { method: "GET", path, answer: get(answer) }
    }

    fn post<T: 'static>(path: &'static str, most: usize, answer: impl Handler<T, Web>) -> Self {
        // Some room for what is around a file.
        Self { method: "POST", path, answer: post(answer).layer(DefaultBodyLimit::max(most + 4096)) }
    }
}

/// What knows who asks.
pub(super) fn known() -> Vec<Route> {
    vec![
        Route::post("/do/{*function}", FORM_LIMIT, forms::handle),
        Route::post("/import/upload", UPLOAD_LIMIT, uploads::handle),
        Route::post("/admin/people/import/upload", TABLE_LIMIT, uploads::people),
        Route::post(UPLOAD, evidence::RECEIVED, evidence::upload),
        Route::get("/evidence/{id}/file", evidence::download),
        Route::post("/answer/{token}/file", answers::RECEIVED, answers::upload),
        Route::get("/proposals/{id}/file", answers::download),
        Route::get("/plans/{plan}/meeting-report/{format}", reports::meeting),
        Route::get("/overdue/{format}", reports::overdue),
        Route::get("/plans/{plan}/costs/csv", costs::table),
        Route::get("/admin/log/export", log::export),
        Route::get("/sign-in/sso", sso::start),
        Route::get("/sign-in/sso/callback", sso::callback),
        Route::get("/account/data", own_data::export),
    ]
}

/// What machines ask, who are nobody.
pub(super) fn anonymous() -> Vec<Route> {
    vec![Route::get("/healthz", health::alive), Route::get("/readyz", health::ready)]
}

/// A router of some routes.
pub(super) fn router(routes: Vec<Route>) -> Router<Web> {
    routes.into_iter().fold(Router::new(), |router, route| router.route(route.path, route.answer))
}

/// The method and the address of each, for the tests.
#[must_use]
pub fn addresses() -> Vec<(&'static str, &'static str)> {
    let listed = known().into_iter().chain(anonymous()).map(|route| (route.method, route.path));
    listed.chain([("GET", BUILT)]).collect()
}
