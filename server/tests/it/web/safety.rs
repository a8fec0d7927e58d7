//! What keeps sessions, forms and secrets safe, whatever page or form it is.

use super::routes;
use crate::support::{Bench, Browser, Db, PASSWORD, Provider, location, measure, visitor};
use app::backend::{Accounts, Caller, Contacts, Costs, Evidence, Imports, PeopleImports};
use axum_test::multipart::{MultipartForm, Part};
use domain::{
    costs::TypedCost,
    evidence::TypedEvidence,
    people::{Grant, Role},
};
use serde_json::json;
use server::{
    services::{Services, Settings},
    store::second_factor,
    web::UPLOAD_LIMIT,
};
use std::{
    collections::BTreeSet,
    io,
    sync::{Arc, Mutex},
};

/// The same instance, reached over https.
pub fn over_https(services: &Services) -> Services {
    let settings = Settings { base_url: "https://suivi.example".parse().expect("a URL"), ..(*services.settings).clone() };
    Services { settings: Arc::new(settings), ..services.clone() }
}

#[tokio::test]
async fn over_https_every_cookie_stays_there_and_the_browser_too() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::stranger(&over_https(&bench.services));
    let answer = browser.send("/do/request-link", "/sign-in", &[("email", "x"), ("next", "/")]).await;
    let chosen = browser.open("/sign-in?lang=fr").await;
    let mut names = BTreeSet::new();
    for response in [&answer, &chosen] {
        assert_eq!(response.header("strict-transport-security"), "max-age=31536000");
        for cookie in response.iter_headers_by_name("set-cookie") {
            let cookie = cookie.to_str().expect("plain text");
            assert!(cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
            assert!(cookie.contains("Path=/") && !cookie.contains("Domain"), "{cookie}");
            names.insert(cookie.split('=').next().unwrap_or_default().to_owned());
        }
    }
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["__Host-suivi", "lang"]);
    let plain = Browser::stranger(&bench.services).open("/sign-in").await;
    assert!(plain.maybe_header("strict-transport-security").is_none());
}

#[tokio::test]
async fn no_form_and_no_upload_is_taken_from_another_site() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let administrator = bench.person("Aude", None, Role::Administrator).await;
    let browser = Browser::signed_in(&bench, &administrator).await;
    let functions = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned());
    let uploads = ["/import/upload", "/admin/people/import/upload", "/evidence/upload"].map(str::to_owned);
    let all: Vec<String> = functions.chain(uploads).collect();
    assert!(all.len() > 40, "{all:?}");
    for path in &all {
        let post = || browser.server().post(path).content_type("application/x-www-form-urlencoded").bytes("person=1".into());
        for site in ["cross-site", "same-site"] {
            let forged = post().add_header("sec-fetch-site", site).await;
            assert_eq!(forged.status_code(), 403, "{path} from {site}");
        }
        let older = post().add_header("origin", "https://evil.example").add_header("host", "suivi.test").await;
        assert_eq!(older.status_code(), 403, "{path} from an older browser");
        // Nothing is changed by reading.
        assert!(!browser.open(path).await.status_code().is_success(), "{path} answers to GET");
    }
    assert_eq!(browser.open("/plans").await.status_code(), 200, "still signed in");
}

/// An instance with one of nearly everything, each with the number 1, and somebody who sees it all.
async fn one_of_each() -> (Bench, Caller) {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let organisation = bench.organisation("SP").await;
    let roles = [Role::Administrator, Role::Coordinator, Role::Lead].map(|role| Grant { role, plan: None });
    let aude = bench.person_with("Aude", Some(organisation), &roles).await;
    let plan = bench.approved_plan(&aude, vec![measure("Tenir une réunion", "SP", "2018-04")]).await;
    let id = bench.measures(plan).await[0].figures.id;
    let s = &bench.services;
    s.request_link(&visitor(None), &"aude@example.gc.ca".parse().expect("an address"), "/").await.expect("a mail");
    let link = TypedEvidence {
        title: "Note".into(),
        text_lang: "fr".into(),
        marking: "unclassified".into(),
        url: "https://canada.ca".into(),
        ..TypedEvidence::default()
    };
    s.add_link(&aude, id, 0, &link).await.expect("evidence");
    let line = TypedCost {
        activity_fr: "Formation".into(),
        kind: "actual".into(),
        year: "2018-19".into(),
        source: "new".into(),
        certainty: "not_tracked".into(),
        organisations: vec![organisation.to_string()],
        ..TypedCost::default()
    };
    Costs::add(s, &aude, plan, &line).await.expect("a line");
    let table = "| Mesure | Responsable | Échéance |\n|---|---|---|\n| Tenir une réunion | SP | avril 2018 |\n";
    Imports::start(s, &aude, table.as_bytes(), None).await.expect("a preview");
    let people = "name;e-mail;language;organisation;role;plan\nJo Roy;jo@example.gc.ca;fr;SP;lead;\n";
    PeopleImports::start(s, &aude, people).await.expect("a preview");
    (bench, aude)
}

