//! A file sent without an account: kept beside the proposal, part of the record once it is published, gone otherwise.

use super::{Stage, visitor};
use crate::support::{Bench, Browser, Db, location};
use app::{
    api::evidence::MatterView,
    backend::{Contacts, Evidence},
    error::AppError,
};
use axum_test::{
    TestResponse,
    multipart::{MultipartForm, Part},
};
use domain::evidence::{MAX_FILE, TypedEvidence};
use server::files::CheckedFile;

fn form(marking: &str) -> MultipartForm {
    MultipartForm::new()
        .add_text("proof_title", "Mandat <signé>")
        .add_text("text_lang", "fr")
        .add_text("proof_marking", marking)
        .add_text("proof_deliverable", "")
}

fn document(name: &str, bytes: &[u8]) -> Part {
    Part::bytes(bytes.to_vec()).file_name(name)
}

async fn send(browser: &Browser, token: &str, form: MultipartForm) -> TestResponse {
    let referer = format!("http://suivi.test/answer/{token}?lang=en");
    let post = browser.server().post(&format!("/answer/{token}/file"));
    post.add_header("accept", "text/html").add_header("referer", referer).multipart(form).await
}

async fn kept(stage: &Stage) -> usize {
    stage.bench.services.files.kept().await.expect("the files")
}

async fn here() -> (Stage, Browser) {
    let stage = Stage::of(Bench::open(Db::Sqlite).await.expect("SQLite")).await;
    let browser = Browser::stranger(&stage.bench.services);
    (stage, browser)
}

fn typed() -> TypedEvidence {
    TypedEvidence { title: "Mandat".into(), text_lang: "fr".into(), marking: "unclassified".into(), ..TypedEvidence::default() }
}

#[tokio::test]
async fn a_file_is_sent_without_an_account_opened_by_the_coordination_and_published_with_its_hash() {
    let (stage, stranger) = here().await;
    let s = &stage.bench.services;
    let token = stage.asked("evidence").await;
    let shown = stranger.open(&format!("/answer/{token}?lang=en")).await.text();
    assert!(shown.contains("type=\"file\"") && shown.contains(&format!("action=\"/answer/{token}/file\"")), "{shown}");
    let whole = form("unclassified").add_part("proof_document", document("mandat.txt", "Signé\n".as_bytes()));
    assert_eq!(location(&send(&stranger, &token, whole).await), "/answered");
    assert_eq!(kept(&stage).await, 1);

    let id = s.waiting(&stage.coordinator).await.expect("answers")[0].id;
    let browser = Browser::signed_in(&stage.bench, &stage.coordinator).await;
    let page = browser.open(&format!("/proposals/{id}?lang=en")).await.text();
    let file = format!("/proposals/{id}/file");
    assert!(page.contains(&format!("href=\"{file}\"")) && page.contains("mandat.txt, 1 KB"), "{page}");
    let got = browser.open(&file).await;
    assert_eq!((got.status_code().as_u16(), got.as_bytes().as_ref()), (200, "Signé\n".as_bytes()));
    assert_eq!(got.header("content-security-policy"), "default-src 'none'; sandbox");
    let lead = Browser::signed_in(&stage.bench, &stage.lead).await;
    assert_eq!(lead.open(&file).await.status_code(), 404);

    s.publish(&stage.coordinator, id, 0, 0).await.expect("published");
    let [piece] = s.page(&stage.coordinator, stage.measures[0]).await.expect("a page").pieces.try_into().expect("one piece");
    assert_eq!((piece.contact.as_deref(), piece.is_public), (Some("Anne Roy, GRC"), false));
    let Some(MatterView::File(view)) = &piece.matter else { panic!("a file: {piece:?}") };
    assert_eq!((view.name.as_str(), view.sha256.len()), ("mandat.txt", 64));
    assert_eq!(browser.open(&format!("/evidence/{}/file", piece.id)).await.as_bytes().as_ref(), "Signé\n".as_bytes());
    assert_eq!(browser.open(&file).await.status_code(), 404, "it is the evidence that is opened from now on");
    assert_eq!(kept(&stage).await, 1);
}

#[tokio::test]
async fn a_file_whose_answer_is_declined_is_not_kept() {
    let (stage, _) = here().await;
    let s = &stage.bench.services;
    let token = stage.asked("evidence").await;
    s.answer_with_file(&visitor(), &token, typed(), CheckedFile::whole("a.txt", b"words")).await.expect("an answer");
    assert_eq!(kept(&stage).await, 1);
    let id = s.waiting(&stage.coordinator).await.expect("answers")[0].id;
    assert_eq!(s.decline(&stage.coordinator, id, 0, " ").await.expect_err("no reason").problems().len(), 1);
    assert_eq!(kept(&stage).await, 1, "nothing was decided");
    s.decline(&stage.coordinator, id, 0, "Mauvaise mesure").await.expect("declined");
    assert_eq!(kept(&stage).await, 0);
    assert_eq!(s.open_sent_file(&stage.coordinator, id).await.map(drop), Err(AppError::NotFound));
    let page = s.proposal(&stage.coordinator, id).await.expect("a page");
    assert_eq!(page.file.map(|file| file.name).as_deref(), Some("a.txt"), "what it was stays on record");
}

