//! What the pages of decisions share: what they are about, why there is nothing to decide, and a few fields.

use crate::{
    api::decisions::{About, MeetingChoice},
    components::{
        badge::{StatusBadge, days_late},
        breadcrumbs::{Breadcrumbs, to_measure},
        conflict::Conflict,
        dates::Due,
        form::{Select, field_id},
        page::PageHeading,
        text::Words,
    },
    i18n::{Arg, dates, name_of, t, t_args},
    pages::measures::{extensions_table, show_update},
    request::{FormState, use_lang},
};
use domain::text::{Coded, Lang};
use leptos::prelude::*;

/// Where the page belongs, its heading, and what is wrong with the form.
pub(super) fn head(about: &About, title: &'static str, state: FormState, keep: String) -> AnyView {
    let lang = use_lang();
    let label = Arg::from(about.measure.label.clone());
    let links = to_measure(about.plan_id, about.plan_title.as_ref(), about.measure.id, &about.measure.label);
    view! {
        <Breadcrumbs links=links />
        <PageHeading title=t_args(lang, title, &[("label", label)]) />
        <Conflict state=state keep=keep resend=about.blocked.is_none() />
    }
    .into_any()
}

/// What was promised, for when, how often that moved, and what was said last.
pub(super) fn about(about: &About) -> AnyView {
    let lang = use_lang();
    let measure = about.measure.clone();
    let late = |days: i64| (days > 0).then(|| view! { " "<strong class="late">{days_late(lang, days)}</strong> });
    let forecast =
        measure.forecast.map(|date| view! { <div><dt>{t(lang, "date-forecast")}</dt><dd><Due date=date /></dd></div> });
    let count = t_args(lang, "decide-extensions-count", &[("count", Arg::from(measure.extensions))]);
    let history = (!about.extensions.is_empty()).then(|| {
        view! {
            <details class="decide-extensions">
                <summary>{t(lang, "decide-extensions-history")}</summary>
                {extensions_table(about.extensions.clone())}
            </details>
        }
    });
    let last = about.last.clone().map(|update| {
        view! {
            <details class="last-time" open>
                <summary>{t(lang, "decide-last-update")}</summary>
                {show_update(update)}
            </details>
        }
    });
    view! {
        <section class="card reminder" aria-label=t(lang, "progress-about")>
            <p class="commitment"><Words text=measure.text.clone() /></p>
            <p><StatusBadge status=measure.status /></p>
            <dl class="facts">
                <div><dt>{t(lang, "date-original")}</dt><dd><Due date=measure.original />{late(measure.days_late_original())}</dd></div>
                <div><dt>{t(lang, "date-current")}</dt><dd><Due date=measure.current />{late(measure.flags.lateness.from_current)}</dd></div>
                {forecast}
                <div><dt>{t(lang, "decide-extensions")}</dt><dd>{count}</dd></div>
            </dl>
            {history}
            {last}
        </section>
    }
    .into_any()
}

/// Why there is nothing to decide; with what was typed meanwhile, so that it is not lost.
pub(super) fn blocked(about: &About, state: &FormState, texts: &[&str]) -> Option<AnyView> {
    let lang = use_lang();
    let code = about.blocked?;
    let typed = texts.iter().map(|field| state.value(field, "")).filter(|text| state.has_failed() && !text.trim().is_empty());
    let typed: Vec<_> = typed.map(|text| view! { <blockquote class="kept-words">{text}</blockquote> }).collect();
    let kept = (!typed.is_empty()).then(|| view! { <h2>{t(lang, "decide-kept")}</h2>{typed} });
    Some(
        view! {
            <section class="card card-decide" aria-label=t(lang, "decide-blocked")>
                <p>{name_of(lang, "problem", code)}</p>
                {kept}
                <p><a class="button button-secondary" href=format!("/measures/{}", about.measure.id)>{t(lang, "decide-see-measure")}</a></p>
            </section>
        }
        .into_any(),
    )
}

/// One of several answers: its code, what it is called, what it means, and a field that belongs to it alone.
pub(in crate::pages) struct Answer {
    pub code: &'static str,
    pub label: String,
    pub help: String,
    pub extra: Option<AnyView>,
}

/// The answers of a form. A field that belongs to one of them is shown with it; style hides it from the others where
/// the browser can, and never while something is wrong with it. `before` is the answer before any is chosen.
pub(in crate::pages) fn answers(state: &FormState, name: &'static str, before: &str, answers: Vec<Answer>) -> AnyView {
    let lang = use_lang();
    let id = field_id(name);
    let chosen = state.value(name, before);
    let problem = state.problem(name).map(|code| {
        view! { <p class="problem" id=format!("{id}-problem")>{name_of(lang, "problem", code)}</p> }
    });
    let described = problem.is_some().then(|| format!("{id}-problem"));
    let class = if problem.is_some() { "field field-wrong choices" } else { "field choices" };
    let items = answers.into_iter().enumerate().map(|(index, answer)| {
        // The first one carries the field's id, so that the summary of problems leads to it.
        let own = if index == 0 { id.clone() } else { format!("{id}-{index}") };
        let help = format!("{own}-help");
        view! {
            <div class="choice answer">
                <input
                    type="radio"
                    id=own.clone()
                    name=name
                    value=answer.code
                    checked=chosen == answer.code
                    aria-describedby=help.clone()
                />
                <label for=own>{answer.label}</label>
                <p class="hint" id=help>{answer.help}</p>
                {answer.extra.map(|extra| view! { <div class="answer-extra">{extra}</div> })}
            </div>
        }
    });
    view! {
        <fieldset class=class aria-describedby=described>
            <legend>{t(lang, &format!("field-{}", name.replace('_', "-")))}</legend>
            {problem}
            {items.collect::<Vec<_>>()}
        </fieldset>
    }
    .into_any()
}

/// The language the texts of the form are in.
pub(in crate::pages) fn text_lang(state: &FormState) -> AnyView {
    let lang = use_lang();
    let choices = Lang::ALL.iter().map(|of| (of.code().to_owned(), name_of(lang, "lang", *of))).collect();
    view! { <Select name="text_lang" state=state.clone() choices=choices before=lang.code() /> }.into_any()
}

/// The meeting that decided, where it was not the person alone. Nothing for a plan without meetings.
pub(super) fn meeting(state: &FormState, meetings: &[MeetingChoice]) -> Option<AnyView> {
    let lang = use_lang();
    let words = |meeting: &MeetingChoice| match &meeting.name {
        Some(name) => format!("{} – {}", dates::day(lang, meeting.held_on), name.text),
        None => dates::day(lang, meeting.held_on),
    };
    let own = (String::new(), t(lang, "decide-no-meeting"));
    let choices = std::iter::once(own).chain(meetings.iter().map(|meeting| (meeting.id.to_string(), words(meeting)))).collect();
    (!meetings.is_empty())
        .then(|| view! { <Select name="meeting" state=state.clone() choices=choices optional=true /> }.into_any())
}

/// The two numbers every form carries.
pub(super) fn hidden(name: &'static str, id: i64, lock_version: i32) -> AnyView {
    view! {
        <input type="hidden" name=name value=id.to_string() />
        <input type="hidden" name="lock_version" value=lock_version.to_string() />
    }
    .into_any()
}

/// The button that sends, and the way back.
pub(super) fn actions(send: &'static str, measure: i64) -> AnyView {
    let lang = use_lang();
    view! {
        <p class="actions">
            <button type="submit" class="button">{t(lang, send)}</button>
            <a href=format!("/measures/{measure}")>{t(lang, "progress-cancel")}</a>
        </p>
    }
    .into_any()
}