#[tokio::test]
async fn every_page_keeps_out_of_caches_frames_and_inline_scripts() {
    let (bench, aude) = one_of_each().await;
    let browser = Browser::signed_in(&bench, &aude).await;
    let (mut shown, mut all) = (0, 0);
    for route in routes::pages() {
        let path = route.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect::<Vec<_>>().join("/");
        let response = browser.open(&path).await;
        (shown, all) = (shown + usize::from(response.status_code() == 200), all + 1);
        let header = |name: &str| response.header(name).to_str().expect("plain text").to_owned();
        assert_eq!(header("cache-control"), "no-store", "{path}");
        let policy = header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe-inline"), "{path}: {policy}");
        assert!(policy.contains("form-action 'self'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        let html = response.text();
        assert!(!html.contains(" style=\"") && !html.contains("<style") && !html.contains(" onclick="), "{path}");
        for script in html.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap_or_default();
            assert!(tag.contains("nonce=") || tag.contains("src="), "{path}: <script{tag}>");
        }
    }
    assert!(shown * 4 > all * 3, "only {shown} of {all} pages show a record that is there");
}

#[tokio::test]
async fn a_host_that_somebody_made_up_gets_into_no_mail_and_no_redirect() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    bench.person("Marie", None, Role::Lead).await;
    let browser = Browser::stranger(&bench.services);
    let fields = [("email", "marie@example.gc.ca"), ("next", "/plans")];
    let post = browser.server().post("/do/request-link").add_header("accept", "text/html").add_header("host", "evil.example");
    let sent = post.add_header("x-forwarded-host", "evil.example").add_header("referer", "http://evil.example//x").form(&fields);
    assert_eq!(location(&sent.await), "/sign-in/sent");
    let mails = bench.mails().await;
    assert!(mails[0].contains("http://suivi.test/sign-in/link/") && !mails[0].contains("evil.example"), "{}", mails[0]);
    let failed = browser.server().post("/do/request-link").add_header("accept", "text/html");
    let failed = failed.add_header("referer", "http://evil.example/\\evil.example").form(&[("email", "x"), ("next", "/")]);
    let failed = failed.await;
    assert_eq!(failed.status_code(), 422, "there is no such page to go back to");
    assert!(!failed.text().contains("evil.example"), "{}", failed.text());
}

#[tokio::test]
async fn a_file_larger_than_the_limit_is_refused_in_words() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    let coordinator = bench.person("Claire", None, Role::Coordinator).await;
    let browser = Browser::signed_in(&bench, &coordinator).await;
    let limit = UPLOAD_LIMIT / (1024 * 1024);
    let page = browser.open("/import?lang=en").await.text();
    assert!(page.contains(&format!("up to {limit} MB")), "the page promises what is read: {page}");
    for size in [UPLOAD_LIMIT + 1, 2 * UPLOAD_LIMIT] {
        let form = MultipartForm::new().add_part("file", Part::bytes(vec![b'x'; size]).file_name("plan.html"));
        let sent = browser.server().post("/import/upload").add_header("accept", "text/html").multipart(form).await;
        assert_eq!(location(&sent), "/import", "{size}");
        assert!(browser.open("/import?lang=en").await.text().contains(&format!("The limit is {limit} MB.")), "{size}");
    }
    let nothing = browser.server().post("/import/upload").add_header("accept", "text/html").multipart(MultipartForm::new()).await;
    assert_eq!(location(&nothing), "/import");
}

/// The token of the link in a mail.
fn token_in(mail: &str, path: &str) -> String {
    let (_, rest) = mail.split_once(path).unwrap_or_else(|| panic!("no {path} in {mail}"));
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}

