//! Organisations: unique codes, archiving that hides from choices and from nothing else.

use super::{invalid, last, others, with_ada};
use crate::support::{Db, measure};
use app::{
    api::{
        admin::organisations::{OrganisationFilter, TypedOrganisation},
        plans::PlanFilter,
    },
    backend::{Caller, Imports, Measures, Organisations, People, Plans},
    error::AppError,
};
use domain::{people::Role, problem::ProblemCode, text::Lang};
use rstest::rstest;

fn typed(code: &str, en: &str, fr: &str) -> TypedOrganisation {
    TypedOrganisation { code: code.into(), code_fr: String::new(), name_en: en.into(), name_fr: fr.into() }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_code_belongs_to_one_organisation_whatever_its_capitals(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let first = Organisations::add(s, &ada, &typed(" École ", "School", "École")).await.expect("an organisation");
    assert_eq!(last(&bench).await.0, "organisation_added");
    assert_eq!(
        Organisations::add(s, &ada, &typed("éCOLE", "x", "")).await,
        invalid("code", ProblemCode::AlreadyExists),
        "capitals with accents, too"
    );
    let second = Organisations::add(s, &ada, &typed("GRC", "RCMP", "")).await.expect("an organisation");
    assert_eq!(
        Organisations::edit(s, &ada, second, 0, &typed("école", "x", "")).await,
        invalid("code", ProblemCode::AlreadyExists)
    );
    Organisations::edit(s, &ada, first, 0, &typed("école", "School", "École")).await.expect("its own code in other capitals");
    let (action, changes) = last(&bench).await;
    assert_eq!((action.as_str(), changes.as_str()), ("organisation_changed", r#"[["code","École","école"]]"#));
    Organisations::archive(s, &ada, first, 1, "Moved").await.expect("the archiving");
    assert_eq!(Organisations::add(s, &ada, &typed("ÉCOLE", "x", "")).await, invalid("code", ProblemCode::AlreadyExists));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn an_organisation_has_another_code_in_french_which_is_its_own_too(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let both = |code: &str, code_fr: &str| TypedOrganisation { code_fr: code_fr.into(), ..typed(code, "A", "B") };
    let rcmp = Organisations::add(s, &ada, &both("RCMP", " GRC ")).await.expect("an organisation");
    let (_, changes) = last(&bench).await;
    assert!(changes.contains(r#"["code_fr",null,"GRC"]"#), "{changes}");
    for (code, code_fr, field) in [("grc", "", "code"), ("X", "grc", "code_fr"), ("X", "rcmp", "code_fr")] {
        assert_eq!(Organisations::add(s, &ada, &both(code, code_fr)).await, invalid(field, ProblemCode::AlreadyExists));
    }
    let same = Organisations::add(s, &ada, &both("IRCC", "ircc")).await.expect("the same in both languages");
    assert_eq!(Organisations::show(s, &ada, same).await.expect("it").row.code_fr, None);
    Organisations::edit(s, &ada, rcmp, 0, &both("GRC", "RCMP")).await.expect("its own codes, exchanged");

    let marie = bench.person("Marie", Some(rcmp), Role::Coordinator).await;
    let plan = bench.approved_plan(&marie, vec![measure("Une mesure", "RCMP", "2018-04")]).await;
    for (lang, code) in [(Lang::En, "GRC"), (Lang::Fr, "RCMP")] {
        let page = Plans::show(s, &Caller { lang, ..marie.clone() }, plan, &PlanFilter::default()).await.expect("the plan");
        assert_eq!(page.organisations[0].code, code, "{lang}");
    }
}

#[rstest]
#[case("", "A", "", "code", ProblemCode::Required)]
#[case("ABCDEFGHIJKLMNOPQRSTU", "A", "", "code", ProblemCode::TooLong)]
#[case("AB", "", " ", "name_en", ProblemCode::Required)]
#[tokio::test]
async fn what_makes_no_sense_is_refused_beside_its_field(
    #[case] code: &str,
    #[case] en: &str,
    #[case] fr: &str,
    #[case] field: &str,
    #[case] problem: ProblemCode,
) {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    assert_eq!(Organisations::add(&bench.services, &ada, &typed(code, en, fr)).await, invalid(field, problem));
    assert_eq!(super::trail(&bench).await, []);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn what_is_archived_is_offered_no_more_but_stays_on_its_records_and_can_come_back(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    let sp = bench.organisation("SP").await;
    let marie = bench.person("Marie", Some(sp), Role::Coordinator).await;
    let plan = bench.approved_plan(&marie, vec![measure("Une mesure", "SP", "2018-04")]).await;
    let row = &Organisations::list(s, &ada, &OrganisationFilter::default(), 1).await.expect("a list").rows[0];
    assert_eq!((row.people, row.leads), (1, 1));

    assert_eq!(Organisations::archive(s, &ada, sp, 0, "  ").await, invalid("reason", ProblemCode::ReasonRequired));
    Organisations::archive(s, &ada, sp, 0, "Merged with another one").await.expect("the archiving");
    assert_eq!(Organisations::archive(s, &ada, sp, 1, "Again").await, Err(AppError::Conflict));
    assert_eq!(Organisations::archive(s, &ada, sp, 0, "Late").await, Err(AppError::Conflict));
    assert!(People::choices(s, &ada).await.expect("choices").organisations.is_empty());
    let import = s.start(&marie, "| Action | Responsible | Due |\n|---|---|---|\n| A | SP | 2018 |".as_bytes(), None).await;
    let preview = s.preview(&marie, import.expect("an import")).await.expect("a preview");
    assert!(preview.organisations.is_empty() && preview.typed.measures[0].lead.is_empty());

    let first = bench.measures(plan).await[0].figures.id;
    let shown = Measures::show(s, &marie, first, 1).await.expect("a page");
    assert_eq!(shown.row.lead.map(|lead| lead.code).as_deref(), Some("SP"), "records keep what they say");
    assert_eq!(People::show(s, &ada, marie.actor.person).await.expect("a page").row.organisation.map(|o| o.id), Some(sp));
    let list = async |archived| {
        let filter = OrganisationFilter { archived, ..OrganisationFilter::default() };
        Organisations::list(s, &ada, &filter, 1).await.expect("a list").page.total
    };
    assert_eq!((list(false).await, list(true).await), (0, 1));

    assert_eq!(Organisations::restore(s, &ada, sp, 0, "Back").await, Err(AppError::Conflict));
    Organisations::restore(s, &ada, sp, 1, "Back").await.expect("the restoring");
    assert_eq!(People::choices(s, &ada).await.expect("choices").organisations.len(), 1);
    assert_eq!(last(&bench).await.0, "organisation_restored");
}

#[tokio::test]
async fn the_list_is_found_by_words_of_either_language_and_cut_in_pages() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let s = &bench.services;
    for number in 0..30 {
        Organisations::add(s, &ada, &typed(&format!("O{number:02}"), "Office", "Sécurité")).await.expect("an organisation");
    }
    let find = async |text: &str, page| {
        let filter = OrganisationFilter { text: text.into(), ..OrganisationFilter::default() };
        let list = Organisations::list(s, &ada, &filter, page).await.expect("a list");
        (list.page.total, list.rows.first().map(|row| row.code.clone()).unwrap_or_default())
    };
    assert_eq!(find("SECURITE office", 2).await, (30, "O25".to_owned()));
    assert_eq!(find("o07", 1).await, (1, "O07".to_owned()));
    assert_eq!(find("nowhere", 1).await, (0, String::new()));
}

#[tokio::test]
async fn nobody_else_learns_that_organisations_can_be_managed() {
    let (bench, _) = with_ada(Db::Sqlite).await.expect("SQLite");
    let (s, sp) = (&bench.services, bench.organisation("SP").await);
    for other in &others(&bench).await {
        let gone = AppError::NotFound;
        assert_eq!(Organisations::list(s, other, &OrganisationFilter::default(), 1).await, Err(gone.clone()));
        assert_eq!(Organisations::show(s, other, sp).await, Err(gone.clone()));
        assert_eq!(Organisations::add(s, other, &TypedOrganisation::default()).await, Err(gone.clone()));
        assert_eq!(Organisations::edit(s, other, sp, 0, &TypedOrganisation::default()).await, Err(gone.clone()));
        assert_eq!(Organisations::archive(s, other, sp, 0, "").await, Err(gone.clone()));
        assert_eq!(Organisations::restore(s, other, sp, 0, "Back").await, Err(gone));
    }
}
