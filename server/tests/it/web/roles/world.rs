//! An instance with something of everything, and somebody of each role signed in.

use crate::support::{Bench, Browser, Db, measure, visitor};
use app::{
    api::contacts::Answer,
    backend::{self, Accounts, Caller, Contacts, Costs, Decisions, Evidence, Imports, PeopleImports},
};
use domain::{
    comments::TypedComment,
    contacts::TypedAsk,
    costs::TypedCost,
    evidence::TypedEvidence,
    extensions::TypedExtension,
    people::{Grant, Role},
    progress::TypedProgress,
    text::Coded,
};
use server::{
    files::CheckedFile,
    store::{contacts, plans},
};

/// The letters of the people with one role on the whole instance. Beside them there are `N` without a role, `X`, who has
/// all of them on another plan, `D`, the deputy of a coordinator who is away, and `S`, a stranger.
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
    /// The administrator among them.
    pub administrator: Caller,
    /// The services behind it all.
    pub bench: Bench,
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

async fn first_recommendation(bench: &Bench, plan: i64) -> i64 {
    bench.write(async |tx| plans::recommendations(tx, plan).await).await.0[0].recommendation.id
}

/// A later date that is asked for, a link that was answered by, and the answer that waits.
async fn questions(bench: &Bench, by: &Caller, measure: i64) -> (i64, i64, i64) {
    let services = &bench.services;
    let later = TypedExtension {
        new_date: "2018-09".into(),
        extension_reason: "Une reprise".into(),
        impact: "La suite attend".into(),
        text_lang: "fr".into(),
        ..TypedExtension::default()
    };
    let version = services.extension_form(by, measure).await.expect("the form").lock_version;
    let extension = services.request_extension(by, measure, version, &later).await.expect("a request");
    let ask = TypedAsk {
        name: "Anne Roy".into(),
        email: "anne@example.org".into(),
        contact_lang: "fr".into(),
        purpose: "update".into(),
        ..TypedAsk::default()
    };
    Contacts::ask(services, by, measure, &[], &ask).await.expect("a link");
    let mail = bench.mails().await.pop().expect("a mail");
    let token = mail.split("/answer/").nth(1).and_then(|rest| rest.split('?').next()).expect("a token");
    let typed =
        TypedProgress { status: "in_progress".into(), done: "Fait".into(), text_lang: "fr".into(), ..TypedProgress::default() };
    services.answer(&visitor(None), token, &Answer::Update(typed)).await.expect("an answer");
    let proposal = services.waiting(by).await.expect("answers").pop().expect("one").id;
    let link = bench.write(async |tx| contacts::links(tx, measure).await).await[0].id;
    (extension, link, proposal)
}

/// A decision that somebody proposes.
async fn proposed(bench: &Bench, by: &Caller, measure: i64) -> i64 {
    let typed = TypedComment {
        text: "Est-ce encore utile?".into(),
        proposes: "other".into(),
        text_lang: "fr".into(),
        ..TypedComment::default()
    };
    backend::Comments::add(&bench.services, by, measure, &typed).await.expect("a comment");
    let shown =
        backend::Comments::of_measure(&bench.services, by, measure, None).await.expect("the comments").expect("for a member");
    shown.comments[0].id
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
        callers.push(('N', bench.person_with("PersonN", Some(organisation), &[]).await));
        callers.push(('X', bench.person_with("PersonX", Some(organisation), &all).await));
        let absent = bench.person("Absent", None, Role::Coordinator).await;
        callers.push(('D', bench.stand_in(&bench.person_with("PersonD", None, &[]).await, &absent).await));
        let administrator = callers[0].1.clone();
        let table = "| Mesure | Responsable | Échéance |\n|---|---|---|\n| Tenir une réunion | SP | avril 2018 |\n";
        let import = Imports::start(&bench.services, &administrator, table.as_bytes(), None).await.expect("a preview");
        let table = "name;e-mail;language;organisation;role;plan\nJo Roy;jo@example.gc.ca;fr;SP;lead;\n";
        let people_import = PeopleImports::start(&bench.services, &administrator, table).await.expect("a preview");
        let (evidence, cost) = proofs(&bench, &coordinator, (plan, measure, organisation)).await;
        let (extension, link, proposal) = questions(&bench, &callers[1].1, measure).await;
        let comment = proposed(&bench, &callers[3].1, measure).await;
        let recommendation = first_recommendation(&bench, plan).await;
        let draft_recommendation = first_recommendation(&bench, draft).await;
        let mut people = Vec::new();
        for (letter, caller) in &callers {
            people.push((*letter, Browser::signed_in(&bench, caller).await));
        }
        people.push(('S', Browser::stranger(&bench.services)));
        let names = vec![
            ("{plan}", plan.to_string()),
            ("{draft}", draft.to_string()),
            ("{measure}", measure.to_string()),
            ("{organisation}", organisation.to_string()),
            ("{person}", target.actor.person.to_string()),
            ("{evidence}", evidence.to_string()),
            ("{cost}", cost.to_string()),
            ("{extension}", extension.to_string()),
            ("{link}", link.to_string()),
            ("{comment}", comment.to_string()),
            ("{proposal}", proposal.to_string()),
            ("{recommendation}", recommendation.to_string()),
            ("{draft-recommendation}", draft_recommendation.to_string()),
            ("{draft-measure}", bench.measures(draft).await[0].figures.id.to_string()),
            ("{import}", import.to_string()),
            ("{people-import}", people_import.to_string()),
        ];
        Self { people, administrator, bench, names }
    }

    /// A path or a form with its names replaced by numbers.
    pub fn fill(&self, text: &str) -> String {
        self.names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}
