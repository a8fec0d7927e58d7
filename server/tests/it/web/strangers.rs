//! Nobody who is not signed in gets anywhere: one case for every page and every server function. A new one without a
//! case fails here.

use super::routes;
use crate::support::{Bench, Browser, Db, location};
use app::error::AppError;
use axum_test::multipart::{MultipartForm, Part};
use leptos::prelude::FromServerFnError;
use std::collections::BTreeSet;

/// Every page but the sign-in pages.
const PAGES: &[&str] = &[
    "/",
    "/plans",
    "/plans/1",
    "/plans/1/edit",
    "/plans/1/missing",
    "/plans/1/measures/new",
    "/plans/1/recommendations/new",
    "/recommendations/1/edit",
    "/measures/1/edit",
    "/measures/1/owner",
    "/plans/1/meeting-report",
    "/overdue",
    "/measures/1",
    "/measures/1/report",
    "/report",
    "/measures/1/ask",
    "/proposals/1",
    "/plans/1/reporting",
    "/measures/1/extension",
    "/measures/1/verify",
    "/measures/1/decide",
    "/extensions/1",
    "/comments/1",
    "/measures/1/evidence",
    "/evidence/1/withdraw",
    "/plans/1/costs",
    "/plans/1/costs/new",
    "/costs/1",
    "/import",
    "/import/1",
    "/account/security",
    "/account/security/second-factor",
    "/account/security/recovery-codes",
    "/welcome",
    "/admin",
    "/admin/mail",
    "/admin/mail/1",
    "/admin/organisations",
    "/admin/organisations/new",
    "/admin/organisations/1",
    "/admin/people",
    "/admin/people/new",
    "/admin/people/import",
    "/admin/people/import/1",
    "/admin/people/1",
    "/admin/people/1/edit",
    "/admin/people/1/roles",
    "/admin/people/1/away",
    "/admin/settings",
    "/admin/log",
    "/account",
];

