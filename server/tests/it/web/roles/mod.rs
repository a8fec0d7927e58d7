//! Who may open and do what, over HTTP: a row for every page, every other address and every server function, a letter
//! for everybody who asks. A new one without a row fails here, and so does a row that says something else than the
//! program.

mod table;
pub mod world;

use super::routes;
use crate::support::{Browser, location};
use app::{error::AppError, i18n::t};
use axum_test::multipart::{MultipartForm, Part};
use domain::text::Lang;
use leptos::prelude::FromServerFnError;
use std::{collections::BTreeSet, fmt::Write};
use table::{FILES, FUNCTIONS, PAGES, UPLOADS};
use world::World;

/// What everybody gets, as in `AC 200, LMER 403, X 404`.
fn told(outcomes: &[(char, u16)]) -> String {
    let mut all: Vec<(u16, String)> = Vec::new();
    for (letter, status) in outcomes {
        match all.iter_mut().find(|(known, _)| known == status) {
            Some((_, letters)) => letters.push(*letter),
            None => all.push((*status, letter.to_string())),
        }
    }
    all.iter().map(|(status, letters)| format!("{letters} {status}")).collect::<Vec<_>>().join(", ")
}

/// Collects the rows that differ, so that one run tells all of them.
#[derive(Default)]
struct Differences(String);

impl Differences {
    fn note(&mut self, what: &str, expected: &str, actual: &str) {
        if expected != actual {
            writeln!(self.0, "{what}\n    expected {expected}\n    got      {actual}").expect("a text");
        }
    }

    fn assert_none(self) {
        assert!(self.0.is_empty(), "\n{}", self.0);
    }
}

#[test]
fn every_page_has_a_row() {
    routes::assert_every_page_is_in(&PAGES.iter().map(|(path, _)| *path).collect::<Vec<_>>());
}

#[test]
fn every_server_function_has_a_row() {
    let rows: BTreeSet<&str> = FUNCTIONS.iter().map(|(path, ..)| *path).collect();
    let known: BTreeSet<&str> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(known, rows);
}

/// What the router answers beside pages is listed in one place, from which it is built.
#[test]
fn every_other_address_has_a_row() {
    let read = FILES.iter().map(|(path, _)| ("GET", *path));
    let sent = UPLOADS.iter().map(|(path, ..)| ("POST", *path));
    let rows: Vec<(&str, &str)> = read.chain(sent).chain(FUNCTIONS.iter().map(|(path, ..)| ("POST", *path))).collect();
    routes::assert_every_address_is_in(&rows);
}

#[tokio::test]
async fn each_page_and_each_file_opens_for_exactly_those_who_may_see_it() {
    let world = World::open().await;
    let mut differences = Differences::default();
    for (path, expected) in PAGES.iter().chain(FILES) {
        let mut outcomes = Vec::new();
        for (letter, browser) in &world.people {
            outcomes.push((*letter, browser.open(&world.fill(path)).await.status_code().as_u16()));
        }
        differences.note(path, expected, &told(&outcomes));
    }
    differences.assert_none();
}

#[tokio::test]
async fn each_upload_is_taken_from_exactly_those_who_may_send_it() {
    let world = World::open().await;
    let mut differences = Differences::default();
    for (path, page, fields, expected) in UPLOADS {
        let mut outcomes = Vec::new();
        for (letter, browser) in &world.people {
            let fields: Vec<(&str, String)> = fields.iter().map(|(name, value)| (*name, world.fill(value))).collect();
            outcomes.push((*letter, upload(browser, path, &world.fill(page), &fields).await));
        }
        differences.note(path, expected, &told(&outcomes));
    }
    differences.assert_none();
}

/// Sends an empty file and reads from the page it came back to what became of it.
async fn upload(browser: &Browser, path: &str, page: &str, fields: &[(&str, String)]) -> u16 {
    let form = fields.iter().fold(MultipartForm::new(), |form, (name, value)| form.add_text(*name, value.clone()));
    let form = form.add_part("document", Part::bytes(Vec::new()).file_name("x.txt"));
    let form = form.add_part("file", Part::bytes(Vec::new()).file_name("x.html"));
    let sent = browser.server().post(path).add_header("referer", format!("http://suivi.test{page}")).multipart(form).await;
    let to = location(&sent);
    if to.starts_with("/sign-in") {
        return 401;
    }
    assert_eq!(to, page, "nothing was sent that could be taken");
    let shown = browser.open(page).await;
    if shown.status_code() != 200 {
        return shown.status_code().as_u16();
    }
    let html = shown.text();
    let says = |error: &AppError| html.contains(&format!(">{}</h2>", t(Lang::Fr, &error.message_key())));
    match () {
        () if html.contains("error-summary conflict") => 409,
        () if says(&AppError::NotAllowed) => 403,
        () if says(&AppError::NotFound) => 404,
        () => {
            assert!(html.contains("error-summary"), "{path} says nothing: {html}");
            422
        }
    }
}

#[tokio::test]
async fn each_function_does_its_work_for_exactly_those_who_may_have_it_done() {
    let world = World::open().await;
    let mut differences = Differences::default();
    for (path, fields, expected) in FUNCTIONS {
        let mut outcomes = Vec::new();
        for (letter, browser) in &world.people {
            let call = browser.server().post(path).content_type("application/x-www-form-urlencoded");
            let response = call.bytes(world.fill(fields).into()).await;
            let failed = response.maybe_header("serverfnerror").is_some() || !response.status_code().is_success();
            let is_redirect = response.status_code().is_redirection();
            let status = match failed && !is_redirect {
                true => AppError::de(response.as_bytes().clone()).status(),
                false => 200,
            };
            outcomes.push((*letter, status));
        }
        differences.note(path, expected, &told(&outcomes));
    }
    differences.assert_none();
}
