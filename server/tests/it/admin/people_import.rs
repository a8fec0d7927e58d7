//! Many people at once: every kind of row, and nothing written that was not looked at and right.

use super::{invalid, others, trail, with_ada};
use crate::{
    mail::seed::{counts, outbox},
    support::{Bench, Db, measure},
};
use app::{
    api::admin::{
        people::PersonFilter,
        people_import::{Column, ImportRow, RowFate, TABLE_LIMIT},
    },
    backend::{Caller, Organisations, People, PeopleImports},
    error::AppError,
};
use domain::{people::Role, problem::ProblemCode};
use rstest::rstest;

const HEADER: &str = "name;e-mail;language;organisation;role;plan\n";

async fn rows(bench: &Bench, ada: &Caller, text: &str) -> (i64, Vec<ImportRow>) {
    let id = PeopleImports::start(&bench.services, ada, text).await.expect("a table");
    (id, PeopleImports::preview(&bench.services, ada, id).await.expect("a preview").rows.expect("rows"))
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn each_row_says_what_will_happen_and_nothing_does_before_it_is_confirmed(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    bench.organisation("SP").await;
    let old = bench.organisation("OLD").await;
    Organisations::archive(s, &ada, old, 0, "Gone").await.expect("the archiving");
    let before = trail(&bench).await.len();
    let text = format!(
        "{HEADER}Marie Roy;Marie@SP.ca;français;sp;Responsable;\n\
         Ada;ADA@example.gc.ca;en;;administrator;\n\
         ;not-an-address;de;OLD;king;99\n\
         Twin;marie@sp.ca;fr;SP;lead;\n\
         Long;long@sp.ca;fr;SP;lead;;more\n"
    );
    let (id, rows) = rows(&bench, &ada, &text).await;
    let fates: Vec<_> = rows.iter().map(|row| (row.line, row.fate)).collect();
    let (new, there, wrong) = (RowFate::New, RowFate::AlreadyThere, RowFate::Wrong);
    assert_eq!(fates, [(2, new), (3, there), (4, wrong), (5, wrong), (6, wrong)]);
    let expected = [
        (Some(Column::Email), ProblemCode::NotAnEmail),
        (Some(Column::Name), ProblemCode::Required),
        (Some(Column::Lang), ProblemCode::NoSuchLanguage),
        (Some(Column::Organisation), ProblemCode::NoSuchOrganisation),
        (Some(Column::Role), ProblemCode::NoSuchRole),
        (Some(Column::Plan), ProblemCode::NoSuchPlan),
    ];
    assert_eq!(rows[2].problems, expected);
    assert_eq!(rows[3].problems, [(Some(Column::Name), ProblemCode::UnlikeEarlier)]);
    assert_eq!(rows[4].problems, [(None, ProblemCode::TooManyCells)]);
    assert_eq!(PeopleImports::commit(s, &ada, id, 0, true).await, invalid("table", ProblemCode::RowsWrong));
    assert_eq!((trail(&bench).await.len(), counts(s).await.0), (before + 1, 0), "nothing but the preview was written");
    assert_eq!(PeopleImports::preview(s, &ada, id).await.expect("a preview").text, text.trim(), "what was pasted is kept");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_table_that_is_right_is_added_once_with_roles_invitations_and_a_trail(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    bench.organisation("SP").await;
    let plan = bench.draft_plan(vec![measure("Une mesure", "SP", "2018-04")]).await;
    let before = trail(&bench).await.len();
    let text = format!(
        "{HEADER}Marie;marie@sp.ca;fr;SP;lead;{plan}\nPaul;paul@sp.ca;en;;reader;\nAda;ada@example.gc.ca;en;;administrator;"
    );
    let (id, _) = rows(&bench, &ada, &text).await;
    assert_eq!(PeopleImports::commit(s, &ada, id, 1, true).await, Err(AppError::Conflict));
    assert_eq!(PeopleImports::commit(s, &ada, id, 0, true).await, Ok(2));
    assert_eq!(PeopleImports::commit(s, &ada, id, 1, true).await, Err(AppError::Conflict), "nobody is added twice");
    assert_eq!(PeopleImports::correct(s, &ada, id, 1, &text).await, Err(AppError::Conflict));
    assert!(PeopleImports::preview(s, &ada, id).await.expect("a preview").is_done);

    let list = People::list(s, &ada, &PersonFilter::default(), 1).await.expect("a list");
    let marie = list.rows.iter().find(|row| row.name == "Marie").expect("Marie");
    assert_eq!(marie.organisation.as_ref().map(|organisation| organisation.code.as_str()), Some("SP"));
    let held: Vec<_> = marie.roles.iter().map(|held| (held.role, held.plan.as_ref().map(|plan| plan.id))).collect();
    assert_eq!(held, [(Role::Lead, Some(plan))]);
    let subjects: Vec<String> = outbox(s).await.into_iter().map(|mail| mail.subject).collect();
    assert_eq!(subjects, ["Ada vous invite dans Suivi", "Ada invites you to Suivi"], "each in their own language");
    let told: Vec<String> = trail(&bench).await.into_iter().skip(before).map(|(action, _)| action).collect();
    let added = ["person_added", "person_added", "person_invited", "person_invited", "people_import_committed"];
    assert_eq!(told, [&["people_import_started"], added.as_slice()].concat());
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn rows_of_one_address_are_one_person_with_several_roles(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    bench.organisation("SP").await;
    let one = bench.draft_plan(vec![measure("Une mesure", "SP", "2018-04")]).await;
    let two = bench.draft_plan(vec![measure("Une autre", "SP", "2018-04")]).await;
    let before = trail(&bench).await.len();
    let text = format!(
        "{HEADER}Marie;marie@sp.ca;fr;SP;lead;{one}\nMarie;MARIE@sp.ca;fr;;lead;{two}\nMarie;marie@sp.ca;fr;SP;reader;\n"
    );
    let (id, found) = rows(&bench, &ada, &text).await;
    let fates: Vec<_> = found.iter().map(|row| row.fate).collect();
    assert_eq!(fates, [RowFate::New, RowFate::GetsRole, RowFate::GetsRole]);
    assert_eq!(PeopleImports::commit(s, &ada, id, 0, true).await, Ok(1));
    let list = People::list(s, &ada, &PersonFilter::default(), 1).await.expect("a list");
    let marie = list.rows.iter().find(|row| row.name == "Marie").expect("Marie");
    let held: Vec<_> = marie.roles.iter().map(|held| (held.role, held.plan.as_ref().map(|plan| plan.id))).collect();
    assert_eq!(held, [(Role::Lead, Some(one)), (Role::Lead, Some(two)), (Role::Reader, None)]);
    let told: Vec<String> = trail(&bench).await.into_iter().skip(before + 1).map(|(action, _)| action).collect();
    let expected = ["person_added", "person_role_given", "person_role_given", "person_invited", "people_import_committed"];
    assert_eq!(told, expected, "one invitation, and each role on record");

    let again = format!("{HEADER}Paul;paul@sp.ca;fr;SP;lead;\nPaul;paul@sp.ca;fr;SP;lead;\nPaule;paul@sp.ca;en;;reader;\n");
    let (_, found) = rows(&bench, &ada, &again).await;
    assert_eq!(found[1].problems, [(Some(Column::Email), ProblemCode::Repeated)]);
    let unlike = [(Some(Column::Name), ProblemCode::UnlikeEarlier), (Some(Column::Lang), ProblemCode::UnlikeEarlier)];
    assert_eq!(found[2].problems, unlike);
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn who_is_there_gets_the_role_that_is_missing_and_who_is_archived_gets_nothing(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let s = &bench.services;
    bench.organisation("SP").await;
    let plan = bench.draft_plan(vec![measure("Une mesure", "SP", "2018-04")]).await;
    let luc = bench.person("Luc", None, Role::Lead).await.actor.person;
    let gone = bench.person("Gone", None, Role::Reader).await.actor.person;
    People::archive(s, &ada, gone, 0, "Left").await.expect("the archiving");
    let text = format!(
        "{HEADER}Lucas;luc@example.gc.ca;en;;lead;\nLuc;luc@example.gc.ca;fr;;coordinator;{plan}\n\
         Gone;gone@example.gc.ca;fr;;coordinator;\n"
    );
    let (id, found) = rows(&bench, &ada, &text).await;
    let fates: Vec<_> = found.iter().map(|row| (row.fate, row.person.as_deref())).collect();
    let expected = [(RowFate::AlreadyThere, Some("Luc")), (RowFate::GetsRole, Some("Luc")), (RowFate::Archived, Some("Gone"))];
    assert_eq!(fates, expected);
    let lock = People::show(s, &ada, luc).await.expect("Luc").lock_version;
    assert_eq!(PeopleImports::commit(s, &ada, id, 0, true).await, Ok(0), "nobody is added");
    let given = trail(&bench).await.into_iter().rev().nth(1).expect("an entry");
    let said = format!(r#"[["role",null,"coordinator"],["plan",null,"Le plan"],["role_plan_id",null,"{plan}"]]"#);
    assert_eq!(given, ("person_role_given".into(), said));
    let page = People::show(s, &ada, luc).await.expect("Luc");
    assert_eq!((page.row.name.as_str(), page.row.roles.len(), page.lock_version), ("Luc", 2, lock + 1));
    assert_eq!(People::show(s, &ada, gone).await.expect("Gone").row.roles.len(), 1);
    assert_eq!(counts(s).await.0, 0, "nobody is invited again");

    let (id, found) = rows(&bench, &ada, &text).await;
    assert!(found.iter().all(|row| row.fate != RowFate::GetsRole), "it is not given twice");
    assert_eq!(PeopleImports::commit(s, &ada, id, 0, true).await, invalid("table", ProblemCode::RowsWrong));
}

#[tokio::test]
async fn a_table_makes_nobody_the_administrator_of_one_plan() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let plan = bench.draft_plan(vec![measure("Une mesure", "SP", "2018-04")]).await;
    let table = format!("{HEADER}Marie;marie@sp.ca;fr;;administrator;{plan}\nPaul;paul@sp.ca;fr;;administrator;");
    let (_, rows) = rows(&bench, &ada, &table).await;
    assert_eq!(rows[0].problems, [(Some(Column::Plan), ProblemCode::WholeInstance)]);
    assert_eq!(rows[1].problems, []);
}

#[tokio::test]
async fn what_the_preview_said_is_checked_again_when_it_is_confirmed() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let s = &bench.services;
    let sp = bench.organisation("SP").await;
    let (id, rows) = rows(&bench, &ada, &format!("{HEADER}Marie;marie@sp.ca;fr;SP;lead;")).await;
    assert_eq!(rows[0].fate, RowFate::New);
    Organisations::archive(s, &ada, sp, 0, "Gone").await.expect("the archiving");
    assert_eq!(PeopleImports::commit(s, &ada, id, 0, false).await, invalid("table", ProblemCode::RowsWrong));
    PeopleImports::correct(s, &ada, id, 0, &format!("{HEADER}Marie;marie@sp.ca;fr;;lead;")).await.expect("the correction");
    assert_eq!(PeopleImports::commit(s, &ada, id, 1, false).await, Ok(1));
    assert_eq!(counts(s).await.0, 0, "nobody was invited");
}

#[rstest]
#[case("=HYPERLINK(\"http://evil.example\");a@b.ca;fr;;lead;")]
#[case("<script>alert(1)</script>;a@b.ca;fr;;lead;")]
#[case("Robert'); drop table person;--;a@b.ca;fr;;lead")]
#[case("\"unclosed;a@b.ca;fr;;lead;\nand on;x")]
#[case("Nul\u{0}led;a@b.ca;fr;;lead;")]
#[case("\u{202e}eiraM;a@b.ca;fr;;lead;")]
#[tokio::test]
async fn hostile_cells_are_text_like_any_other_or_a_problem(#[case] row: &str) {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let (id, rows) = rows(&bench, &ada, &format!("{HEADER}{row}")).await;
    let added = PeopleImports::commit(&bench.services, &ada, id, 0, true).await;
    match rows[0].fate {
        RowFate::New => assert_eq!(added, Ok(1)),
        _ => assert_eq!(added, invalid("table", ProblemCode::RowsWrong)),
    }
    let list = People::list(&bench.services, &ada, &PersonFilter::default(), 1).await.expect("a list");
    assert!(list.rows.iter().all(|row| !row.name.contains(['\0', '\n'])), "{list:?}");
}

#[tokio::test]
async fn what_is_no_table_or_too_much_is_refused_in_words() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let start = async |text: &str| PeopleImports::start(&bench.services, &ada, text).await;
    assert_eq!(start(" ").await, invalid("table", ProblemCode::Required));
    assert_eq!(start("Dear all").await, invalid("table", ProblemCode::ColumnsMissing));
    assert_eq!(start(&"x".repeat(TABLE_LIMIT + 1)).await, Err(AppError::TooLarge(TABLE_LIMIT as u64)));
    let many = format!("{HEADER}{}", "a;b@c.ca;fr;;lead;\n".repeat(2_001));
    assert_eq!(start(&many).await, invalid("table", ProblemCode::TooManyRows));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn two_thousand_people_come_in_as_many_statements_as_a_few_hundred_at_a_time_take(#[case] db: Db) {
    let Some((bench, ada)) = with_ada(db).await else { return };
    let many: String = (0..2_000).map(|n| format!("Person {n};p{n}@sp.ca;fr;;lead;\n")).collect();
    let (id, rows) = rows(&bench, &ada, &format!("{HEADER}{many}")).await;
    assert!(rows.iter().all(|row| row.fate == RowFate::New));
    let (services, count) = crate::queries::watched(bench.services.clone());
    assert_eq!(PeopleImports::commit(&services, &ada, id, 0, true).await, Ok(2_000));
    let taken = count.load(std::sync::atomic::Ordering::Relaxed);
    assert!(taken < 60, "{taken}");
    assert_eq!(counts(&bench.services).await.0, 2_000);
}

#[tokio::test]
async fn a_table_is_seen_by_whoever_started_it_only() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let s = &bench.services;
    let (id, _) = rows(&bench, &ada, &format!("{HEADER}Marie;marie@sp.ca;fr;;lead;")).await;
    let bob = bench.person("Bob", None, Role::Administrator).await;
    assert_eq!(PeopleImports::preview(s, &bob, id).await, Err(AppError::NotFound));
    assert_eq!(PeopleImports::commit(s, &bob, id, 0, true).await, Err(AppError::NotFound));
    for other in &others(&bench).await {
        assert_eq!(PeopleImports::may_start(s, other).await, Err(AppError::NotFound));
        assert_eq!(PeopleImports::start(s, other, HEADER).await, Err(AppError::NotFound));
        assert_eq!(PeopleImports::preview(s, other, id).await, Err(AppError::NotFound));
        assert_eq!(PeopleImports::correct(s, other, id, 0, HEADER).await, Err(AppError::NotFound));
        assert_eq!(PeopleImports::commit(s, other, id, 0, true).await, Err(AppError::NotFound));
    }
}
