//! A page costs as many statements for fifty measures as for five.

use crate::support::{Bench, Db, measure};
use app::{
    api::{
        admin::{mail::MailFilter, organisations::OrganisationFilter, people::PersonFilter},
        plans::PlanFilter,
    },
    backend::{Caller, Costs, Evidence, Mail, Measures, Organisations, People, PeopleImports, Plans, Work},
};
use domain::{costs::TypedCost, evidence::TypedEvidence, people::Role};
use rstest::rstest;
use server::services::Services;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// The pages of an instance with one plan of so many measures, and how many statements each of them takes.
async fn statements(db: Db, measures: usize) -> Option<[usize; 6]> {
    let bench = Bench::open(db).await?;
    let sp = bench.organisation("SP").await;
    let person = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let plan = bench.approved_plan(&person, (0..measures).map(|_| measure("Une mesure", "SP", "2018-01")).collect()).await;
    let first = bench.measures(plan).await[0].figures.id;
    let (services, count) = watched(bench.services);
    let taken = || count.swap(0, Ordering::Relaxed);
    let page = Plans::show(&services, &person, plan, &PlanFilter::default()).await.expect("a page");
    assert_eq!(page.matching as usize, measures);
    let plan_page = taken();
    Measures::show(&services, &person, first, 1).await.expect("a page");
    let measure_page = taken();
    Plans::list(&services, &person, 1).await.expect("a list");
    let list = taken();
    for version in 0..measures {
        // As much evidence and as many costs as there are measures.
        let version = i32::try_from(version).expect("a few");
        services.add_link(&person, first, version, &link()).await.expect("evidence");
        Costs::add(&services, &person, plan, &cost(sp)).await.expect("a line");
    }
    taken();
    assert_eq!(Evidence::page(&services, &person, first).await.expect("a page").pieces.len(), measures);
    let evidence = taken();
    assert_eq!(Costs::show(&services, &person, plan).await.expect("a page").tables.lines.len(), measures);
    let costs = taken();
    Some([plan_page, measure_page, list, evidence, costs, work(&services, &person, taken).await])
}

fn link() -> TypedEvidence {
    let url = "https://canada.ca".into();
    TypedEvidence {
        title: "Lien".into(),
        text_lang: "fr".into(),
        marking: "unclassified".into(),
        url,
        ..TypedEvidence::default()
    }
}

fn cost(organisation: i64) -> TypedCost {
    TypedCost {
        activity_fr: "Formation".into(),
        kind: "actual".into(),
        year: "2018-19".into(),
        source: "new".into(),
        certainty: "not_tracked".into(),
        organisations: vec![organisation.to_string()],
        ..TypedCost::default()
    }
}

async fn work(services: &Services, person: &Caller, taken: impl Fn() -> usize) -> usize {
    let work = Work::show(services, person, 1).await.expect("a page");
    assert!(!work.items.is_empty());
    taken()
}

pub fn watched(mut services: Services) -> (Services, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = count.clone();
    services.store.watch(move |_| {
        seen.fetch_add(1, Ordering::Relaxed);
    });
    (services, count)
}

/// The same of the pages of administration, on an instance with so many people, organisations and mails.
async fn administration(db: Db, rows: usize) -> Option<[usize; 4]> {
    let bench = Bench::open(db).await?;
    let ada = bench.person("Ada", None, Role::Administrator).await;
    for number in 0..rows {
        let organisation = bench.organisation(&format!("O{number}")).await;
        bench.person(&format!("P{number}"), Some(organisation), Role::Lead).await;
    }
    let table: String = (0..rows).map(|n| format!("\nM{n},m{n}@sp.ca,fr,lead")).collect();
    let import = PeopleImports::start(&bench.services, &ada, &format!("name,email,language,role{table}")).await.expect("a table");
    let (services, count) = watched(bench.services);
    let taken = || count.swap(0, Ordering::Relaxed);
    People::list(&services, &ada, &PersonFilter::default(), 1).await.expect("a list");
    let people = taken();
    Organisations::list(&services, &ada, &OrganisationFilter::default(), 1).await.expect("a list");
    let organisations = taken();
    PeopleImports::preview(&services, &ada, import).await.expect("a preview");
    let preview = taken();
    PeopleImports::commit(&services, &ada, import, 0, true).await.expect("the people");
    taken();
    let mails = Mail::list(&services, &ada, &MailFilter::default(), 1).await.expect("a list");
    assert_eq!(mails.page.total as usize, rows);
    Some([people, organisations, preview, taken()])
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn no_page_of_administration_asks_once_per_row(#[case] db: Db) {
    let Some(few) = administration(db, 3).await else { return };
    let many = administration(db, 40).await.expect("the same kind of database");
    assert_eq!(few, many);
    assert!(few.iter().all(|n| (3..=20).contains(n)), "{few:?}");
}

#[rstest]
#[case::sqlite(Db::Sqlite)]
#[case::postgres(Db::Postgres)]
#[tokio::test]
async fn no_page_asks_once_per_row(#[case] db: Db) {
    let Some(few) = statements(db, 5).await else { return };
    let many = statements(db, 50).await.expect("the same kind of database");
    assert_eq!(few, many);
    assert!(few.iter().all(|n| (3..=32).contains(n)), "{few:?}");
}
