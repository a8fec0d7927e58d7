//! The comments on a measure, on its page, for those who work with the plan.

use super::item::{by, item};
use crate::{
    api::comments::{AddComment, CommentView, MeasureComments},
    components::{
        address,
        form::{FormKey, Select, TextArea},
        pagination::Pagination,
    },
    i18n::{name_of, t},
    pages::decisions::text_lang,
    request::{FormState, backend, caller, use_lang},
};
use domain::text::Coded;
use leptos::{prelude::*, server_fn::ServerFn};

/// The name of the page of comments in the query.
const PAGE: &str = "comments";

/// The section, awaited by itself; nothing for those it is not for.
pub(in crate::pages) fn of_measure(measure: i64) -> AnyView {
    let page = address::parsed(PAGE);
    let found = async move { backend().comments.of_measure(&caller()?, measure, page).await };
    view! { {Suspend::new(async move { found.await.ok().flatten().map(section) })} }.into_any()
}

fn section(comments: MeasureComments) -> AnyView {
    let lang = use_lang();
    if comments.comments.is_empty() && !comments.may_comment {
        return ().into_any();
    }
    let form = comments.may_comment.then(|| form(&comments));
    let may_answer = comments.may_answer;
    let items: Vec<_> = comments.comments.into_iter().map(|comment| view! { <li>{entry(comment, may_answer)}</li> }).collect();
    let list = if items.is_empty() {
        view! { <p class="muted">{t(lang, "comments-none")}</p> }.into_any()
    } else {
        view! { <ol class="updates">{items}</ol> }.into_any()
    };
    view! {
        <section class="comments no-print" aria-labelledby="comments">
            <h2 id="comments">{t(lang, "comments-title")}</h2>
            <p class="muted">{t(lang, "comments-intro")}</p>
            {list}
            <Pagination page=comments.page name=PAGE />
            {form}
        </section>
    }
    .into_any()
}

fn entry(comment: CommentView, may_answer: bool) -> AnyView {
    let lang = use_lang();
    let words = if may_answer && comment.is_open() { "asked-answer-proposal" } else { "comment-see" };
    let link = view! {
        <p>
            <a href=format!("/comments/{}", comment.id)>
                {t(lang, words)}<span class="visually-hidden">" – "{by(lang, &comment)}</span>
            </a>
        </p>
    };
    item(comment, Some(link.into_any()))
}

fn form(comments: &MeasureComments) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(AddComment::url());
    let nothing = (String::new(), t(lang, "proposes-nothing"));
    let possible = comments.possible.iter().map(|decision| (decision.code().to_owned(), name_of(lang, "proposed", *decision)));
    let choices = std::iter::once(nothing).chain(possible).collect();
    view! {
        <form method="post" action=AddComment::url() class="report-form" aria-labelledby="comment-add">
            <h3 id="comment-add">{t(lang, "comment-add")}</h3>
            <input type="hidden" name="measure" value=comments.measure.to_string() />
            <FormKey />
            <TextArea name="comment_text" state=state.clone() rows=4 />
            <Select name="proposes" state=state.clone() choices=choices optional=true />
            {text_lang(&state)}
            <p class="actions"><button type="submit" class="button">{t(lang, "comment-send")}</button></p>
        </form>
    }
    .into_any()
}
