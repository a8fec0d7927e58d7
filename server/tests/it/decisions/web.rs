//! The pages of decisions over HTTP: what each person gets, and that nothing typed is lost.

use super::scene::Scene;
use crate::support::{Browser, location};

async fn browsers(scene: &Scene) -> [Browser; 3] {
    [
        Browser::signed_in(&scene.bench, &scene.luc).await,
        Browser::signed_in(&scene.bench, &scene.eve).await,
        Browser::signed_in(&scene.bench, &scene.claire).await,
    ]
}

#[tokio::test]
async fn an_extension_goes_from_the_lead_to_the_executive_and_back_in_plain_forms() {
    let scene = Scene::sqlite().await;
    let [luc, eve, claire] = browsers(&scene).await;
    let id = scene.measure(0).await.figures.id.to_string();
    let page = format!("/measures/{id}/extension");
    let measure = luc.open(&format!("/measures/{id}")).await.text();
    assert!(measure.contains(&format!("href=\"{page}\"")), "{measure}");

    let fields = |version: &'static str, date: &'static str| {
        [("measure", id.clone()), ("lock_version", version.into()), ("new_date", date.into()), ("text_lang", "fr".into())]
    };
    let ask = async |version, date, reason: &str| {
        let mut fields: Vec<(&str, String)> = fields(version, date).into();
        fields.extend([("extension_reason", reason.to_owned()), ("impact", "La mesure 2 attend".to_owned())]);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        location(&luc.send("/do/ask-extension", &page, &fields).await)
    };
    assert_eq!(ask("0", "mars 2018", "Parce que </textarea>").await, page);
    let back = luc.open(&page).await.text();
    assert!(back.contains("Parce que &lt;/textarea&gt;") && back.contains("href=\"#field-new-date\""), "{back}");
    assert_eq!(ask("0", "juin 2018", "Parce que").await, format!("/measures/{id}?done=extension-asked"));

    let shown = eve.open("/extensions/1?lang=en").await.text();
    for words in ["Extension of measure 1", "Grant it until June 2018", "Parce que", "name=\"granted_date\""] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    let work = eve.open("/").await.text();
    assert!(work.contains("href=\"/extensions/1\""), "{work}");
    assert!(!luc.open("/extensions/1").await.text().contains("name=\"granted_date\""));
    let stale =
        [("extension", "1"), ("lock_version", "0"), ("answer", "refused"), ("decision_reason", "Trop tard"), ("text_lang", "fr")];
    assert_eq!(location(&claire.send("/do/decide-extension", "/extensions/1", &stale).await), "/extensions/1");
    assert!(claire.open("/extensions/1").await.text().contains("Trop tard"), "what was typed is still there");
    let grant = [("extension", "1"), ("lock_version", "1"), ("answer", "as_asked"), ("text_lang", "fr")];
    assert_eq!(
        location(&eve.send("/do/decide-extension", "/extensions/1", &grant).await),
        format!("/measures/{id}?done=extension-decided")
    );
    let refuse =
        [("extension", "1"), ("lock_version", "1"), ("answer", "refused"), ("decision_reason", "Trop tard"), ("text_lang", "fr")];
    assert_eq!(location(&claire.send("/do/decide-extension", "/extensions/1", &refuse).await), "/extensions/1");
    let late = claire.open("/extensions/1").await.text();
    assert!(late.contains("class=\"kept-words\">Trop tard") && !late.contains("name=\"granted_date\""), "{late}");
}

#[tokio::test]
async fn a_claim_is_verified_in_a_plain_form_and_the_measure_shows_it() {
    let scene = Scene::sqlite().await;
    let [luc, eve, claire] = browsers(&scene).await;
    scene.claim(&scene.luc, 0).await.expect("a claim");
    let id = scene.measure(0).await.figures.id.to_string();
    let page = format!("/measures/{id}/verify");
    assert!(claire.open("/").await.text().contains(&format!("href=\"{page}\"")));
    let shown = claire.open(&page).await.text();
    assert!(shown.contains("La réunion a eu lieu") && shown.contains("value=\"returned\""), "{shown}");
    for other in [&luc, &eve] {
        assert!(!other.open(&page).await.text().contains("value=\"returned\""));
    }
    let fields = [
        ("measure", id.as_str()),
        ("lock_version", "1"),
        ("verification_outcome", "accepted"),
        ("verification_notes", "Vu sur place"),
        ("text_lang", "fr"),
    ];
    assert_eq!(location(&claire.send("/do/verify-claim", &page, &fields).await), format!("/measures/{id}?done=claim-answered"));
    let measure = luc.open(&format!("/measures/{id}?lang=en")).await.text();
    assert!(measure.contains("Vu sur place") && measure.contains("Verified and closed"), "{measure}");
    assert!(claire.open(&format!("{page}?lang=en")).await.text().contains("This measure has come to an end."));
}

#[tokio::test]
async fn a_fate_is_decided_in_a_plain_form_that_its_lead_does_not_get() {
    let scene = Scene::sqlite().await;
    let [luc, eve, _] = browsers(&scene).await;
    let id = scene.measure(0).await.figures.id.to_string();
    let page = format!("/measures/{id}/decide");
    assert_eq!(luc.open(&page).await.status_code(), 403);
    assert!(!luc.open(&format!("/measures/{id}")).await.text().contains(&page));
    assert!(eve.open(&format!("/measures/{id}")).await.text().contains(&page));
    let successor = scene.measure(1).await.figures.id.to_string();
    let fields = |fate: &'static str| {
        [
            ("measure", id.as_str()),
            ("lock_version", "0"),
            ("fate", fate),
            ("fate_reason", "Doublon"),
            ("successor", successor.as_str()),
            ("text_lang", "fr"),
        ]
    };
    assert_eq!(location(&eve.send("/do/decide-fate", &page, &fields("no_longer_applicable")).await), page);
    let back = eve.open(&page).await.text();
    assert!(back.contains("Doublon") && back.contains("href=\"#field-successor\""), "{back}");
    assert_eq!(
        location(&eve.send("/do/decide-fate", &page, &fields("superseded")).await),
        format!("/measures/{id}?done=fate-decided")
    );
    let old = luc.open(&format!("/measures/{id}")).await.text();
    assert!(old.contains(&format!("href=\"/measures/{successor}\"")) && old.contains("Doublon"), "{old}");
    assert!(luc.open(&format!("/measures/{successor}")).await.text().contains(&format!("href=\"/measures/{id}\"")));
}
