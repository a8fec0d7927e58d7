//! The forms over HTTP: plain, in both languages, and nothing typed is lost.

use super::*;
use crate::support::{Browser, location};

#[tokio::test]
async fn a_proposal_goes_from_a_member_to_the_decision_in_plain_forms() {
    let stage = Stage::sqlite().await;
    let (id, claire) = (stage.id(0).await.to_string(), Browser::signed_in(&stage.scene.bench, &stage.scene.claire).await);
    let mia = Browser::signed_in(&stage.scene.bench, &stage.mia).await;
    let page = format!("/measures/{id}");
    let fields =
        |text: &'static str| [("measure", id.as_str()), ("comment_text", text), ("proposes", "superseded"), ("text_lang", "fr")];
    assert_eq!(location(&mia.send("/do/add-comment", &page, &fields("")).await), page);
    let back = mia.open(&page).await.text();
    assert!(back.contains("href=\"#field-comment-text\"") && back.contains("value=\"superseded\" selected"), "{back}");
    let sent = mia.send("/do/add-comment", &page, &fields("Double emploi <b>")).await;
    assert_eq!(location(&sent), format!("{page}?done=comment-added"));
    let shown = mia.open(&format!("{page}?done=comment-added&lang=en")).await.text();
    for words in
        ["Your comment is added.", "Double emploi &lt;b&gt;", "Proposed: Replace it by another measure", "Open the comment"]
    {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    assert!(!shown.contains("Answer the proposal"), "a member proposes and does not answer");

    let work = claire.open("/").await.text();
    assert!(work.contains("href=\"/comments/1\"") && work.contains("Répondre à la proposition"), "{work}");
    let comment = claire.open("/comments/1?lang=en").await.text();
    let decide = format!("/measures/{id}/decide?fate=superseded");
    assert!(comment.contains(&format!("href=\"{decide}\"")) && comment.contains("name=\"proposal_answer\""), "{comment}");
    let form = claire.open(&decide).await.text();
    assert!(form.contains("Double emploi &lt;b&gt;"), "who decides reads why: {form}");
    let chosen = form.split("<input").find(|input| input.contains("value=\"superseded\"")).expect("the choice");
    assert!(chosen.split('>').next().is_some_and(|tag| tag.contains("checked")), "{chosen}");
    let report = claire.open(&format!("/plans/{}/meeting-report?lang=en", stage.scene.plan)).await.text();
    assert!(report.contains("Proposed decisions") && report.contains("href=\"/comments/1\""), "{report}");

    let aside = [("comment", "1"), ("lock_version", "0"), ("proposal_answer", "set_aside"), ("text_lang", "fr")];
    assert_eq!(location(&claire.send("/do/answer-comment", "/comments/1", &aside).await), "/comments/1");
    assert!(claire.open("/comments/1").await.text().contains("href=\"#field-answer-reason\""));
    let mut with_reason = aside.to_vec();
    with_reason.push(("answer_reason", "Les deux restent utiles"));
    let sent = claire.send("/do/answer-comment", "/comments/1", &with_reason).await;
    assert_eq!(location(&sent), format!("{page}?done=proposal-answered"));
    let answered = mia.open(&format!("{page}?lang=fr")).await.text();
    assert!(
        answered.contains("Écartée par Claire le 15\u{a0}mars\u{a0}2018\u{a0}:") && answered.contains("Les deux restent utiles"),
        "{answered}"
    );
    let withdraw = [("comment", "1"), ("lock_version", "1"), ("comment_reason", "Mieux dit ailleurs")];
    let sent = mia.send("/do/withdraw-comment", "/comments/1", &withdraw).await;
    assert_eq!(location(&sent), format!("{page}?done=comment-withdrawn"));
    let gone = mia.open("/comments/1").await.text();
    assert!(gone.contains("Mieux dit ailleurs") && !gone.contains("Double emploi"), "{gone}");
    assert!(claire.open("/comments/1").await.text().contains("Double emploi"));
}
