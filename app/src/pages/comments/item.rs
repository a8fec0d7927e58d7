//! One comment: who wrote it, what it proposes, and what became of that.

use crate::{
    api::comments::{ActView, CommentView, ReplyView},
    components::text::Words,
    i18n::{Arg, dates, name_of, t, t_args},
    request::use_lang,
};
use domain::text::Lang;
use leptos::prelude::*;

fn act(lang: Lang, key: &str, of: &ActView) -> String {
    t_args(lang, key, &[("who", Arg::from(of.by.clone())), ("date", Arg::from(dates::day(lang, of.on)))])
}

/// Who wrote it, and when.
pub(super) fn by(lang: Lang, comment: &CommentView) -> String {
    act(lang, "comment-by", &comment.written)
}

/// The whole of it; `more` is said below.
pub(in crate::pages) fn item(comment: CommentView, more: Option<AnyView>) -> AnyView {
    let lang = use_lang();
    let is_open = comment.is_open();
    let proposed = comment.proposed.as_ref().map(|proposed| {
        let words = t_args(lang, "comment-proposes", &[("decision", Arg::from(name_of(lang, "proposed", proposed.decision)))]);
        let waits = is_open.then(|| view! { " "<span class="tag">{t(lang, "comment-waits")}</span> });
        view! { <p><strong>{words}</strong>{waits}</p> }
    });
    let withdrawn = comment.withdrawn.as_ref().map(|(by, reason)| {
        view! { <p class="muted">{act(lang, "comment-withdrawn-by", by)}" "<span class="words">{reason.clone()}</span></p> }
    });
    let reply = comment.proposed.as_ref().and_then(|proposed| proposed.reply.clone()).map(|reply| answered(lang, reply));
    view! {
        <article class="update">
            <p class="update-by">{by(lang, &comment)}</p>
            {proposed}
            {comment.text.map(|text| view! { <p><Words text=Some(text) /></p> })}
            {withdrawn}
            {reply}
            {more}
        </article>
    }
    .into_any()
}

fn answered(lang: Lang, reply: ReplyView) -> AnyView {
    let said = act(lang, &format!("comment-{}", reply.answer.to_string().replace('_', "-")), &reply.by);
    let reason = reply.reason.map(|reason| view! { " "<Words text=Some(reason) /> });
    view! { <p>{said}{reason}</p> }.into_any()
}
