//! The pages of administration over HTTP: as each role, in both languages, and what a refused form shows.

use super::{others, with_ada};
use crate::support::{Browser, Db, location};
use app::{
    api::admin::people::PersonFilter,
    backend::{Administration, People},
};
use axum_test::multipart::{MultipartForm, Part};
use domain::people::{PersonState, Role};

/// Every page an administrator may open, once there is an organisation 1 and a person 1.
const PAGES: &[&str] = &[
    "/admin",
    "/admin/people",
    "/admin/people/new",
    "/admin/people/import",
    "/admin/people/1",
    "/admin/people/1/edit",
    "/admin/people/1/roles",
    "/admin/people/1/away",
    "/admin/organisations",
    "/admin/organisations/new",
    "/admin/organisations/1",
    "/admin/settings",
    "/admin/mail",
];

#[tokio::test]
async fn administrators_open_every_page_in_both_languages_and_nobody_else_does() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    bench.organisation("SP").await;
    let browser = Browser::signed_in(&bench, &ada).await;
    for lang in ["en", "fr"] {
        for page in PAGES {
            let shown = browser.open(&format!("{page}?lang={lang}")).await;
            assert_eq!(shown.status_code(), 200, "{page}");
            let html = shown.text();
            assert_eq!(html.matches("<h1").count(), 1, "{page}");
            assert!(!html.contains(" style=\"") && !html.contains("<script"), "{page}");
            assert!(!html.contains("admin-") || !html.contains(">admin-"), "{page} shows a key");
        }
    }
    for other in &others(&bench).await {
        let browser = Browser::signed_in(&bench, other).await;
        let coordinates = other.actor.has_role(&[Role::Coordinator]);
        for page in PAGES {
            let expected = if coordinates && ["/admin", "/admin/mail"].contains(page) { 200 } else { 404 };
            assert_eq!(browser.open(page).await.status_code(), expected, "{page} as {}", other.actor.name);
        }
        assert_eq!(browser.open("/plans").await.text().contains("href=\"/admin\""), coordinates);
    }
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_and_says_what_is_wrong_beside_the_field() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    bench.organisation("SP").await;
    let browser = Browser::signed_in(&bench, &ada).await;
    let fields = [("code", "sp"), ("name_en", "Second <SP>"), ("name_fr", "")];
    let sent = browser.send("/do/add-organisation", "/admin/organisations/new?lang=en", &fields).await;
    assert_eq!(location(&sent), "/admin/organisations/new?lang=en");
    let shown = browser.open("/admin/organisations/new?lang=en").await.text();
    assert!(shown.contains("value=\"Second &lt;SP&gt;\"") && shown.contains("This exists already."), "{shown}");
    assert!(shown.contains("href=\"#field-code\"") && shown.contains("id=\"field-code-problem\""), "{shown}");

    let fields = [("name", "Zoé"), ("email", "zoe"), ("person_lang", "fr"), ("roles[lead]", "on"), ("role_plan", "")];
    browser.send("/do/add-person", "/admin/people/new", &fields).await;
    let shown = browser.open("/admin/people/new?lang=en").await.text();
    let ticked: Vec<&str> = shown.split("<input").filter(|input| input.contains(" checked")).collect();
    assert!(ticked.len() == 1 && ticked[0].contains("roles[lead]"), "{ticked:?}");
}

#[tokio::test]
async fn the_settings_of_signing_in_come_back_as_they_were_typed_and_turn_no_passwords_off() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::signed_in(&bench, &ada).await;
    let send = async |idle: &str| {
        let fields = [
            ("lock_version", "0"),
            ("links", "on"),
            ("passwords", "on"),
            ("password_length", "18"),
            ("second_factor_for[administrator]", "on"),
            ("idle_minutes", idle),
            ("absolute_hours", "12"),
        ];
        location(&browser.send("/do/set-sign-in", "/admin/settings", &fields).await)
    };
    assert_eq!(send("an hour").await, "/admin/settings");
    let shown = browser.open("/admin/settings?lang=en").await.text();
    let inputs: Vec<&str> = shown.split("<input").filter_map(|input| input.split_once('>')).map(|(input, _)| input).collect();
    let input = |name: &str| *inputs.iter().find(|input| input.contains(&format!("name=\"{name}\""))).expect("an input");
    for name in ["links", "passwords", "second_factor_for[administrator]"] {
        assert!(input(name).contains(" checked"), "{name}: {}", input(name));
    }
    for (name, value) in [("password_length", "18"), ("idle_minutes", "an hour"), ("absolute_hours", "12")] {
        assert!(input(name).contains(&format!("value=\"{value}\"")), "{name}: {}", input(name));
    }
    assert!(send("60").await.contains("?done="));
    let rules = app::backend::Settings::show(&bench.services, &ada).await.expect("the settings").settings.sign_in;
    assert!(rules.links && rules.passwords && rules.password_length == 18, "{rules:?}");
}

