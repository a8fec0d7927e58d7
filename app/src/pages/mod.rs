//! The pages, a folder per noun, and which address shows which.

pub mod accounts;
mod missing;

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

/// Every page. Each is rendered whole before it is sent, so that its status and redirects are right.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=missing::Missing>
                <Route path=path!("/sign-in") view=accounts::SignInPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/sent") view=accounts::SentPage ssr=SsrMode::Async />
                <Route path=path!("/sign-in/link/:token") view=accounts::LinkPage ssr=SsrMode::Async />
            </FlatRoutes>
        </Router>
    }
}
