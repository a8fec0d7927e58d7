//! The whole program as a browser meets it: pages and forms over HTTP, with a cookie jar.

use super::Bench;
use app::{backend::Caller, request::Assets};
use axum_client_ip::ClientIpSource;
use axum_test::{TestResponse, TestServer};
use domain::people::LinkPurpose;
use server::{
    services::Services,
    web::{Web, router},
};
use std::path::PathBuf;

/// A browser on an instance.
pub struct Browser {
    server: TestServer,
}

/// What a browser says it takes.
const HTML: &str = "text/html,application/xhtml+xml";

impl Browser {
    /// Somebody nobody knows.
    pub fn stranger(services: &Services) -> Self {
        Self::behind(services, ClientIpSource::ConnectInfo)
    }

    /// The same, behind a proxy that says there where somebody comes from.
    pub fn behind(services: &Services, client_ip: ClientIpSource) -> Self {
        let assets = Assets { output_name: "suivi".into(), css: "suivi.css".into() };
        let web = Web::new(services.clone(), assets, PathBuf::from("no-files-here")).behind(client_ip);
        let server = TestServer::builder().save_cookies().mock_transport().build(router(web));
        Self { server }
    }

    /// Somebody who signed in by a one-time link.
    pub async fn signed_in(bench: &Bench, caller: &Caller) -> Self {
        let browser = Self::stranger(&bench.services);
        let response = browser.come_in_by_link(&bench.services, caller.actor.person).await;
        assert_eq!(location(&response), "/plans");
        browser
    }

    /// Follows a one-time link as it comes by mail; wants to go on to `/plans`.
    pub async fn come_in_by_link(&self, services: &Services, person: i64) -> TestResponse {
        let token = token(services, person, LinkPurpose::SignIn).await;
        self.send("/do/redeem", "/sign-in/link/x", &[("token", &token), ("next", "/plans")]).await
    }

    /// The browser that holds this session's cookie, met by other services.
    pub fn with_session(services: &Services, answer: &TestResponse) -> Self {
        let mut browser = Self::stranger(services);
        browser.server.add_cookie(answer.cookie("suivi"));
        browser
    }

    /// Opens a page.
    pub async fn open(&self, path: &str) -> TestResponse {
        self.server.get(path).add_header("accept", HTML).await
    }

    /// Sends a plain form from a page.
    pub async fn send(&self, action: &str, page: &str, fields: &[(&str, &str)]) -> TestResponse {
        let referer = format!("http://suivi.test{page}");
        self.server.post(action).add_header("accept", HTML).add_header("referer", referer).form(&fields).await
    }

    /// The bare server, for unusual requests.
    pub fn server(&self) -> &TestServer {
        &self.server
    }
}

/// Where a response sends the browser.
pub fn location(response: &TestResponse) -> String {
    assert_eq!(response.status_code(), 303, "not a redirect: {}", response.text());
    response.header("location").to_str().expect("plain text").to_owned()
}

/// The token of a fresh link.
pub async fn token(services: &Services, person: i64, purpose: LinkPurpose) -> String {
    let link = services.link_for(person, purpose, chrono::TimeDelta::minutes(30)).await.expect("a link");
    link.path().rsplit('/').next().expect("a token").to_owned()
}
