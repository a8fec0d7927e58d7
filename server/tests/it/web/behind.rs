//! Every form that carries a version: a version long gone is a conflict, and the page it comes back to tells who was
//! faster, with what and when, and carries the form again.

use super::roles::world::World;
use crate::support::location;
use app::{
    api::{
        admin::{organisations::TypedOrganisation, settings::TypedSettings},
        behind::FORMS,
    },
    backend::{Organisations, Settings},
    i18n::t,
};
use domain::{
    settings::{TypedInstance, TypedReminders, TypedSignIn},
    text::Lang,
    trail::{AuditAction, RecordKind},
};
use server::{services::Author, store::audit};
use std::{collections::BTreeSet, fs, path::Path};

/// Who sends it, to where, from which page, with what beside the version.
type Case = (char, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    ('M', "/do/change-profile", "/account", "name=x&person_lang=fr&time_zone=&digest=daily"),
    ('M', "/do/name-my-deputy", "/account", "deputy="),
    ('M', "/do/add-my-absence", "/account", "starts_on=2018-03-15&ends_on=2018-03-16"),
    ('M', "/do/cancel-my-absence", "/account", "absence=1"),
    ('C', "/do/approve-plan", "/plans/{draft}", "plan={draft}"),
    ('C', "/do/close-plan", "/plans/{plan}", "plan={plan}"),
    ('C', "/do/edit-plan", "/plans/{plan}/edit", "plan={plan}&title_fr=x&source_kind=evaluation&why=x"),
    (
        'C',
        "/do/save-recommendation",
        "/recommendations/{recommendation}/edit",
        "plan={plan}&recommendation={recommendation}&number=1&text_fr=x&priority=high&why=x",
    ),
    ('C', "/do/remove-recommendation", "/recommendations/{draft-recommendation}/edit", "recommendation={draft-recommendation}"),
    ('C', "/do/save-measure", "/measures/{measure}/edit", "plan={plan}&measure={measure}&label=1&text_fr=x&why=x"),
    ('C', "/do/remove-measure", "/measures/{draft-measure}/edit", "measure={draft-measure}"),
    ('C', "/do/name-owner", "/measures/{measure}/owner", "measure={measure}&owner_words=x"),
    ('L', "/do/report-progress", "/measures/{measure}/report", "measure={measure}&status=planning&done=x&text_lang=fr"),
    ('L', "/do/save-draft", "/measures/{measure}/report", "measure={measure}&done=x"),
    (
        'L',
        "/do/ask-extension",
        "/measures/{measure}/extension",
        "measure={measure}&new_date=2030&extension_reason=Mon+motif&impact=&text_lang=fr",
    ),
    (
        'E',
        "/do/decide-extension",
        "/extensions/{extension}",
        "extension={extension}&answer=as_asked&decision_reason=Mon+motif&text_lang=fr",
    ),
    ('C', "/do/withdraw-extension", "/extensions/{extension}", "extension={extension}"),
    (
        'C',
        "/do/verify-claim",
        "/measures/{measure}/verify",
        "measure={measure}&verification_outcome=returned&verification_notes=Mon+motif&text_lang=fr",
    ),
    (
        'E',
        "/do/decide-fate",
        "/measures/{measure}/decide",
        "measure={measure}&fate=no_longer_applicable&fate_reason=Mon+motif&text_lang=fr",
    ),
    (
        'L',
        "/do/add-evidence-link",
        "/measures/{measure}/evidence?add=link",
        "measure={measure}&evidence_title=Mon+motif&text_lang=fr&marking=unclassified&evidence_url=https%3A%2F%2Fx.ca",
    ),
    ('L', "/do/withdraw-evidence", "/evidence/{evidence}/withdraw", "evidence={evidence}&withdraw_reason=Mon+motif"),
    ('C', "/do/publish-answer", "/proposals/{proposal}", "proposal={proposal}&measure_version=99"),
    ('C', "/do/decline-answer", "/proposals/{proposal}", "proposal={proposal}&decline_reason=Mon+motif"),
    (
        'C',
        "/do/answer-comment",
        "/comments/{comment}",
        "comment={comment}&proposal_answer=set_aside&answer_reason=Mon+motif&text_lang=fr",
    ),
    ('M', "/do/withdraw-comment", "/comments/{comment}", "comment={comment}&comment_reason=Mon+motif"),
    (
        'C',
        "/do/correct-cost",
        "/costs/{cost}",
        "cost={cost}&cost_activity_fr=x&cost_kind=actual&cost_year=2018-19&cost_source=new&cost_certainty=not_tracked&cost_organisations%5B{organisation}%5D=yes",
    ),
    ('C', "/do/archive-cost", "/costs/{cost}", "cost={cost}&archive_reason=Mon+motif"),
    ('A', "/do/correct-import", "/import/{import}", "import={import}&plan%5Btitle%5D=x"),
    ('A', "/do/discard-import", "/import/{import}", "import={import}"),
    ('A', "/do/commit-import", "/import/{import}", "import={import}&plan%5Btitle%5D=x"),
    (
        'A',
        "/do/edit-organisation",
        "/admin/organisations/{organisation}",
        "organisation={organisation}&code=X&name_en=X&name_fr=X",
    ),
    ('A', "/do/archive-organisation", "/admin/organisations/{organisation}", "organisation={organisation}&reason=Mon+motif"),
    ('A', "/do/restore-organisation", "/admin/organisations/{organisation}", "organisation={organisation}&reason=Mon+motif"),
    (
        'A',
        "/do/edit-person",
        "/admin/people/{person}/edit",
        "person={person}&name=X&email=x%40example.gc.ca&person_lang=en&organisation=",
    ),
    ('A', "/do/archive-person", "/admin/people/{person}", "person={person}&reason=Mon+motif"),
    ('A', "/do/restore-person", "/admin/people/{person}", "person={person}&reason=Mon+motif"),
    ('A', "/do/remove-person-factor", "/admin/people/{person}", "person={person}&factor_reason=Mon+motif"),
    ('A', "/do/end-person-sessions", "/admin/people/{person}", "person={person}&sessions_reason=Mon+motif"),
    ('A', "/do/unlink-person-account", "/admin/people/{person}", "person={person}&unlink_reason=Mon+motif"),
    ('A', "/do/invite-person", "/admin/people/{person}", "person={person}"),
    ('A', "/do/give-role", "/admin/people/{person}/roles", "person={person}&role=administrator"),
    ('A', "/do/take-role", "/admin/people/{person}/roles", "person={person}&grant=1"),
    ('A', "/do/name-deputy", "/admin/people/{person}/away", "person={person}&deputy="),
    ('A', "/do/add-absence", "/admin/people/{person}/away", "person={person}&starts_on=2018-04-01&ends_on=2018-04-02"),
    ('A', "/do/cancel-absence", "/admin/people/{person}/away", "person={person}&absence=1"),
    (
        'A',
        "/do/correct-people-import",
        "/admin/people/import/{people-import}",
        "import={people-import}&table=name%3Be-mail%3Blanguage%3Borganisation%3Brole%3Bplan%0AJo%3Bjo%40x.ca%3Bfr%3BSP%3Blead%3B",
    ),
    ('A', "/do/commit-people-import", "/admin/people/import/{people-import}", "import={people-import}"),
    ('A', "/do/set-instance", "/admin/settings", "name_en=X&name_fr=X&contact="),
    ('A', "/do/set-sign-in", "/admin/settings", "links=on&password_length=15&idle_minutes=60&absolute_hours=10"),
    ('A', "/do/set-reminders", "/admin/settings", "days_before=3"),
    ('C', "/do/retry-mail", "/admin/mail", "mail=1"),
];

