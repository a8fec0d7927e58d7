//! An answer beside what the record says now. The coordinator edits nothing: publish, or decline and say why.

use crate::{
    api::{
        contacts::{Answer, DeclineAnswer, ProposalPage, PublishAnswer},
        evidence::FileView,
        trail::HistoryPage,
    },
    components::{
        address, bar,
        breadcrumbs::{Breadcrumbs, to_measure},
        conflict::Conflict,
        dates::moment,
        evidence::size,
        form::TextArea,
        history::History,
        notice::Done,
        page::{PageHeading, load},
        text::Words,
    },
    i18n::{Arg, dates, name_of, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    contacts::ProposalState,
    deliverable::DeliverableStatus,
    evidence::{MarkingChoice, TypedEvidence},
    measure::MeasureStatus,
    progress::TypedProgress,
    text::{Coded, InLang, Lang},
    trail::RecordKind,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The page.
#[component]
pub fn Proposal() -> impl IntoView {
    let (id, history) = (address::id(), address::page_of("history"));
    let data = async move {
        let caller = caller()?;
        let page = backend().contacts.proposal(&caller, id?).await?;
        let history = backend().trail.history(&caller, RecordKind::ContactLink, page.link, history).await?;
        Ok((page, history))
    };
    load(data, |(page, history)| show(page, history)).into_any()
}

fn show(page: ProposalPage, history: HistoryPage) -> AnyView {
    let lang = use_lang();
    let label = Arg::from(page.measure.label.clone());
    let links = to_measure(page.plan_id, page.plan_title.as_ref(), page.measure.id, &page.measure.label);
    let from = [
        ("name", Arg::from(page.contact.clone())),
        ("email", Arg::from(page.email.as_str().to_owned())),
        ("at", Arg::from(moment(page.received_at))),
    ];
    let published = FormState::of(PublishAnswer::url());
    let state = if published.has_failed() { published } else { FormState::of(DeclineAnswer::url()) };
    let rows = match &page.answer {
        Answer::Update(typed) => update_rows(&page, typed),
        Answer::Evidence(typed) => evidence_rows(&page, typed),
    };
    view! {
        <Breadcrumbs links=links />
        <PageHeading title=t_args(lang, "proposal-title", &[("label", label)]) />
        <Done />
        <Conflict state=state keep=format!("/proposals/{}", page.id) resend=true />
        <p class="lead">{t_args(lang, "proposal-from", &from)}</p>
        <p class="commitment"><Words text=page.measure.text.clone() /></p>
        <table class="stacked proposal-table" role="table">
            <caption class="visually-hidden">{t(lang, "proposal-caption")}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{t(lang, "proposal-what")}</th>
                    <th scope="col" role="columnheader">{t(lang, "proposal-now")}</th>
                    <th scope="col" role="columnheader">{t(lang, "proposal-answer")}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
        {outcome(&page)}
        {page.may_publish.then(|| publish(&page))}
        {(page.state == ProposalState::Waiting).then(|| decline(&page))}
        <History history=history />
    }
    .into_any()
}

fn row(what: String, now: AnyView, said: AnyView) -> AnyView {
    let lang = use_lang();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{what}</th>
            <td role="cell" data-label=t(lang, "proposal-now")>{now}</td>
            <td role="cell" data-label=t(lang, "proposal-answer")>{said}</td>
        </tr>
    }
    .into_any()
}

fn words(text: String) -> AnyView {
    view! { <span class="words">{text}</span> }.into_any()
}

/// What was typed, in the language it was typed in.
fn typed_words(text: &str, of: &str) -> AnyView {
    view! { <span class="words" lang=of.to_owned()>{text.to_owned()}</span> }.into_any()
}

fn coded<T: Coded + std::str::FromStr>(lang: Lang, list: &str, code: &str) -> String {
    code.parse::<T>().map_or_else(|_| code.to_owned(), |value| name_of(lang, list, value))
}

fn update_rows(page: &ProposalPage, typed: &TypedProgress) -> Vec<AnyView> {
    let lang = use_lang();
    let (measure, last) = (&page.measure, page.last.as_ref());
    let silent = [&typed.done, &typed.obstacles, &typed.next_step].iter().all(|text| text.trim().is_empty());
    if typed.nothing_new == "yes" && silent {
        let now = name_of(lang, "status", measure.status);
        return vec![row(t(lang, "field-status"), words(now), words(t(lang, "field-nothing-new")))];
    }
    let said = |text: Option<&InLang>| view! { <Words text=text.cloned() /> }.into_any();
    let mut rows = vec![
        row(
            t(lang, "field-status"),
            words(name_of(lang, "status", measure.status)),
            words(coded::<MeasureStatus>(lang, "status", &typed.status)),
        ),
        row(t(lang, "field-percent"), words(bar::percent(lang, u32::from(measure.percent))), words(typed.percent.clone())),
        row(
            t(lang, "field-forecast"),
            words(measure.forecast.map(|due| dates::due(lang, due)).unwrap_or_default()),
            words(typed.forecast.clone()),
        ),
    ];
    let texts = [
        ("change-done", last.and_then(|last| last.done.as_ref()), &typed.done),
        ("change-obstacles", last.and_then(|last| last.obstacles.as_ref()), &typed.obstacles),
        ("change-next-step", last.and_then(|last| last.next_step.as_ref()), &typed.next_step),
    ];
    rows.extend(texts.map(|(key, now, answer)| row(t(lang, key), said(now), typed_words(answer, &typed.text_lang))));
    rows.extend(measure.deliverables.iter().map(|deliverable| {
        let title = deliverable.title.clone().map(|title| title.text).unwrap_or_default();
        let now = name_of(lang, "deliverable-status", deliverable.status);
        let answer = typed
            .deliverables
            .get(&deliverable.id)
            .map_or_else(|| now.clone(), |code| coded::<DeliverableStatus>(lang, "deliverable-status", code));
        row(title, words(now), words(answer))
    }));
    rows
}

fn evidence_rows(page: &ProposalPage, typed: &TypedEvidence) -> Vec<AnyView> {
    let lang = use_lang();
    let proves = page.measure.deliverables.iter().find(|deliverable| deliverable.id.to_string() == typed.deliverable);
    let proves = proves.and_then(|deliverable| deliverable.title.clone()).map(|title| title.text);
    let nothing = || words(String::new());
    // The address was checked when it came; here it is shown, and followed only by whoever chooses to.
    let matter = match (&page.file, typed.link()) {
        (Some(file), _) => row(t(lang, "field-proof-document"), nothing(), sent_file(page, file)),
        (None, Ok(link)) => {
            let link = view! { <a href=link.as_str().to_owned() rel="external noopener noreferrer">{typed.url.clone()}</a> };
            row(t(lang, "field-proof-url"), nothing(), link.into_any())
        }
        (None, Err(_)) => row(t(lang, "field-proof-url"), nothing(), words(typed.url.clone())),
    };
    vec![
        row(t(lang, "field-proof-title"), nothing(), typed_words(&typed.title, &typed.text_lang)),
        matter,
        row(t(lang, "field-proof-marking"), nothing(), words(coded::<MarkingChoice>(lang, "marking-choice", &typed.marking))),
        row(t(lang, "field-proof-deliverable"), nothing(), words(proves.unwrap_or_else(|| t(lang, "answer-whole-measure")))),
    ]
}

/// The file, to be opened until somebody decided: then it is part of the record, or gone.
fn sent_file(page: &ProposalPage, file: &FileView) -> AnyView {
    let lang = use_lang();
    let about = format!("{}, {}", file.name, size(lang, file.bytes));
    let name = if page.state == ProposalState::Waiting {
        view! { <a href=format!("/proposals/{}/file", page.id) download="">{about}</a> }.into_any()
    } else {
        words(about)
    };
    let gone = (page.state == ProposalState::Declined).then(|| view! { <p>{t(lang, "proposal-file-gone")}</p> });
    view! {
        {name}
        <p class="muted">{t(lang, "evidence-print")}" "<code class="evidence-hash">{file.sha256.clone()}</code></p>
        {gone}
    }
    .into_any()
}

/// What became of it.
fn outcome(page: &ProposalPage) -> AnyView {
    let lang = use_lang();
    let Some((who, at)) = page.decided.clone() else { return ().into_any() };
    let args = [("who", Arg::from(who)), ("at", Arg::from(moment(at)))];
    let key = if page.state == ProposalState::Published { "proposal-published-by" } else { "proposal-declined-by" };
    let reason = page.reason.clone().map(|reason| view! { <p class="words">{reason}</p> });
    view! {
        <section class="card">
            <p><strong>{t_args(lang, key, &args)}</strong></p>
            {reason}
        </section>
    }
    .into_any()
}

fn publish(page: &ProposalPage) -> AnyView {
    let lang = use_lang();
    let contact = [("name", Arg::from(page.name.clone()))];
    view! {
        <section class="card card-decide" aria-labelledby="publish">
            <h2 id="publish">{t(lang, "proposal-publish-title")}</h2>
            <p>{t_args(lang, "proposal-publish-meaning", &contact)}</p>
            {page.verifiers.as_deref().map(verifiable_by)}
            <form method="post" action=PublishAnswer::url()>
                <input type="hidden" name="proposal" value=page.id.to_string() />
                <input type="hidden" name="lock_version" value=page.lock_version.to_string() />
                <input type="hidden" name="measure_version" value=page.measure_version.to_string() />
                <button type="submit" class="button" id="field-publish">{t(lang, "proposal-publish")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// Who is left to verify a claim once this person published it, or that nobody is.
fn verifiable_by(names: &[String]) -> AnyView {
    let lang = use_lang();
    if names.is_empty() {
        return view! { <p class="notice notice-warning">{t(lang, "proposal-no-verifier")}</p> }.into_any();
    }
    let names = [("names", Arg::from(names.join(", ")))];
    view! { <p>{t_args(lang, "proposal-verifiers", &names)}</p> }.into_any()
}

fn decline(page: &ProposalPage) -> AnyView {
    let lang = use_lang();
    view! {
        <section class="card" aria-labelledby="decline">
            <h2 id="decline">{t(lang, "proposal-decline-title")}</h2>
            <form method="post" action=DeclineAnswer::url()>
                <input type="hidden" name="proposal" value=page.id.to_string() />
                <input type="hidden" name="lock_version" value=page.lock_version.to_string() />
                <TextArea name="decline_reason" state=FormState::of(DeclineAnswer::url()) rows=3 />
                <button type="submit" class="button button-secondary">{t(lang, "proposal-decline")}</button>
            </form>
        </section>
    }
    .into_any()
}
