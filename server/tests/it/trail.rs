//! What audit rows say, whose histories one reads, and what people take along of their own.

use crate::support::{Bench, Browser, Db, location, measure, visitor};
use app::{
    backend::{Accounts, Caller, Evidence, PeopleImports, Progress, Trail},
    error::AppError,
};
use domain::{
    evidence::TypedEvidence,
    people::Role,
    progress::TypedProgress,
    text::{Coded, Lang},
    trail::{AuditAction, RecordKind},
};
use rstest::rstest;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use server::{
    files::CheckedFile,
    services::accounts::NewAccount,
    store::{
        StoreError,
        audit::{self, Noted},
        entities, plans,
    },
};

/// What the last row of an action says, as it is stored.
async fn last(bench: &Bench, action: AuditAction) -> (Option<i64>, String) {
    use entities::audit::{Column, Entity};
    let rows = Entity::find().filter(Column::Action.eq(action.code())).order_by_desc(Column::Id);
    let row = bench.write(async |tx| Ok(rows.one(tx).await?)).await.unwrap_or_else(|| panic!("no row of {action}"));
    (row.person_id, row.changes)
}

async fn says(bench: &Bench, action: AuditAction, all: &[&str]) {
    let (_, changes) = last(bench, action).await;
    for words in all {
        assert!(changes.contains(words), "{words} is not in {changes}");
    }
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_words_of_a_report_and_what_a_piece_of_evidence_is_are_in_their_rows(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let sp = bench.organisation("SP").await;
    let claire = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let mut draft = crate::support::draft(vec![measure("Revoir le mandat", "SP", "avril 2018")]);
    draft.recommendations[0].addressee = Some("Le sous-ministre".into());
    let author = server::services::Author::program("test", bench.services.clock.now());
    let plan = bench.services.commit_draft(&author, "Le plan", &draft).await.expect("a plan");
    says(&bench, AuditAction::RecommendationImported, &[r#"["addressee",null,"Le sous-ministre"]"#]).await;
    app::backend::Plans::approve(&bench.services, &claire, plan, 0).await.expect("the approval");
    let measure = bench.measures(plan).await.remove(0);
    let typed = TypedProgress {
        status: "in_progress".into(),
        done: "Trois rencontres".into(),
        obstacles: "Le budget".into(),
        next_step: "Un avis".into(),
        text_lang: "fr".into(),
        ..TypedProgress::default()
    };
    bench.services.record(&claire, measure.figures.id, measure.lock_version, &typed).await.expect("an update");
    let said = [r#"["done",null,"Trois rencontres"]"#, r#"["obstacles",null,"Le budget"]"#, r#"["next_step",null,"Un avis"]"#];
    says(&bench, AuditAction::ProgressReported, &said).await;

    let mut about = TypedEvidence {
        title: "Le mandat".into(),
        text_lang: "fr".into(),
        marking: "unclassified".into(),
        public: "yes".into(),
        deliverable: measure.deliverables[0].id.to_string(),
        ..TypedEvidence::default()
    };
    let add = async |about: &TypedEvidence| {
        let version = bench.measures(plan).await[0].lock_version;
        let file = CheckedFile::whole("mandat.txt", b"x");
        bench.services.add_file(&claire, measure.figures.id, version, about, file).await.expect("evidence");
        Evidence::page(&bench.services, &claire, measure.figures.id).await.expect("the page").pieces[0].id
    };
    let first = add(&about).await;
    let said = [r#"["is_public",null,"on"]"#, r#"["deliverable",null,"Rapport sur : Revoir le mandat"]"#];
    says(&bench, AuditAction::EvidenceAdded, &said).await;
    about.replaces = first.to_string();
    add(&about).await;
    says(&bench, AuditAction::EvidenceReplaced, &[r#"["replaces",null,"Le mandat (1)"]"#]).await;
    let lock = bench.write(async |tx| server::store::evidence::find(tx, first).await).await.expect("the first").lock_version;
    assert_eq!(lock, 1, "who has the replaced version open is told");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn links_sign_outs_exports_and_what_commands_add_leave_their_rows(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let new = NewAccount {
        name: "Ada".into(),
        email: "ada@example.gc.ca".parse().expect("an address"),
        lang: Lang::Fr,
        roles: vec![Role::Administrator],
        organisation: Some("GRC".into()),
    };
    let ada = bench.services.add_account(new).await.expect("an account");
    says(&bench, AuditAction::OrganisationAdded, &[r#"["code",null,"GRC"]"#]).await;
    let said =
        [r#"["name",null,"Ada"]"#, "ada@example.gc.ca", r#"["organisation",null,"GRC"]"#, r#"["role",null,"administrator"]"#];
    says(&bench, AuditAction::PersonAdded, &said).await;
    bench.services.first_link(ada).await.expect("a link");
    assert_eq!(last(&bench, AuditAction::LinkIssued).await, (None, r#"[["purpose",null,"invitation"]]"#.into()));
    let address = "ada@example.gc.ca".parse().expect("an address");
    // What strangers ask for is none of ours: it would fill the log, and tell by its time who is known here.
    bench.services.request_link(&visitor(None), &address, "/").await.expect("a mail");
    bench.services.request_reset(&visitor(None), &address).await.expect("a mail");
    assert_eq!(last(&bench, AuditAction::LinkIssued).await, (None, r#"[["purpose",null,"invitation"]]"#.into()));

    let caller = Caller {
        actor: bench
            .write(async |tx| server::store::people::actor(tx, ada, crate::support::day(crate::support::TODAY)).await)
            .await
            .expect("Ada"),
        lang: Lang::Fr,
        request_id: "r".into(),
    };
    let table = "name;e-mail;language;organisation;role;plan\nJo Roy;jo@example.gc.ca;fr;GRC;lead;\n";
    let import = PeopleImports::start(&bench.services, &caller, table).await.expect("a preview");
    PeopleImports::correct(&bench.services, &caller, import, 0, &table.replace("Jo Roy", "Joe Roy")).await.expect("a table");
    says(&bench, AuditAction::PeopleImportCorrected, &["Jo Roy", "Joe Roy"]).await;
    let history = Trail::history(&bench.services, &caller, RecordKind::PeopleImport, import, 1).await.expect("a history");
    assert_eq!(history.entries.len(), 2);

    let browser = Browser::signed_in(&bench, &caller).await;
    browser.open("/admin/log/export?format=csv&record=person").await;
    let said = [r#"["export_format",null,"csv"]"#, r#"["export_filter",null,"record=person"]"#];
    says(&bench, AuditAction::LogExported, &said).await;
    assert_eq!(location(&browser.send("/do/sign-out", "/plans", &[]).await), "/sign-in");
    assert_eq!(last(&bench, AuditAction::SignedOut).await, (Some(ada), "[]".into()));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn the_history_of_a_part_is_read_by_those_who_may_see_it(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let sp = bench.organisation("SP").await;
    let claire = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let rita = bench.person("Rita", Some(sp), Role::Reader).await;
    let nobody = bench.person_with("Nobody", Some(sp), &[]).await;
    let plan = bench.approved_plan(&claire, vec![measure("Revoir le mandat", "SP", "avril 2018")]).await;
    let recommendation = bench.write(async |tx| plans::recommendations(tx, plan).await).await.0[0].recommendation.id;
    let read =
        async |who: &Caller, kind, id| Trail::history(&bench.services, who, kind, id, 1).await.map(|found| found.entries.len());
    assert_eq!(read(&claire, RecordKind::Recommendation, recommendation).await, Ok(1));
    assert_eq!(read(&nobody, RecordKind::Recommendation, recommendation).await, Err(AppError::NotFound));
    assert_eq!(read(&claire, RecordKind::Recommendation, 999).await, Err(AppError::NotFound));
    assert_eq!(read(&claire, RecordKind::Setting, 0).await, Err(AppError::NotFound));
    assert_eq!(read(&claire, RecordKind::Outbox, 1).await, Ok(0));
    assert_eq!(read(&rita, RecordKind::Outbox, 1).await, Err(AppError::NotFound));

    let id = bench.measures(plan).await[0].figures.id;
    for (public, expected) in [("", Err(AppError::NotFound)), ("yes", Ok(1))] {
        let about = TypedEvidence {
            title: "Le mandat".into(),
            text_lang: "fr".into(),
            marking: "unclassified".into(),
            public: public.into(),
            ..TypedEvidence::default()
        };
        let version = bench.measures(plan).await[0].lock_version;
        let file = CheckedFile::whole("mandat.txt", b"x");
        bench.services.add_file(&claire, id, version, &about, file).await.expect("evidence");
        let piece = Evidence::page(&bench.services, &claire, id).await.expect("the page").pieces[0].id;
        assert_eq!(read(&claire, RecordKind::Evidence, piece).await, Ok(1));
        assert_eq!(read(&rita, RecordKind::Evidence, piece).await, expected);
    }
    let all = async |who: &Caller| Trail::evidence_history(&bench.services, who, id, 1).await.map(|found| found.entries.len());
    assert_eq!((all(&claire).await, all(&rita).await), (Ok(2), Ok(1)));
    assert_eq!(all(&nobody).await, Err(AppError::NotFound));
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn people_take_along_what_they_own_asked_and_decided_but_no_secrets(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let sp = bench.organisation("SP").await;
    let claire = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let absent = bench.person("Absent", Some(sp), Role::Lead).await;
    let claire = bench.stand_in(&claire, &absent).await;
    bench.with_password(&claire).await;
    let plan = bench.approved_plan(&claire, vec![measure("Revoir le mandat", "SP", "avril 2018")]).await;
    let id = bench.measures(plan).await[0].figures.id;
    bench
        .write(async |tx| {
            let own = format!("update measure set owner_id = {} where id = {id}", claire.actor.person);
            tx.execute_unprepared(&own).await.expect("an owner");
            Ok(())
        })
        .await;
    let about = TypedEvidence {
        title: "Le mandat".into(),
        text_lang: "fr".into(),
        marking: "unclassified".into(),
        ..TypedEvidence::default()
    };
    let version = bench.measures(plan).await[0].lock_version;
    bench.services.add_file(&claire, id, version, &about, CheckedFile::whole("m.txt", b"x")).await.expect("evidence");
    let data = bench.services.own_data(&claire).await.expect("the data");
    let data = serde_json::to_value(data).expect("a value");
    assert_eq!(data["deputy_of"][0]["name"], "Absent");
    assert_eq!(data["measures_owned"][0]["id"], id);
    assert_eq!(data["plans_approved"][0]["id"], plan);
    assert!(data["password"][0]["set_at"].is_string() && data["password"][0].as_object().expect("a row").len() == 1, "{data}");
    for name in ["contacts_asked", "answers_decided", "plans_imported", "people_imported", "plans_closed", "second_factor"] {
        assert!(data[name].is_array(), "{name}");
    }
    let piece = data["evidence_added"][0].as_object().expect("a piece");
    assert!(piece.contains_key("sha256") && !piece.contains_key("storage_key"), "{piece:?}");
    assert!(!data.to_string().contains("token_hash") && !data.to_string().contains("$argon2"), "{data}");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn a_log_cut_off_and_sealed_anew_does_not_hold_what_was_noted_elsewhere(#[case] db: Db) {
    let Some(bench) = Bench::open(db).await else { return };
    let claire = bench.person("Claire", None, Role::Coordinator).await;
    bench.approved_plan(&claire, vec![measure("Revoir le mandat", "SP", "avril 2018")]).await;
    let inspect = async |noted: Option<&Noted>| {
        let found: Result<_, StoreError> = bench.services.store.read(async |tx| audit::inspect(tx, noted).await).await;
        found.expect("the check")
    };
    let (number, hash) = inspect(None).await.last.expect("rows");
    let noted: Noted = format!("{number}:{}", hash.to_uppercase()).parse().expect("a row");
    assert!(inspect(Some(&noted)).await.holds());
    bench
        .write(async |tx| {
            for statement in [
                format!("delete from audit where id = {number}"),
                "update audit_head set hash = (select hash from audit order by id desc limit 1)".to_owned(),
            ] {
                tx.execute_unprepared(&statement).await.expect("the tampering");
            }
            Ok(())
        })
        .await;
    assert!(inspect(None).await.holds(), "by itself, the chain holds");
    let found = inspect(Some(&noted)).await;
    assert!(!found.holds());
    let words = server::services::audit_text(Lang::En, &found);
    assert!(words.contains(&format!("Row {number} is not there any more")), "{words}");
    for odd in ["", "7", "7:abc", ":", "x:0000"] {
        assert!(odd.parse::<Noted>().is_err(), "{odd}");
    }
}