/// The server functions that take a version, as their sources say.
fn forms_with_a_version() -> BTreeSet<String> {
    fn read(folder: &Path, found: &mut String) {
        for entry in fs::read_dir(folder).expect("a readable folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                read(&path, found);
            } else {
                found.push_str(&fs::read_to_string(&path).expect("a source file"));
            }
        }
    }
    let mut sources = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src/api"), &mut sources);
    let functions = sources.split("endpoint = \"").skip(1).filter_map(|rest| rest.split_once('"'));
    let takes_one = |body: &str| body.split(") ->").next().is_some_and(|own| own.contains("lock_version: i32"));
    let found: BTreeSet<String> = functions.filter(|(_, body)| takes_one(body)).map(|(name, _)| format!("/do/{name}")).collect();
    assert!(found.len() > 30, "the sources were not read: {found:?}");
    found
}

#[test]
fn every_form_with_a_version_knows_its_record_and_has_a_case() {
    let forms = forms_with_a_version();
    let known: BTreeSet<String> = FORMS.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(forms.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "forms that are about nothing");
    assert_eq!(forms, CASES.iter().map(|(_, path, ..)| (*path).to_owned()).collect());
}

/// Somebody changes what the world of the roles only begins with, so that there is somebody to name.
async fn history(world: &World) {
    let (services, ada) = (&world.bench.services, &world.administrator);
    let organisation: i64 = world.fill("{organisation}").parse().expect("a number");
    let names = TypedOrganisation {
        code: "SP".into(),
        code_fr: String::new(),
        name_en: "Public Safety".into(),
        name_fr: "Sécurité publique".into(),
    };
    Organisations::edit(services, ada, organisation, 0, &names).await.expect("a change");
    let changes = [
        TypedSettings::Instance(TypedInstance { name_en: "S".into(), name_fr: "S".into(), contact: String::new() }),
        TypedSettings::SignIn(TypedSignIn {
            links: true,
            passwords: true,
            password_length: "16".into(),
            second_factor_for: Vec::new(),
            idle_minutes: "60".into(),
            absolute_hours: "10".into(),
        }),
        TypedSettings::Reminders(TypedReminders { days_before: "5".into(), on_due_day: true, every_days_after: String::new() }),
    ];
    for change in &changes {
        Settings::save(services, ada, 0, change).await.expect("a change");
    }
    let author = Author::caller(ada, services.clock.now());
    let person = world.fill("{person}").parse().expect("a number");
    let changed = author.entry(AuditAction::PersonChanged, RecordKind::Person, person, None, Vec::new());
    world.bench.write(async |tx| audit::record(tx, changed).await).await;
    let retried = author.entry(AuditAction::MailRetried, RecordKind::Outbox, 1, None, Vec::new());
    world.bench.write(async |tx| audit::record(tx, retried).await).await;
}