#[tokio::test]
async fn two_who_edit_the_same_are_shown_what_the_other_one_wrote() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    bench.organisation("SP").await;
    let browser = Browser::signed_in(&bench, &ada).await;
    let cases = [
        ("/do/edit-organisation", "/admin/organisations/1", ("organisation", "1"), "name_en"),
        ("/do/edit-person", "/admin/people/1/edit", ("person", "1"), "name"),
        ("/do/set-instance", "/admin/settings", ("contact", "a@b.ca"), "name_en"),
    ];
    for (action, page, record, field) in cases {
        let rest = [("code", "SP"), ("email", "ada@example.gc.ca"), ("person_lang", "fr"), ("lock_version", "0")];
        let send = async |words| browser.send(action, page, &[&[record, (field, words)], rest.as_slice()].concat()).await;
        assert!(location(&send("First words").await).contains("?done="), "{page}");
        assert_eq!(location(&send("Second words").await), page);
        let shown = browser.open(&format!("{page}?lang=en")).await.text();
        assert!(shown.contains("conflict-field"), "{page}: {shown}");
        assert!(shown.contains("First words") && shown.contains("value=\"Second words\""), "{page}: {shown}");
        assert!(shown.contains("name=\"lock_version\" value=\"1\""), "sent again, it replaces: {page}");
    }
}

#[tokio::test]
async fn a_person_is_added_by_the_form_with_roles_and_an_invitation() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::signed_in(&bench, &ada).await;
    let fields = [
        ("name", "Zoé"),
        ("email", "zoe@sp.ca"),
        ("person_lang", "fr"),
        ("organisation", ""),
        ("roles[lead]", "on"),
        ("roles[reader]", "on"),
        ("role_plan", ""),
        ("invite", "on"),
    ];
    let page = location(&browser.send("/do/add-person", "/admin/people/new", &fields).await);
    assert!(page.ends_with("?done=person-invited"), "{page}");
    let shown = browser.open(&format!("{page}&lang=en")).await.text();
    for words in
        ["Zoé", "Lead on the whole instance", "Reader on the whole instance", "Invited on", "an invitation is on its way"]
    {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
}

#[tokio::test]
async fn a_table_is_pasted_or_uploaded_and_never_lost() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    let browser = Browser::signed_in(&bench, &ada).await;
    let start = "/admin/people/import?lang=en";
    browser.send("/do/start-people-import", start, &[("table", "Dear all, </textarea>")]).await;
    let shown = browser.open(start).await.text();
    assert!(shown.contains("Dear all, &lt;/textarea&gt;") && shown.contains("The first row must name the columns"), "{shown}");

    let form = |bytes: &'static [u8]| MultipartForm::new().add_part("people_file", Part::bytes(bytes).file_name("people.csv"));
    let send = async |bytes| {
        let referer = format!("http://suivi.test{start}");
        location(
            &browser.server().post("/admin/people/import/upload").add_header("referer", referer).multipart(form(bytes)).await,
        )
    };
    assert_eq!(send(b"nothing").await, "/admin/people/import");
    assert!(browser.open("/admin/people/import").await.text().contains("id=\"field-people-file-problem\""));
    let preview = send(b"Nom;Courriel;Langue;R\xf4le\n\xc9lise;elise@sp.ca;fr;roi\n").await;
    assert!(preview.starts_with("/admin/people/import/"), "{preview}");
    let shown = browser.open(&format!("{preview}?lang=en")).await.text();
    assert!(shown.contains("Élise") && shown.contains("There is no such role"), "{shown}");
    assert!(!shown.contains("/do/commit-people-import"), "{shown}");

    let import = preview.rsplit('/').next().expect("an id");
    let table = "Nom;Courriel;Langue;Rôle\nÉlise;elise@sp.ca;fr;responsable";
    let fields = [("import", import), ("lock_version", "0"), ("table", table)];
    assert_eq!(location(&browser.send("/do/correct-people-import", &preview, &fields).await), preview);
    assert!(browser.open(&preview).await.text().contains("/do/commit-people-import"));
    let fields = [("import", import), ("lock_version", "1"), ("invite", "on")];
    let done = location(&browser.send("/do/commit-people-import", &preview, &fields).await);
    let shown = browser.open(&done).await.text();
    assert!(shown.contains("The people and roles of your table are added.") && shown.contains("Élise"), "{shown}");
    assert!(browser.open(&preview).await.text().contains("This table was carried out."));
}

#[tokio::test]
async fn the_index_counts_what_asks_for_attention() {
    let (bench, ada) = with_ada(Db::Sqlite).await.expect("SQLite");
    bench.organisation("SP").await;
    let grc = bench.organisation("GRC").await;
    bench.person_with("Nemo", Some(grc), &[]).await;
    let gone = bench.person("Gone", None, Role::Lead).await.actor.person;
    People::archive(&bench.services, &ada, gone, 0, "Gone").await.expect("the archiving");
    let counts = Administration::index(&bench.services, &ada).await.expect("an index").instance.expect("counts");
    assert_eq!((counts.people, counts.without_role, counts.invited, counts.never_signed_in), (2, 1, 0, 2));
    assert_eq!((counts.organisations, counts.empty_organisations), (2, 1));

    let eve = bench.person_with("Eve", None, &[]).await.actor.person;
    People::invite(&bench.services, &ada, eve, 0).await.expect("an invitation");
    let counts = Administration::index(&bench.services, &ada).await.expect("an index").instance.expect("counts");
    assert_eq!((counts.invited, counts.never_signed_in), (1, 2));
    for (state, count) in [(PersonState::Invited, counts.invited), (PersonState::NeverSignedIn, counts.never_signed_in)] {
        let filter = PersonFilter { state: Some(state), ..PersonFilter::default() };
        let list = People::list(&bench.services, &ada, &filter, 1).await.expect("a list");
        assert_eq!(list.page.total, count, "{state}: the link leads to those who were counted");
    }
}