/// Every server function with fields it would take; `true` for those that are there for strangers.
const FUNCTIONS: &[(&str, &str, bool)] = &[
    ("/do/request-link", "email=a%40b.ca&next=%2F", true),
    ("/do/redeem", "token=x&next=%2F", true),
    ("/do/sign-in-demo", "person=1&next=%2F", true),
    ("/do/sign-out", "", true),
    ("/do/sign-in", "email=a%40b.ca&password=x&next=%2F", true),
    ("/do/forgot-password", "email=a%40b.ca", true),
    ("/do/reset-password", "token=x&new_password=x&repeat_password=x", true),
    ("/do/give-second-factor", "passcode=123456", false),
    ("/do/set-password", "current_password=&new_password=x&repeat_password=x", false),
    ("/do/choose-password", "new_password=x&repeat_password=x", false),
    ("/do/start-second-factor", "", false),
    ("/do/confirm-second-factor", "first_passcode=123456", false),
    ("/do/renew-recovery-codes", "passcode=123456", false),
    ("/do/remove-second-factor", "passcode=123456&password=", false),
    ("/do/end-session", "key=x", false),
    ("/do/end-all-sessions", "", false),
    ("/do/change-profile", "lock_version=0&name=x&person_lang=fr&time_zone=&digest=daily", false),
    ("/do/name-my-deputy", "lock_version=0&deputy=", false),
    ("/do/add-my-absence", "lock_version=0&starts_on=2018-03-15&ends_on=2018-03-16", false),
    ("/do/cancel-my-absence", "lock_version=0&absence=1", false),
    ("/do/approve-plan", "plan=1&lock_version=0", false),
    ("/do/close-plan", "plan=1&lock_version=0", false),
    ("/do/edit-plan", "plan=1&lock_version=0&title_en=x", false),
    ("/do/save-recommendation", "plan=1&recommendation=1&lock_version=0&text_en=x", false),
    ("/do/remove-recommendation", "recommendation=1&lock_version=0", false),
    ("/do/save-measure", "plan=1&measure=&lock_version=0&text_en=x", false),
    ("/do/remove-measure", "measure=1&lock_version=0", false),
    ("/do/name-owner", "measure=1&lock_version=0&owner_words=x", false),
    (
        "/do/report-progress",
        "measure=1&lock_version=0&status=in_progress&percent=&done=x&obstacles=&next_step=&forecast=&text_lang=fr",
        false,
    ),
    ("/do/save-draft", "measure=1&lock_version=0&done=x", false),
    ("/do/discard-draft", "measure=1", false),
    ("/do/report-many", "rows%5B1%5D%5Bdone%5D=x&text_lang=fr", false),
    ("/do/ask-extension", "measure=1&lock_version=0&new_date=2030&extension_reason=x&impact=&text_lang=fr", false),
    ("/do/decide-extension", "extension=1&lock_version=0&answer=as_asked&text_lang=fr", false),
    ("/do/withdraw-extension", "extension=1&lock_version=0", false),
    ("/do/verify-claim", "measure=1&lock_version=0&verification_outcome=accepted&text_lang=fr", false),
    ("/do/decide-fate", "measure=1&lock_version=0&fate=no_longer_applicable&fate_reason=x&text_lang=fr", false),
    (
        "/do/add-evidence-link",
        "measure=1&lock_version=0&evidence_title=x&text_lang=fr&marking=unclassified&evidence_url=https%3A%2F%2Fx.ca",
        false,
    ),
    ("/do/withdraw-evidence", "evidence=1&lock_version=0&withdraw_reason=x", false),
    ("/do/add-comment", "measure=1&comment_text=x&text_lang=fr", false),
    ("/do/answer-comment", "comment=1&lock_version=0&proposal_answer=followed&text_lang=fr", false),
    ("/do/withdraw-comment", "comment=1&lock_version=0&comment_reason=x", false),
    ("/do/add-cost", "plan=1&cost_kind=actual&cost_year=2018-19", false),
    ("/do/correct-cost", "cost=1&lock_version=0&cost_kind=actual&cost_year=2018-19", false),
    ("/do/archive-cost", "cost=1&lock_version=0&archive_reason=x", false),
    ("/do/save-drafts", "rows%5B1%5D%5Block_version%5D=0&rows%5B1%5D%5Bdone%5D=x&text_lang=fr", false),
    ("/do/ask-contact", "measure=1&name=x&email=a%40b.ca&contact_lang=fr&purpose=update&days=", false),
    ("/do/revoke-contact-link", "link=1", false),
    ("/do/answer-update", "token=x&status=planning&done=x&text_lang=fr", true),
    ("/do/answer-evidence", "token=x&proof_url=https%3A%2F%2Fx.ca", true),
    ("/do/publish-answer", "proposal=1&lock_version=0&measure_version=0", false),
    ("/do/decline-answer", "proposal=1&lock_version=0&decline_reason=x", false),
    ("/do/start-import", "text=x&html=", false),
    ("/do/correct-import", "import=1&lock_version=0&plan%5Btitle%5D=x", false),
    ("/do/discard-import", "import=1&lock_version=0", false),
    ("/do/commit-import", "import=1&lock_version=0&plan%5Btitle%5D=x", false),
    ("/do/add-organisation", "code=X&name_en=X&name_fr=X", false),
    ("/do/edit-organisation", "organisation=1&lock_version=0&code=X", false),
    ("/do/archive-organisation", "organisation=1&lock_version=0&reason=x", false),
    ("/do/restore-organisation", "organisation=1&lock_version=0", false),
    ("/do/add-person", "name=X&email=x%40x.ca&person_lang=en&roles%5Blead%5D=on", false),
    ("/do/edit-person", "person=1&lock_version=0&name=X", false),
    ("/do/archive-person", "person=1&lock_version=0&reason=x", false),
    ("/do/remove-person-factor", "person=1&lock_version=0&factor_reason=x", false),
    ("/do/end-person-sessions", "person=1&lock_version=0&sessions_reason=x", false),
    ("/do/unlink-person-account", "person=1&lock_version=0&unlink_reason=x", false),
    ("/do/restore-person", "person=1&lock_version=0", false),
    ("/do/invite-person", "person=1&lock_version=0", false),
    ("/do/give-role", "person=1&lock_version=0&role=administrator", false),
    ("/do/take-role", "person=1&lock_version=0&grant=1", false),
    ("/do/name-deputy", "person=1&lock_version=0&deputy=2", false),
    ("/do/add-absence", "person=1&lock_version=0&starts_on=2018-04-01&ends_on=2018-04-02", false),
    ("/do/cancel-absence", "person=1&lock_version=0&absence=1", false),
    ("/do/start-people-import", "table=x", false),
    ("/do/correct-people-import", "import=1&lock_version=0&table=x", false),
    ("/do/commit-people-import", "import=1&lock_version=0&invite=on", false),
    ("/do/set-instance", "lock_version=0&name_en=X", false),
    ("/do/set-sign-in", "lock_version=0&links=on", false),
    ("/do/set-reminders", "lock_version=0&days_before=3", false),
    ("/do/retry-mail", "mail=1&lock_version=0", false),
    ("/do/retry-mails", "", false),
];

async fn stranger() -> Browser {
    Browser::stranger(&Bench::open(Db::Sqlite).await.expect("SQLite").services)
}

#[tokio::test]
async fn every_page_sends_a_stranger_to_sign_in_and_remembers_where_they_wanted_to_go() {
    routes::assert_every_page_is_in(&PAGES.iter().chain(routes::OPEN).copied().collect::<Vec<_>>());
    let browser = stranger().await;
    for page in PAGES {
        assert_eq!(location(&browser.open(page).await), format!("/sign-in?next={page}"), "{page}");
    }
}

