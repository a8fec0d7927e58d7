//! Files over HTTP: the form without script, what is refused, and the headers a file goes out with.

use crate::support::{Bench, Browser, Db, location, measure};
use app::backend::Evidence;
use axum_test::{
    TestResponse,
    multipart::{MultipartForm, Part},
};
use domain::{evidence::MAX_FILE, people::Role};
use sea_orm::EntityTrait;
use server::{files::Files, store::entities::session};

struct Scene {
    bench: Bench,
    lead: Browser,
    reader: Browser,
    id: i64,
    caller: app::backend::Caller,
}

async fn scene() -> Scene {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    scene_on(bench).await
}

async fn scene_on(bench: Bench) -> Scene {
    let sp = bench.organisation("SP").await;
    let coordinator = bench.person("Claire", Some(sp), Role::Coordinator).await;
    let lead = bench.person("Luc", Some(sp), Role::Lead).await;
    let reader = bench.person("Rita", Some(sp), Role::Reader).await;
    let plan = bench.approved_plan(&coordinator, vec![measure("Tenir une réunion", "SP", "avril 2018")]).await;
    let id = bench.measures(plan).await[0].figures.id;
    let (browser, other) = (Browser::signed_in(&bench, &lead).await, Browser::signed_in(&bench, &reader).await);
    Scene { bench, lead: browser, reader: other, id, caller: lead }
}

impl Scene {
    fn page(&self) -> String {
        format!("/measures/{}/evidence", self.id)
    }

    fn form(&self, version: &str, marking: &str) -> MultipartForm {
        MultipartForm::new()
            .add_text("measure", self.id.to_string())
            .add_text("lock_version", version)
            .add_text("evidence_title", "Procès-verbal <signé>")
            .add_text("text_lang", "fr")
            .add_text("deliverable", "")
            .add_text("marking", marking)
            .add_text("public", "")
    }

    async fn send(&self, browser: &Browser, form: MultipartForm) -> TestResponse {
        let referer = format!("http://suivi.test{}", self.page());
        browser
            .server()
            .post("/evidence/upload")
            .add_header("accept", "text/html")
            .add_header("referer", referer)
            .multipart(form)
            .await
    }

    /// What all sessions hold.
    async fn sessions(&self) -> String {
        let rows = self.bench.write(async |tx| Ok(session::Entity::find().all(tx).await?)).await;
        rows.into_iter().map(|row| row.data).collect()
    }

    async fn newest(&self) -> i64 {
        self.bench.services.page(&self.caller, self.id).await.expect("the page").pieces[0].id
    }
}

fn file(name: &str, bytes: &[u8]) -> Part {
    Part::bytes(bytes.to_vec()).file_name(name)
}