#[tokio::test]
async fn of_two_files_by_one_link_one_is_taken_and_the_other_forgotten() {
    let (stage, _) = here().await;
    let s = &stage.bench.services;
    let token = stage.asked("evidence").await;
    let who = visitor();
    let tries = (0..4).map(|n: u8| s.answer_with_file(&who, &token, typed(), CheckedFile::whole("a.txt", &[b'a' + n])));
    let results = futures::future::join_all(tries).await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
    assert_eq!(kept(&stage).await, 1);
}

#[tokio::test]
async fn what_is_wrong_with_a_file_is_said_at_its_field_and_the_link_goes_on_working() {
    let (stage, stranger) = here().await;
    let token = stage.asked("evidence").await;
    let page = format!("/answer/{token}?lang=en");
    let disguised = form("protected_b").add_part("proof_document", document("a.pdf", b"MZ\x90\0\x03\0\0\0"));
    assert_eq!(location(&send(&stranger, &token, disguised).await), page);
    let shown = stranger.open(&page).await.text();
    for words in [
        "href=\"#field-proof-marking\"",
        "href=\"#field-proof-document\"",
        "value=\"Mandat &lt;signé&gt;\"",
        "Choose the file again",
        "Nothing above Protected A may be kept here.",
    ] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    let none = form("unclassified").add_part("proof_document", document("", b""));
    assert_eq!(location(&send(&stranger, &token, none).await), page);
    assert!(stranger.open(&page).await.text().contains("id=\"field-proof-document-problem\""));
    let large = form("unclassified").add_part("proof_document", document("a.txt", &vec![b'a'; MAX_FILE + 1]));
    assert_eq!(location(&send(&stranger, &token, large).await), page);
    assert!(stranger.open(&page).await.text().replace('\u{a0}', " ").contains("larger than 20 MB"));
    let crowded = (0..40).fold(MultipartForm::new(), |form, n| form.add_text(format!("field{n}"), "x"));
    assert_eq!(location(&send(&stranger, &token, crowded).await), page);
    let long = MultipartForm::new().add_text("proof_title", "x".repeat(5_000));
    assert_eq!(location(&send(&stranger, &token, long).await), page);
    assert_eq!(kept(&stage).await, 0);
    let right = form("unclassified").add_part("proof_document", document("a.txt", b"words"));
    assert_eq!(location(&send(&stranger, &token, right).await), "/answered");
}

#[tokio::test]
async fn a_link_that_takes_no_file_is_told_so_before_any_of_it_is_read_and_tries_are_counted() {
    let (stage, stranger) = here().await;
    let s = &stage.bench.services;
    let whole = || form("unclassified").add_part("proof_document", document("a.txt", b"words"));
    let update = stage.asked("update").await;
    assert_eq!(s.may_answer_with_file(&visitor(), &update).await, Err(AppError::LinkNotValid), "a link is for one purpose");
    assert_eq!(s.may_answer_with_file(&visitor(), "never-given").await, Err(AppError::NotFound));
    location(&send(&stranger, "never-given", whole()).await);
    let token = stage.asked("evidence").await;
    assert_eq!(location(&send(&stranger, &token, whole()).await), "/answered");
    location(&send(&stranger, &token, whole()).await);
    assert_eq!(kept(&stage).await, 1, "used up");
    let token = stage.asked("evidence").await;
    for _ in 0..20 {
        assert_eq!(s.may_answer_with_file(&visitor(), &token).await, Ok(()));
    }
    assert!(matches!(s.may_answer_with_file(&visitor(), &token).await, Err(AppError::TooMany(_))));
    location(&send(&stranger, &token, whole()).await);
    assert_eq!(kept(&stage).await, 1);
}

#[tokio::test]
async fn no_file_is_taken_from_another_site() {
    let (stage, stranger) = here().await;
    let token = stage.asked("evidence").await;
    let post = stranger.server().post(&format!("/answer/{token}/file")).add_header("sec-fetch-site", "cross-site");
    let forged = post.multipart(form("unclassified").add_part("proof_document", document("a.txt", b"words"))).await;
    assert_eq!((forged.status_code().as_u16(), kept(&stage).await), (403, 0));
}
