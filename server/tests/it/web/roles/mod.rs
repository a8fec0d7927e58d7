//! Who may open and do what, over HTTP: a row for every page and every server function, a letter for everybody who
//! asks. A new page or function without a row fails here, and so does a row that says something else than the program.

mod table;
mod world;

use super::routes;
use app::error::AppError;
use leptos::prelude::FromServerFnError;
use std::{collections::BTreeSet, fmt::Write};
use table::{FILES, FUNCTIONS, PAGES};
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
    let rows = PAGES.iter().map(|(path, _)| *path).chain(table::PAGES_NOT_YET.iter().copied());
    routes::assert_every_page_is_in(&rows.collect::<Vec<_>>());
}

#[test]
fn every_server_function_has_a_row() {
    let rows = FUNCTIONS.iter().map(|(path, ..)| (*path).to_owned()).chain(table::FOR_STRANGERS.iter().map(|p| (*p).to_owned()));
    let rows = rows.chain(table::FUNCTIONS_NOT_YET.iter().map(|path| (*path).to_owned()));
    let known: BTreeSet<String> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(known, rows.collect());
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