#[tokio::test]
async fn the_pages_of_signing_in_are_there_for_strangers_and_name_nobody() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
    bench.person("Marie", None, domain::people::Role::Administrator).await;
    let browser = Browser::stranger(&bench.services);
    for page in routes::OPEN {
        let response = browser.open(page).await;
        // A link that was never given is not found; what it would open is nobody's to know.
        let expected: &[u16] = if *page == "/answer/x" { &[404] } else { &[200, 302, 410] };
        assert!(expected.contains(&response.status_code().as_u16()), "{page}: {}", response.status_code());
        assert!(!response.text().contains("Marie"), "{page}");
    }
}

#[tokio::test]
async fn every_server_function_refuses_a_stranger() {
    let browser = stranger().await;
    let listed: BTreeSet<&str> = FUNCTIONS.iter().map(|(path, ..)| *path).collect();
    let known: BTreeSet<&str> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(known, listed, "every server function has a case here, and every case a server function");
    for (path, fields, for_strangers) in FUNCTIONS.iter().filter(|(.., for_strangers)| !for_strangers) {
        let call = browser.server().post(path).content_type("application/x-www-form-urlencoded").bytes((*fields).into());
        let response = call.await;
        let error = AppError::de(response.as_bytes().clone());
        assert_eq!((error, *for_strangers), (AppError::NotSignedIn, false), "{path}: {}", response.text());
    }
}

#[tokio::test]
async fn the_functions_for_strangers_tell_them_nothing() {
    let browser = stranger().await;
    let unknown = browser.send("/do/request-link", "/sign-in", &[("email", "nobody@nowhere.ca"), ("next", "/")]).await;
    assert_eq!(location(&unknown), "/sign-in/sent");
    assert_eq!(location(&browser.send("/do/sign-in-demo", "/sign-in", &[("person", "1"), ("next", "/")]).await), "/sign-in");
    assert_eq!(location(&browser.open("/plans").await), "/sign-in?next=/plans");
}

/// What is answered beside pages and functions: how it is asked for, and where a stranger is sent, or the status they get.
const ADDRESSES: &[(&str, &str, Result<&str, u16>)] = &[
    ("GET", "/overdue/csv", Ok("/sign-in?next=%2Foverdue")),
    ("GET", "/plans/1/meeting-report/json", Ok("/sign-in?next=%2Fplans%2F1%2Fmeeting-report")),
    ("GET", "/plans/1/costs/csv", Ok("/sign-in?next=%2Fplans%2F1%2Fcosts")),
    ("GET", "/evidence/1/file", Ok("/sign-in?next=%2Fevidence%2F1%2Ffile")),
    ("GET", "/proposals/1/file", Ok("/sign-in?next=%2Fproposals%2F1%2Ffile")),
    ("POST", "/answer/x/file", Ok("/import")),
    ("GET", "/admin/log/export?format=csv", Ok("/sign-in?next=/admin/log")),
    ("GET", "/account/data", Ok("/sign-in?next=/account")),
    ("POST", "/import/upload", Ok("/sign-in?next=%2Fimport")),
    ("POST", "/admin/people/import/upload", Ok("/sign-in?next=%2Fadmin%2Fpeople%2Fimport")),
    ("POST", "/evidence/upload", Ok("/sign-in?next=%2Fimport")),
    // What is there for strangers: the way in by single sign-on, which this instance has not, and what machines ask.
    ("GET", "/sign-in/sso", Ok("/sign-in")),
    ("GET", "/sign-in/sso/callback", Ok("/sign-in")),
    ("GET", "/healthz", Err(200)),
    ("GET", "/readyz", Err(200)),
    ("GET", "/pkg/none.css", Err(404)),
];

#[tokio::test]
async fn every_other_address_tells_a_stranger_nothing() {
    let functions = FUNCTIONS.iter().map(|(path, ..)| ("POST", *path));
    let rows: Vec<(&str, &str)> = ADDRESSES.iter().map(|(method, path, _)| (*method, *path)).chain(functions).collect();
    routes::assert_every_address_is_in(&rows);
    let browser = stranger().await;
    for (method, path, expected) in ADDRESSES {
        let form = MultipartForm::new().add_part("file", Part::text("x").file_name("a.html"));
        let response = match *method {
            "POST" => browser.server().post(path).add_header("referer", "http://suivi.test/import").multipart(form).await,
            _ => browser.open(path).await,
        };
        match expected {
            Ok(to) => assert_eq!(location(&response), *to, "{method} {path}"),
            Err(status) => assert_eq!(response.status_code().as_u16(), *status, "{method} {path}"),
        }
    }
}
