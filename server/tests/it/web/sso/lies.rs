//! What the provider says is believed only as far as it is proven.

use super::*;
use rstest::rstest;

#[rstest]
#[case::wrong_nonce(Lie::WrongNonce)]
#[case::no_nonce(Lie::NoNonce)]
#[case::wrong_audience(Lie::WrongAudience)]
#[case::a_second_audience(Lie::SecondAudience)]
#[case::issued_to_another_client(Lie::OtherParty)]
#[case::wrong_issuer(Lie::WrongIssuer)]
#[case::expired(Lie::Expired)]
#[case::issued_long_ago(Lie::IssuedLongAgo)]
#[case::signed_by_another_key(Lie::OtherKey)]
#[case::not_signed(Lie::Unsigned)]
#[case::signed_with_what_the_client_knows(Lie::SignedWithTheClientsSecret)]
#[case::with_another_access_token(Lie::OtherAccessToken)]
#[case::without_a_token(Lie::NoToken)]
#[tokio::test]
async fn an_identity_that_is_not_proven_lets_nobody_in(#[case] lie: Lie) {
    let scene = Scene::on_sqlite().await;
    let marie = scene.bench.person("Marie", None, Role::Lead).await.actor.person;
    scene.provider.lie(lie);
    let page = scene.fail(&scene.browser()).await;
    assert!(page.contains("could not be verified"), "{page}");
    assert!(scene.record(marie).await.is_empty());
    // The same account gets in with the truth, so that it was the lie that was refused.
    scene.provider.lie(Lie::None);
    assert_eq!(location(&scene.sign_in(&scene.browser()).await), "/plans");
}

#[tokio::test]
async fn a_provider_cannot_send_the_program_elsewhere() {
    let scene = Scene::on_sqlite().await;
    scene.provider.lie(Lie::Redirected);
    let browser = scene.browser();
    let page = told(&browser, browser.open("/sign-in/sso").await).await;
    assert!(page.contains("sign-in page does not answer"), "{page}");
}

#[tokio::test]
async fn an_answer_in_the_name_of_another_provider_is_refused() {
    let scene = Scene::on_sqlite().await;
    scene.bench.person("Marie", None, Role::Lead).await;
    let browser = scene.browser();
    let answer = scene.provider.agree(&scene.leave(&browser).await);
    let (start, _) = answer.split_once("&iss=").expect("an issuer");
    let response = browser.open(&format!("{start}&iss=https%3A%2F%2Fevil.example")).await;
    assert!(told(&browser, response).await.contains("could not be verified"));
}
