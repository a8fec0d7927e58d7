//! Single sign-on, against a provider that speaks over HTTP and lies on demand.

mod attempts;
mod lies;
mod people;

use crate::support::{Bench, Browser, Db, Lie, Provider, TODAY, day, location};
use axum_test::TestResponse;
use domain::{
    people::{Grant, Role},
    sso::RoleMap,
};
use serde_json::json;
use server::{config::SsoSettings, store::audit};

/// An instance with a provider, and a person it does not know yet as its own account.
struct Scene {
    bench: Bench,
    provider: Provider,
}

impl Scene {
    async fn open(db: Db) -> Option<Self> {
        let provider = Provider::start(json!({
            "sub": "account-7", "email": "Marie@example.gc.ca", "email_verified": true, "name": "Marie du Compte",
        }))
        .await;
        let bench = Bench::open(db).await?;
        let services = bench.services.clone().with_sso(Some(provider.settings()));
        Some(Self { bench: Bench { services }, provider })
    }

    async fn on_sqlite() -> Self {
        Self::open(Db::Sqlite).await.expect("SQLite")
    }

    /// The same with groups that stand for roles.
    fn with_groups(mut self, new_people: bool) -> Self {
        let roles = RoleMap::parse("suivi-admins=administrator,suivi-gttp=lead").expect("a map");
        let settings = SsoSettings { roles, new_people, ..self.provider.settings() };
        self.bench.services = self.bench.services.clone().with_sso(Some(settings));
        self
    }

    fn browser(&self) -> Browser {
        Browser::stranger(&self.bench.services)
    }

    /// Leaves for the provider; where to.
    async fn leave(&self, browser: &Browser) -> String {
        location(&browser.open("/sign-in/sso?next=/plans").await)
    }

    /// Goes there and back again.
    async fn sign_in(&self, browser: &Browser) -> TestResponse {
        let asked = self.leave(browser).await;
        browser.open(&self.provider.agree(&asked)).await
    }

    /// Tries to sign in and expects to fail; what the page says.
    async fn fail(&self, browser: &Browser) -> String {
        told(browser, self.sign_in(browser).await).await
    }

    /// The grants a person has now.
    async fn grants(&self, person: i64) -> Vec<Grant> {
        let actor = self.bench.write(async |tx| server::store::people::actor(tx, person, day(TODAY)).await).await;
        actor.expect("an active person").grants
    }

    /// What is on record about a person, oldest first.
    async fn record(&self, person: i64) -> Vec<String> {
        let rows = self
            .bench
            .write(async |tx| audit::history(tx, &audit::Which::record(domain::trail::RecordKind::Person, person), 0, 50).await)
            .await;
        rows.into_iter().rev().map(|row| row.action.to_string()).collect()
    }
}

/// The page that says what went wrong, after an answer that led there; nobody is signed in.
async fn told(browser: &Browser, response: TestResponse) -> String {
    assert_eq!(location(&response), "/sign-in/sso/problem");
    let page = browser.open("/sign-in/sso/problem?lang=en").await.text();
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans", "nobody is signed in");
    page
}

#[tokio::test]
async fn without_a_provider_there_is_no_button_and_no_way() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::stranger(&bench.services);
    assert!(!browser.open("/sign-in").await.text().contains("/sign-in/sso"));
    assert_eq!(location(&browser.open("/sign-in/sso").await), "/sign-in");
    assert_eq!(location(&browser.open("/sign-in/sso/callback?code=x&state=y").await), "/sign-in");
}

#[tokio::test]
async fn the_button_says_what_is_configured_and_keeps_where_one_wanted_to_go() {
    let mut scene = Scene::on_sqlite().await;
    let page = scene.browser().open("/sign-in?next=/measures/3%3Flang%3Dfr&lang=en").await.text();
    assert!(page.contains("Sign in with your work account"), "{page}");
    assert!(page.contains("href=\"/sign-in/sso?next=/measures/3%3Flang%3Dfr\""), "{page}");
    let name = domain::text::Bilingual::new(Some("Sign in with GCKey".into()), Some("Ouvrir avec CléGC".into()));
    let settings = SsoSettings { name, ..scene.provider.settings() };
    scene.bench.services = scene.bench.services.clone().with_sso(Some(settings));
    assert!(scene.browser().open("/sign-in?lang=fr").await.text().contains("Ouvrir avec CléGC"));
}

#[tokio::test]
async fn each_trouble_is_told_in_both_languages() {
    let scene = Scene::on_sqlite().await;
    for (lang, words) in [("en", "Suivi does not know you yet"), ("fr", "Suivi ne vous connaît pas encore")] {
        let browser = scene.browser();
        assert_eq!(location(&scene.sign_in(&browser).await), "/sign-in/sso/problem");
        let page = browser.open(&format!("/sign-in/sso/problem?lang={lang}")).await.text();
        assert!(page.contains(words) && page.contains("href=\"/sign-in\""), "{page}");
    }
}