#[tokio::test]
async fn who_was_faster_is_named_by_every_form_with_what_they_did_and_what_was_written_is_kept() {
    let world = World::open().await;
    history(&world).await;
    let unknown = t(Lang::Fr, "conflict-last-unknown");
    let mut wrong = Vec::new();
    for (letter, path, page, fields) in CASES {
        let (page, fields) = (world.fill(page), world.fill(fields));
        let browser = &world.people.iter().find(|(known, _)| known == letter).expect("somebody").1;
        let body = format!("lock_version=99&{fields}");
        let sent: Vec<(String, String)> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
        let pairs: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(location(&browser.send(path, &page, &pairs).await), page, "{path}");
        let shown = browser.open(&page).await.text();
        let told = shown.split_once("error-summary conflict").map(|(_, rest)| rest.split("<form").next().unwrap_or(rest));
        let Some(told) = told else {
            let summary = shown.split_once("error-summary").map(|(_, rest)| rest.split("<form").next().unwrap_or(rest));
            wrong.push(format!("{path}: no conflict is told on {page}: {summary:?}"));
            continue;
        };
        if told.contains(&unknown) || !told.contains(" par ") {
            wrong.push(format!("{path}: nobody is named: {told}"));
        }
        if fields.contains("Mon+motif") && !told.contains("Mon motif") {
            wrong.push(format!("{path}: what was written is not beside it: {told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_row_of_many_that_somebody_else_changed_names_them() {
    let world = World::open().await;
    let browser = &world.people.iter().find(|(letter, _)| *letter == 'L').expect("a lead").1;
    let row = |field: &str| format!("rows[{}][{field}]", world.fill("{measure}"));
    let fields = [(row("lock_version"), "99"), (row("done"), "Mes mots"), ("text_lang".to_owned(), "fr")];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    assert_eq!(location(&browser.send("/do/report-many", "/report", &fields).await), "/report");
    let shown = browser.open("/report").await.text();
    let told = shown.split_once("error-summary").expect("a problem").1.split("<form").next().expect("a summary").to_owned();
    assert!(told.contains("Prolongation demandée par "), "{told}");
    assert!(shown.contains("Mes mots"), "{shown}");
}
