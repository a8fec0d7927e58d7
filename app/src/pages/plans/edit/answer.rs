//! The part of a form that is management's response.

use super::parts::{coded, compared};
use crate::{
    api::editing::ResponseForm,
    components::{bilingual::BilingualText, conflict::Compared, form::Select},
    i18n::t,
    request::{FormState, use_lang},
};
use domain::{
    plan::ResponseKind,
    text::{Bilingual, Coded, Lang},
};
use leptos::prelude::*;

fn choices(lang: Lang) -> Vec<(String, String)> {
    coded::<ResponseKind>(lang, "response", Some(t(lang, "edit-no-response")))
}

fn kind(response: Option<&ResponseForm>) -> String {
    response.map(|response| response.kind.code().to_owned()).unwrap_or_default()
}

/// The fields.
pub(super) fn fields(title: String, response: Option<&ResponseForm>, state: &FormState) -> AnyView {
    let lang = use_lang();
    let (text, reason) = response.map(|r| (r.text.clone(), r.reason.clone())).unwrap_or_default();
    view! {
        <section class="edit-part" aria-labelledby="answer">
            <h2 id="answer">{title}</h2>
            <div class="edit-short">
                <Select name="answer_kind" state=state.clone() choices=choices(lang) before=kind(response) optional=true />
            </div>
            <BilingualText name="answer" state=state.clone() before=text rows=3 optional=true />
            <BilingualText name="answer_reason" state=state.clone() before=reason rows=2 optional=true />
        </section>
    }
    .into_any()
}

/// The same, as a conflict compares them.
pub(super) fn compare(lang: Lang, response: Option<&ResponseForm>) -> Vec<Compared> {
    let none = Bilingual::default();
    let (text, reason) = response.map_or((&none, &none), |response| (&response.text, &response.reason));
    let kind = Compared::choice("answer_kind", kind(response), choices(lang));
    [kind].into_iter().chain(compared("answer", text)).chain(compared("answer_reason", reason)).collect()
}
