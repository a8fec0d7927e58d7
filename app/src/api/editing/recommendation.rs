//! The form of a recommendation and of the response to it: what it shows and what it sends.

use super::{PlanHead, ResponseForm, TypedAnswer, TypedText, id_or_new};
use crate::{
    error::AppError,
    request::{backend, caller},
};
use domain::{plan::Priority, text::Bilingual};
use leptos::server;
use serde::{Deserialize, Serialize};

/// The form of a recommendation and the response to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationForm {
    /// Its id; `None` for a new one.
    pub id: Option<i64>,
    /// Its plan.
    pub plan: PlanHead,
    /// Its number.
    pub number: String,
    /// Its text.
    pub text: Bilingual,
    /// To whom it is addressed.
    pub addressee: Bilingual,
    /// How urgent it is.
    pub priority: Priority,
    /// The response to it.
    pub response: Option<ResponseForm>,
    /// Guards against overwriting.
    pub lock_version: i32,
}

/// A recommendation as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedRecommendationEdit {
    /// The number.
    pub number: String,
    /// The text.
    pub text: TypedText,
    /// To whom.
    pub addressee: TypedText,
    /// A `Priority` code.
    pub priority: String,
    /// The response.
    pub answer: TypedAnswer,
    /// Why an approved one is amended.
    pub why: String,
    /// Which view of the form this is; empty where that is not told apart.
    pub form_key: String,
}

/// Changes a recommendation and the response to it, or adds one.
#[allow(clippy::too_many_arguments)]
#[server(prefix = "/do", endpoint = "save-recommendation")]
pub async fn save_recommendation(
    /// The id of the plan.
    plan: i64,
    /// The id of the recommendation; blank for a new one.
    #[server(default)]
    recommendation: String,
    /// Guards against overwriting.
    lock_version: i32,
    /// The number.
    #[server(default)]
    number: String,
    /// The text in English.
    #[server(default)]
    text_en: String,
    /// The text in French.
    #[server(default)]
    text_fr: String,
    /// To whom, in English.
    #[server(default)]
    addressee_en: String,
    /// To whom, in French.
    #[server(default)]
    addressee_fr: String,
    /// A `Priority` code.
    #[server(default)]
    priority: String,
    /// A `ResponseKind` code, or blank.
    #[server(default)]
    answer_kind: String,
    /// The words of the response in English.
    #[server(default)]
    answer_en: String,
    /// The words of the response in French.
    #[server(default)]
    answer_fr: String,
    /// The reason in English.
    #[server(default)]
    answer_reason_en: String,
    /// The reason in French.
    #[server(default)]
    answer_reason_fr: String,
    /// Why an approved one is amended.
    #[server(default)]
    why: String,
    /// Which view of the form this is.
    #[server(default)]
    form_key: String,
) -> Result<(), AppError> {
    let answer = TypedAnswer {
        kind: answer_kind,
        text: TypedText::new(answer_en, answer_fr),
        reason: TypedText::new(answer_reason_en, answer_reason_fr),
    };
    let (text, addressee) = (TypedText::new(text_en, text_fr), TypedText::new(addressee_en, addressee_fr));
    let typed = TypedRecommendationEdit { number, text, addressee, priority, answer, why, form_key };
    let done = match id_or_new(&recommendation)? {
        Some(id) => {
            backend().editing.edit_recommendation(&caller()?, id, lock_version, &typed).await?;
            "recommendation-edited"
        }
        None => {
            backend().editing.add_recommendation(&caller()?, plan, &typed).await?;
            "recommendation-added"
        }
    };
    leptos_axum::redirect(&format!("/plans/{plan}?done={done}"));
    Ok(())
}

/// Takes a recommendation out of a draft.
#[server(prefix = "/do", endpoint = "remove-recommendation")]
pub async fn remove_recommendation(
    /// The id of the recommendation.
    recommendation: i64,
    /// Guards against removing what was changed meanwhile.
    lock_version: i32,
) -> Result<(), AppError> {
    let plan = backend().editing.remove_recommendation(&caller()?, recommendation, lock_version).await?;
    leptos_axum::redirect(&format!("/plans/{plan}?done=recommendation-removed"));
    Ok(())
}
