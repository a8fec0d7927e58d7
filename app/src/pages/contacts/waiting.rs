//! The answers of contacts that wait for a coordinator, for my work.

use crate::{
    api::contacts::WaitingAnswer,
    components::{dates::moment, text::Words},
    i18n::{Arg, name_of, t, t_args},
    request::use_lang,
};
use leptos::prelude::*;

/// The section; nothing when nothing waits.
pub(in crate::pages) fn list(answers: Vec<WaitingAnswer>) -> AnyView {
    let lang = use_lang();
    let items: Vec<_> = answers.into_iter().map(item).collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <section class="work-group" aria-labelledby="work-answers">
                    <h2 id="work-answers">{t(lang, "answers-title")}</h2>
                    <ul class="work-list">{items}</ul>
                </section>
            }
        })
        .into_any()
}

fn item(answer: WaitingAnswer) -> AnyView {
    let lang = use_lang();
    let label = t_args(lang, "measure-label", &[("label", Arg::from(answer.label))]);
    let about = [
        ("contact", Arg::from(answer.name)),
        ("purpose", Arg::from(name_of(lang, "contact-purpose", answer.purpose))),
        ("at", Arg::from(moment(answer.received_at))),
    ];
    view! {
        <li class="work-item">
            <div class="work-what">
                <h3><a href=format!("/proposals/{}", answer.id)>{label.clone()}</a></h3>
                <p class="work-text"><Words text=answer.text /></p>
                <p class="work-why">{t_args(lang, "answers-why", &about)}</p>
            </div>
            <div class="work-do">
                <a class="button" href=format!("/proposals/{}", answer.id)>
                    {t(lang, "answers-look")}
                    <span class="visually-hidden">" – "{label}</span>
                </a>
            </div>
        </li>
    }
    .into_any()
}