#[tokio::test]
async fn a_file_is_sent_without_script_and_comes_back_only_to_be_kept() {
    let scene = scene().await;
    let form = scene.form("0", "unclassified").add_part("document", file("Procès-verbal n° 1.txt", "Tenue\n".as_bytes()));
    let sent = scene.send(&scene.lead, form).await;
    assert_eq!(location(&sent), format!("{}?done=evidence-added", scene.page()));
    let page = scene.lead.open(&format!("{}?done=evidence-added&lang=en", scene.page())).await.text();
    assert!(page.contains("The evidence is added.") && page.contains("Procès-verbal &lt;signé&gt;"), "{page}");

    let address = format!("/evidence/{}/file", scene.newest().await);
    assert!(page.contains(&format!("href=\"{address}\"")), "the page offers it");
    let got = scene.lead.open(&address).await;
    assert_eq!((got.status_code().as_u16(), got.as_bytes().as_ref()), (200, b"Tenue\n".as_slice()));
    assert_eq!(
        got.header("content-disposition"),
        "attachment; filename=\"Proc_s-verbal n_ 1.txt\"; filename*=UTF-8''Proc%C3%A8s-verbal%20n%C2%B0%201.txt"
    );
    assert_eq!(got.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(got.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(got.header("x-content-type-options"), "nosniff");
    assert_eq!(got.header("cache-control"), "no-store");

    let hidden = scene.reader.open(&address).await;
    assert_eq!(hidden.status_code(), 404, "it is internal");
    assert!(!scene.reader.open(&scene.page()).await.text().contains("Procès-verbal"));
}

#[tokio::test]
async fn a_form_that_fails_keeps_every_field_and_says_that_the_file_is_gone() {
    let scene = scene().await;
    let disguised = || file("facture.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0");
    let wrong = scene.form("0", "unclassified").add_part("document", disguised());
    assert_eq!(location(&scene.send(&scene.lead, wrong).await), scene.page());
    let page = scene.lead.open(&format!("{}?lang=en", scene.page())).await.text();
    assert!(page.contains("This kind of file is not accepted"), "{page}");
    let too_high = scene.form("0", "protected_b").add_part("document", disguised());
    assert_eq!(location(&scene.send(&scene.lead, too_high).await), scene.page());
    let page = scene.lead.open(&format!("{}?lang=en", scene.page())).await.text();
    assert!(!page.contains("This kind of file"), "it was not even looked at: {page}");
    for words in [
        "Nothing above Protected A may be kept here.",
        "This file was not received",
        "Choose the file again: nothing was kept of it.",
        "value=\"Procès-verbal &lt;signé&gt;\"",
        "<option value=\"protected_b\" selected",
        "href=\"#field-marking\"",
        "href=\"#field-document\"",
        "Error: Evidence: measure 1",
    ] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    let none = scene.form("0", "unclassified").add_part("document", file("", b""));
    assert_eq!(location(&scene.send(&scene.lead, none).await), scene.page());
    assert!(scene.lead.open(&scene.page()).await.text().contains("id=\"field-document-problem\""));
    assert!(scene.bench.services.page(&scene.caller, scene.id).await.expect("the page").pieces.is_empty());
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_in_words_and_what_was_typed_is_kept() {
    let scene = scene().await;
    let form = scene.form("0", "unclassified").add_part("document", file("a.txt", &vec![b'a'; MAX_FILE + 1]));
    assert_eq!(location(&scene.send(&scene.lead, form).await), scene.page());
    let page = scene.lead.open(&format!("{}?lang=en", scene.page())).await.text();
    assert!(
        page.replace('\u{a0}', " ").contains("larger than 20 MB") && page.contains("value=\"Procès-verbal &lt;signé&gt;\""),
        "{page}"
    );
}

#[tokio::test]
async fn nobody_uploads_what_they_may_not_add() {
    let scene = scene().await;
    let form = || scene.form("0", "unclassified").add_part("document", file("a.txt", b"x"));
    assert_eq!(location(&scene.send(&scene.reader, form()).await), scene.page());
    assert!(scene.reader.open(&format!("{}?lang=en", scene.page())).await.text().contains("Your role does not allow this"));
    let stranger = Browser::stranger(&scene.bench.services);
    let next = format!("/sign-in?next=%2Fmeasures%2F{}%2Fevidence", scene.id);
    assert_eq!(location(&scene.send(&stranger, form()).await), next);
    assert!(scene.bench.services.page(&scene.caller, scene.id).await.expect("the page").pieces.is_empty());
    let first = MultipartForm::new().add_part("document", file("a.txt", b"x")).add_text("measure", scene.id.to_string());
    assert_eq!(location(&scene.send(&scene.lead, first).await), scene.page(), "a file before its fields is no form of ours");
    assert!(scene.bench.services.page(&scene.caller, scene.id).await.expect("the page").pieces.is_empty());
}

#[tokio::test]
async fn an_upload_of_a_stranger_leaves_little_behind_and_no_secret() {
    let scene = scene().await;
    let stranger = Browser::stranger(&scene.bench.services);
    let next = format!("/sign-in?next=%2Fmeasures%2F{}%2Fevidence", scene.id);
    let small = scene.form("0", "unclassified").add_text("token", "a-secret-token").add_part("document", file("a.txt", b"x"));
    assert_eq!(location(&scene.send(&stranger, small).await), next);
    let kept = scene.sessions().await;
    assert!(kept.contains("Procès-verbal") && !kept.contains("a-secret-token"), "{kept}");

    let before = kept.len();
    let mut large = scene.form("0", "unclassified");
    for n in 0..50 {
        large = large.add_text(format!("field{n}"), "x".repeat(16 * 1024));
    }
    let sent = stranger.server().post("/evidence/upload").add_header("accept", "text/html").multipart(large).await;
    assert_eq!(location(&sent), scene.page(), "the measure tells the page where the browser does not");
    assert!(scene.sessions().await.len() < before + 80_000);
}

#[tokio::test]
async fn a_file_that_was_changed_behind_our_back_is_not_sent() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    bench.services.files = Files::in_folder(folder.path()).expect("a place");
    let scene = scene_on(bench).await;
    let form = scene.form("0", "unclassified").add_part("document", file("a.txt", b"words"));
    scene.send(&scene.lead, form).await;
    let id = scene.newest().await;
    let (kept, _) = scene.bench.services.open_file(&scene.caller, id).await.expect("the file");
    std::fs::write(folder.path().join(&kept.key), b"swords").expect("a change");
    let got = scene.lead.open(&format!("/evidence/{id}/file?lang=en")).await;
    assert_eq!(got.status_code(), 500);
    assert!(got.text().contains("This file is damaged") && !got.text().contains("swords"), "{}", got.text());
}

#[tokio::test]
async fn a_piece_is_withdrawn_on_its_own_page_with_a_reason() {
    let scene = scene().await;
    let id = scene.measure_with_link().await;
    let page = format!("/evidence/{id}/withdraw");
    let number = id.to_string();
    let fields = [("evidence", number.as_str()), ("lock_version", "0"), ("withdraw_reason", "")];
    assert_eq!(location(&scene.lead.send("/do/withdraw-evidence", &page, &fields).await), page);
    assert!(scene.lead.open(&format!("{page}?lang=en")).await.text().contains("the reason stays on record"));
    let fields = [("evidence", number.as_str()), ("lock_version", "0"), ("withdraw_reason", "Mauvaise adresse")];
    let done = format!("{}?done=evidence-withdrawn", scene.page());
    assert_eq!(location(&scene.lead.send("/do/withdraw-evidence", &page, &fields).await), done);
    let shown = scene.lead.open(&scene.page()).await.text();
    assert!(shown.contains("Mauvaise adresse") && !shown.contains("https://canada.ca/x"), "{shown}");
    assert_eq!(scene.lead.open(&page).await.status_code(), 404);
}

impl Scene {
    /// A link on the measure; answers its id.
    async fn measure_with_link(&self) -> i64 {
        let number = self.id.to_string();
        let fields = [
            ("measure", number.as_str()),
            ("lock_version", "0"),
            ("evidence_url", "https://canada.ca/x"),
            ("evidence_title", "Site"),
            ("text_lang", "fr"),
            ("marking", "unclassified"),
            ("public", "yes"),
        ];
        let page = format!("{}?add=link", self.page());
        let bad = [fields[0], fields[1], ("evidence_url", "javascript:alert(1)"), fields[3], fields[4], fields[5]];
        assert_eq!(location(&self.lead.send("/do/add-evidence-link", &page, &bad).await), page);
        assert!(self.lead.open(&page).await.text().contains("id=\"field-evidence-url-problem\""));
        let done = format!("{}?done=evidence-added", self.page());
        assert_eq!(location(&self.lead.send("/do/add-evidence-link", &page, &fields).await), done);
        self.newest().await
    }
}
