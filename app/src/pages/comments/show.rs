//! The page of one comment: to answer what it proposes, or to withdraw it.

use super::item::item;
use crate::{
    api::{
        comments::{AnswerComment, CommentPage, WithdrawComment},
        trail::HistoryPage,
    },
    components::{
        address,
        badge::StatusBadge,
        breadcrumbs::{Breadcrumbs, to_measure},
        conflict::Conflict,
        form::TextArea,
        history::History,
        page::{PageHeading, load},
        text::Words,
    },
    i18n::{Arg, name_of, t, t_args},
    pages::decisions::{Answer, answers, text_lang},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    comments::{ProposalAnswer, ProposedDecision},
    text::Coded,
    trail::RecordKind,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Comment() -> impl IntoView {
    let (id, history) = (address::id(), address::page_of("history"));
    let data = async move {
        let (caller, id) = (caller()?, id?);
        let page = backend().comments.show(&caller, id).await?;
        // What a withdrawn comment said is told by its history, too: most who know of it do not read that.
        let history = backend().trail.history(&caller, RecordKind::Comment, id, history).await.unwrap_or_default();
        Ok((page, history))
    };
    load(data, |(page, history)| show(page, history)).into_any()
}

fn show(page: CommentPage, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    let label = Arg::from(page.measure.label.clone());
    let links = to_measure(page.plan_id, page.plan_title.as_ref(), page.measure.id, &page.measure.label);
    let answered = FormState::of(AnswerComment::url());
    let state = if answered.has_failed() { answered } else { FormState::of(WithdrawComment::url()) };
    view! {
        <Breadcrumbs links=links />
        <PageHeading title=t_args(lang, "comment-title", &[("label", label)]) />
        <Conflict state=state keep=format!("/comments/{}", page.comment.id) resend=page.may_answer || page.may_withdraw />
        <section class="card reminder" aria-label=t(lang, "progress-about")>
            <p class="commitment"><Words text=page.measure.text.clone() /></p>
            <p><StatusBadge status=page.measure.status /></p>
        </section>
        {item(page.comment.clone(), None)}
        {page.may_answer.then(|| answer(&page))}
        {page.may_withdraw.then(|| withdraw(&page))}
        <p class="actions"><a href=format!("/measures/{}", page.measure.id)>{t(lang, "decide-see-measure")}</a></p>
        <History history=history />
    }
    .into_any()
}

/// Where what is proposed is decided, for those who may.
fn way(page: &CommentPage) -> Option<(String, &'static str)> {
    let (id, proposed) = (page.measure.id, page.comment.proposed.as_ref()?.decision);
    match proposed.fate() {
        Some(fate) => page.may_decide.then(|| (format!("/measures/{id}/decide?fate={fate}"), "comment-decide")),
        None if proposed == ProposedDecision::Verification => Some((format!("/measures/{id}/verify"), "next-see-claim")),
        None => None,
    }
}

fn answer(page: &CommentPage) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(AnswerComment::url());
    let way = way(page).map(|(href, words)| {
        view! {
            <p>{t(lang, "comment-decide-help")}</p>
            <p><a class="button" href=href>{t(lang, words)}</a></p>
        }
    });
    let choice = |answer: ProposalAnswer| Answer {
        code: answer.code(),
        label: name_of(lang, "proposal-answer", answer),
        help: name_of(lang, "proposal-answer-help", answer),
        extra: None,
    };
    view! {
        <section class="no-print" aria-labelledby="answer">
            <h2 id="answer">{t(lang, "asked-answer-proposal")}</h2>
            {way}
            <form method="post" action=AnswerComment::url() class="report-form decide-form">
                <input type="hidden" name="comment" value=page.comment.id.to_string() />
                <input type="hidden" name="lock_version" value=page.lock_version.to_string() />
                {answers(&state, "proposal_answer", "", ProposalAnswer::ALL.iter().copied().map(choice).collect())}
                <TextArea name="answer_reason" state=state.clone() rows=3 />
                {text_lang(&state)}
                <p class="actions"><button type="submit" class="button button-secondary">{t(lang, "comment-answer-send")}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn withdraw(page: &CommentPage) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(WithdrawComment::url());
    view! {
        <section class="no-print" aria-labelledby="withdraw">
            <h2 id="withdraw">{t(lang, "comment-withdraw")}</h2>
            <p>{t(lang, "comment-withdraw-help")}</p>
            <form method="post" action=WithdrawComment::url()>
                <input type="hidden" name="comment" value=page.comment.id.to_string() />
                <input type="hidden" name="lock_version" value=page.lock_version.to_string() />
                <TextArea name="comment_reason" state=state rows=2 />
                <p class="actions"><button type="submit" class="button button-secondary">{t(lang, "comment-withdraw")}</button></p>
            </form>
        </section>
    }
    .into_any()
}
