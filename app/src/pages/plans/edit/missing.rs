//! What is missing in one language, each text beside its words in the other one, with the way to its field.

use super::parts;
use crate::{
    api::editing::{MissingOf, MissingPage, MissingText},
    components::{
        address,
        page::{PageHeading, load},
    },
    i18n::{Arg, name_of, t, t_args},
    request::{backend, caller, use_lang},
};
use domain::{
    plan::BaselineEntity,
    text::{Coded, Lang},
};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Missing() -> impl IntoView {
    let id = address::id();
    load(async move { backend().editing.missing(&caller()?, id?).await }, |page| show(&page)).into_any()
}

fn show(page: &MissingPage) -> AnyView {
    let lang = use_lang();
    let intro = if page.texts.is_empty() { "missing-none" } else { "missing-intro" };
    let lists: Vec<_> = Lang::ALL.iter().map(|missing| list(page, *missing)).collect();
    view! {
        {parts::breadcrumbs(&page.plan, None)}
        <PageHeading title=t(lang, "missing-title") />
        <p class="lead">{t(lang, intro)}</p>
        {lists}
        <p><a href=format!("/plans/{}", page.plan.id)>{t(lang, "missing-back")}</a></p>
    }
    .into_any()
}

/// Everything without a text in one language.
fn list(page: &MissingPage, missing: Lang) -> AnyView {
    let lang = use_lang();
    let rows: Vec<_> = page.texts.iter().filter(|text| text.lang == missing).map(|text| row(page, text)).collect();
    let id = format!("missing-{missing}");
    let count = [("count", Arg::from(rows.len() as i64))];
    let title = t_args(lang, &format!("missing-in-{missing}"), &count);
    (!rows.is_empty())
        .then(|| {
            view! {
                <section aria-labelledby=id.clone()>
                    <h2 id=id.clone()>{title}</h2>
                    <ul class="missing-list">{rows}</ul>
                </section>
            }
        })
        .into_any()
}

/// What is missing, in words: "Measure 2a: text".
fn what(lang: Lang, text: &MissingText) -> String {
    let key = format!("missing-{}-{}", text.of.code(), text.field);
    let key =
        if text.label.is_empty() && text.of == MissingOf::Plan(BaselineEntity::Response) { format!("{key}-global") } else { key };
    t_args(lang, &key, &[("label", Arg::from(text.label.clone()))])
}

fn row(page: &MissingPage, text: &MissingText) -> AnyView {
    let lang = use_lang();
    let what = what(lang, text);
    let add = t_args(lang, "missing-add", &[("lang", Arg::from(name_of(lang, "lang", text.lang)))]);
    let may_edit = if text.of == MissingOf::Cost { page.may_record_costs } else { page.may_edit };
    let link = may_edit.then(|| {
        view! { <a class="missing-add" href=text.href.clone()>{add}<span class="visually-hidden">" – "{what.clone()}</span></a> }
    });
    view! {
        <li>
            <p class="missing-what">{what}</p>
            <p class="missing-words" lang=text.lang.other().to_string()>{text.words.clone()}</p>
            {link}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_can_be_missing_is_named() {
        let all = [
            (BaselineEntity::Plan, "title"),
            (BaselineEntity::Plan, "source-title"),
            (BaselineEntity::Response, "text"),
            (BaselineEntity::Response, "reason"),
            (BaselineEntity::Recommendation, "text"),
            (BaselineEntity::Recommendation, "addressee"),
            (BaselineEntity::Measure, "text"),
            (BaselineEntity::Deliverable, "title"),
        ];
        let all = all.map(|(of, field)| (MissingOf::Plan(of), field));
        let all = all.into_iter().chain([(MissingOf::Cost, "activity"), (MissingOf::Cost, "note")]);
        for ((of, field), label) in all.flat_map(|what| [(what, "2a"), (what, "")]) {
            let text = MissingText {
                of,
                label: label.into(),
                field: field.into(),
                lang: Lang::Fr,
                words: "Words".into(),
                href: "/x".into(),
            };
            for lang in Lang::ALL {
                let words = what(*lang, &text);
                assert!(
                    !words.starts_with("missing-")
                        && (label.is_empty()
                            || matches!(of, MissingOf::Plan(BaselineEntity::Plan) | MissingOf::Cost)
                            || words.contains(label)),
                    "{words}"
                );
            }
        }
    }
}
