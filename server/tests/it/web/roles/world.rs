//! An instance with something of everything, and somebody of each role signed in.

use crate::support::{Bench, Browser, Db, measure, visitor};
use app::backend::{Accounts, Caller, Costs, Evidence, Imports, PeopleImports};
use domain::{
    costs::TypedCost,
    evidence::TypedEvidence,
    people::{Grant, Role},
    text::Coded,
};
use server::files::CheckedFile;

/// The letters of the people: six roles on the whole instance, and `X`, who has all of them on another plan.
const LETTERS: [(char, Role); 6] = [
    ('A', Role::Administrator),
    ('C', Role::Coordinator),
    ('L', Role::Lead),
    ('M', Role::Member),
    ('E', Role::Executive),
    ('R', Role::Reader),
];

/// The instance.
pub struct World {
    /// Everybody who asks.
    pub people: Vec<(char, Browser)>,
    /// What the names in braces stand for.
    names: Vec<(&'static str, String)>,
}

/// An internal file of evidence and a line of costs.
async fn proofs(bench: &Bench, by: &Caller, (plan, measure, organisation): (i64, i64, i64)) -> (i64, i64) {
    let services = &bench.services;
    let about = TypedEvidence {
        title: "Note".into(),
        text_lang: "fr".into(),
        marking: "unclassified".into(),
        ..TypedEvidence::default()
    };
    services.add_file(by, measure, 0, &about, CheckedFile::whole("note.txt", b"x")).await.expect("evidence");
    let line = TypedCost {
        activity_fr: "Formation".into(),
        kind: "actual".into(),
        year: "2018-19".into(),
        source: "new".into(),
        certainty: "not_tracked".into(),
        organisations: vec![organisation.to_string()],
        ..TypedCost::default()
    };
    Costs::add(services, by, plan, &line).await.expect("a line");
    let evidence = Evidence::page(services, by, measure).await.expect("the page").pieces[0].id;
    (evidence, Costs::show(services, by, plan).await.expect("the page").tables.lines[0].id)
}

impl World {
    pub async fn open() -> Self {
        let bench = Bench::open(Db::Sqlite).await.expect("SQLite");
        let organisation = bench.organisation("SP").await;
        let target = bench.person("Target", None, Role::Reader).await;
        let coordinator = bench.person("Before", None, Role::Coordinator).await;
        let plan = bench.approved_plan(&coordinator, vec![measure("Tenir une réunion", "SP", "2018-04")]).await;
        let draft = bench.draft_plan(vec![measure("Autre chose", "SP", "2018-05")]).await;
        let elsewhere = bench.approved_plan(&coordinator, vec![measure("Ailleurs", "SP", "2018-06")]).await;
        let measure = bench.measures(plan).await[0].figures.id;
        bench
            .services
            .request_link(&visitor(None), &"target@example.gc.ca".parse().expect("an address"), "/")
            .await
            .expect("a mail");

        let mut callers = Vec::new();
        for (letter, role) in LETTERS {
            callers.push((letter, bench.person(&format!("Person{letter}"), Some(organisation), role).await));
        }
        let all: Vec<Grant> = Role::ALL.iter().map(|role| Grant { role: *role, plan: Some(elsewhere) }).collect();
        callers.push(('X', bench.person_with("PersonX", Some(organisation), &all).await));
        let administrator = &callers[0].1;
        let table = "| Mesure | Responsable | Échéance |\n|---|---|---|\n| Tenir une réunion | SP | avril 2018 |\n";
        let import = Imports::start(&bench.services, administrator, table.as_bytes(), None).await.expect("a preview");
        let table = "name;e-mail;language;organisation;role;plan\nJo Roy;jo@example.gc.ca;fr;SP;lead;\n";
        let people_import = PeopleImports::start(&bench.services, administrator, table).await.expect("a preview");
        let (evidence, cost) = proofs(&bench, &coordinator, (plan, measure, organisation)).await;
        let mut people = Vec::new();
        for (letter, caller) in &callers {
            people.push((*letter, Browser::signed_in(&bench, caller).await));
        }
        let names = vec![
            ("{plan}", plan.to_string()),
            ("{draft}", draft.to_string()),
            ("{measure}", measure.to_string()),
            ("{organisation}", organisation.to_string()),
            ("{person}", target.actor.person.to_string()),
            ("{evidence}", evidence.to_string()),
            ("{cost}", cost.to_string()),
            ("{import}", import.to_string()),
            ("{people-import}", people_import.to_string()),
        ];
        Self { people, names }
    }

    /// A path or a form with its names replaced by numbers.
    pub fn fill(&self, text: &str) -> String {
        self.names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}