/// What was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("a lock").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_secret_is_logged_whatever_way_somebody_signs_in() {
    let log = Log::default();
    let writer = log.clone();
    let filter = tracing_subscriber::EnvFilter::new("debug");
    let subscriber =
        tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).without_time().with_writer(move || writer.clone());
    // With one subscriber alone, what another thread reaches first is judged by that thread, which has none.
    let _other = tracing::Dispatch::new(tracing_subscriber::registry());
    let _guard = tracing::subscriber::set_default(subscriber.finish());
    tracing::callsite::rebuild_interest_cache();

    let provider = Provider::start(json!({ "sub": "account-7", "email": "marie@example.gc.ca", "email_verified": true })).await;
    let mut bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    bench.services = bench.services.clone().with_sso(Some(provider.settings()));
    let marie = bench.person("Marie", None, Role::Lead).await;
    let mut secrets = vec![PASSWORD.to_owned(), crate::support::SECRET.to_owned(), "an-access-token-of-the-provider".to_owned()];

    // By a link that is mailed, once well and once too late.
    let by_link = Browser::stranger(&bench.services);
    by_link.send("/do/request-link", "/sign-in", &[("email", "marie@example.gc.ca"), ("next", "/")]).await;
    let mailed = bench.mails().await.pop().expect("a mail");
    let mailed = token_in(&mailed, "/sign-in/link/");
    by_link.open(&format!("/sign-in/link/{mailed}")).await;
    for _ in 0..2 {
        by_link.send("/do/redeem", &format!("/sign-in/link/{mailed}"), &[("token", &mailed), ("next", "/")]).await;
    }
    secrets.push(mailed);

    // By a password, well and badly, and by a link to choose another.
    bench.with_password(&marie).await;
    let by_password = Browser::stranger(&bench.services);
    let wrong = "correct horse battery staple";
    for password in [wrong, PASSWORD] {
        let fields = [("email", "marie@example.gc.ca"), ("password", password), ("next", "/")];
        let sent = by_password.send("/do/sign-in", "/sign-in", &fields).await;
        secrets.extend(sent.maybe_cookie("suivi").map(|cookie| cookie.value().to_owned()));
    }
    secrets.push(wrong.to_owned());
    by_password.send("/do/forgot-password", "/sign-in/forgot", &[("email", "marie@example.gc.ca")]).await;
    let reset = bench.mails().await.pop().expect("a mail");
    let reset = token_in(&reset, "/sign-in/reset/");
    by_password.open(&format!("/sign-in/reset/{reset}")).await;
    let another = "cinq canards dans la neige";
    for repeated in ["not the same", another] {
        let fields = [("token", reset.as_str()), ("new_password", another), ("repeat_password", repeated)];
        by_password.send("/do/reset-password", &format!("/sign-in/reset/{reset}"), &fields).await;
    }
    secrets.extend([reset, another.to_owned(), "not the same".to_owned()]);

    // By single sign-on, well and badly.
    let by_provider = Browser::stranger(&bench.services);
    for lie in [crate::support::Lie::WrongNonce, crate::support::Lie::NoToken, crate::support::Lie::None] {
        provider.lie(lie);
        let asked = location(&by_provider.open("/sign-in/sso?next=/plans").await);
        let query = Provider::asked(&asked);
        let back = provider.agree(&asked);
        let landed = by_provider.open(&back).await;
        secrets.extend([query["state"].clone(), query["nonce"].clone()]);
        secrets.extend(Provider::asked(&format!("http://x{back}")).remove("code"));
        secrets.extend(landed.maybe_cookie("suivi").map(|cookie| cookie.value().to_owned()));
    }
    assert!(by_provider.open("/plans").await.text().contains("Marie"));

    // By a second factor: set up on its page, given well and badly, and by a recovery code.
    let page = "/account/security/second-factor";
    by_provider.send("/do/start-second-factor", page, &[]).await;
    let secret = bench.write(async |tx| second_factor::of(tx, marie.actor.person).await).await.expect("a factor").secret;
    let code = bench.code(&bench.services, marie.actor.person).await;
    by_provider.open(page).await;
    let codes = by_provider.send("/do/confirm-second-factor", page, &[("first_passcode", &code)]).await;
    let codes: Vec<String> = codes.cookie("recovery_codes").value().split('.').map(str::to_owned).collect();
    by_provider.open("/account/security/recovery-codes").await;
    let by_factor = Browser::stranger(&bench.services);
    let fields = [("email", "marie@example.gc.ca"), ("password", another), ("next", "/")];
    by_factor.send("/do/sign-in", "/sign-in", &fields).await;
    for given in [&code, &codes[0]] {
        by_factor.send("/do/give-second-factor", "/sign-in/second-factor", &[("passcode", given)]).await;
    }
    assert!(by_factor.open("/plans").await.text().contains("Marie"), "the recovery code leads in");
    secrets.extend([secret, code]);
    secrets.extend(codes);

    // By a link of somebody without an account.
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    bench.organisation("GRC").await;
    let plan = bench.approved_plan(&claire, vec![measure("Signer le mandat", "GRC", "2018-06")]).await;
    let id = bench.measures(plan).await[0].figures.id;
    bench.services.ask(&claire, id, &[], &crate::contacts::ask()).await.expect("a link");
    let answer = token_in(&bench.mails().await.pop().expect("a mail"), "/answer/");
    let contact = Browser::stranger(&bench.services);
    let page = format!("/answer/{answer}");
    contact.open(&page).await;
    for status in ["no such status", "in_progress"] {
        let fields = [("token", answer.as_str()), ("status", status), ("done", "Signé"), ("text_lang", "fr")];
        contact.send("/do/answer-update", &page, &fields).await;
    }
    secrets.push(answer);

    let logged = String::from_utf8_lossy(&log.0.lock().expect("a lock")).into_owned();
    assert!(logged.contains("/sign-in/sso/callback") && logged.contains("/sign-in/link/…"), "the log was watched: {logged}");
    assert!(logged.contains("/answer/…") && logged.contains("/sign-in/reset/…"), "the log was watched: {logged}");
    assert!(secrets.len() > 28, "{}", secrets.len());
    for secret in secrets {
        let line = logged.lines().find(|line| line.contains(&secret));
        assert_eq!(line, None, "{secret}");
    }
}
