//! Two people with one form: what is saved now beside what was typed, and a way to keep either.
//!
//! Every form has it: where an `ErrorSummary` meets a conflict it tells who changed what and when, beside what was
//! typed, and the form below, which carries the version there is now, can be sent again. The request brings the changes
//! (`RequestInfo::behind`), so a page asks for nothing. A form that shows the fields of its record compares them one by
//! one:
//!
//! 1. Where the page had `<ErrorSummary state=… />` it has [`Conflict`] with the fields; it is an `ErrorSummary` for
//!    every other error.
//! 2. The form goes on to fill itself by `state.value(name, before)`, and sends the `lock_version` that was just
//!    loaded: sent again, it replaces what the other person saved.

use super::{
    dates,
    errors::{ErrorSummary, afresh, way_out},
    form::{field_id, label},
    history,
};
use crate::{
    api::trail::HistoryEntry,
    error::AppError,
    i18n::{Arg, t, t_args},
    request::{FormState, request, use_lang},
};
use domain::text::Lang;
use leptos::prelude::*;

/// A field that two people may have filled in differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    name: String,
    label: Option<String>,
    recorded_as: Option<String>,
    is_recorded: bool,
    theirs: String,
    choices: Vec<(String, String)>,
}

impl Compared {
    /// A text: the field's name and what is saved now, as the form would show it.
    #[must_use]
    pub fn text(name: impl Into<String>, theirs: impl Into<String>) -> Self {
        let (name, theirs) = (name.into(), theirs.into());
        Self { name, label: None, recorded_as: None, is_recorded: true, theirs, choices: Vec::new() }
    }

    /// A choice: the field's name, the code that is saved now, and the (code, words) that the form offers.
    #[must_use]
    pub fn choice(name: impl Into<String>, theirs: impl Into<String>, choices: Vec<(String, String)>) -> Self {
        Self { choices, ..Self::text(name, theirs) }
    }

    /// What people call the field, where the catalogue has no `field-<name>` for it.
    #[must_use]
    pub fn called(self, label: impl Into<String>) -> Self {
        Self { label: Some(label.into()), ..self }
    }

    /// The name of the field in the audit trail, where it is not the one in the form.
    #[must_use]
    pub fn recorded_as(self, field: impl Into<String>) -> Self {
        Self { recorded_as: Some(field.into()), ..self }
    }

    /// For what is saved and is no record, such as a draft: the trail cannot tell who saved it.
    #[must_use]
    pub fn unrecorded(self) -> Self {
        Self { is_recorded: false, ..self }
    }

    fn words(&self, value: &str) -> String {
        self.choices.iter().find(|(code, _)| code == value).map_or_else(|| value.to_owned(), |(_, words)| words.clone())
    }

    /// Who saved the value there is now, as far as the trail tells.
    fn change<'a>(&self, changes: &'a [HistoryEntry]) -> Option<&'a HistoryEntry> {
        let field = self.recorded_as.as_deref().unwrap_or(&self.name);
        changes.iter().find(|entry| self.is_recorded && entry.changes.iter().any(|change| change.field == field))
    }
}

/// What a conflict is about, or the problems of a form that failed otherwise. Nothing when it has not failed.
#[component]
pub fn Conflict(
    /// The form.
    state: FormState,
    /// Every field that can be told apart, as it is saved now. Empty for a form without any.
    #[prop(default = Vec::new())]
    fields: Vec<Compared>,
    /// The page without what was typed: the way to keep what is saved.
    #[prop(into)]
    keep: String,
    /// Whether the form is still there to be sent again.
    #[prop(default = true)]
    resend: bool,
    /// A sentence on what sending again means for this kind of record.
    #[prop(default = None, into)]
    note: Option<String>,
    /// A title and who was faster, where it was not somebody else.
    #[prop(default = None)]
    told: Option<(String, String)>,
) -> impl IntoView {
    if state.error() != Some(&AppError::Conflict) {
        return view! { <ErrorSummary state=state /> }.into_any();
    }
    let lang = use_lang();
    let changes = request().behind;
    let has_fields = !fields.is_empty();
    let differing: Vec<_> = fields.iter().filter_map(|field| difference(lang, &state, field, &changes)).collect();
    let what = match (has_fields, differing.is_empty()) {
        (true, true) => view! { <p>{t(lang, "conflict-same")}</p> }.into_any(),
        (true, false) => view! {
            <p>{t(lang, "conflict-nothing-lost")}</p>
            <h3>{t(lang, "conflict-what")}</h3>
            <div class="conflict-fields">{differing}</div>
        }
        .into_any(),
        (false, _) => view! { {last_change(&changes)} {written(lang, &state)} }.into_any(),
    };
    let wrote = has_fields || state.typed().iter().any(is_written);
    let again = resend.then(|| {
        let words = if wrote { t(lang, "conflict-keep-yours") } else { t(lang, "conflict-look-again") };
        view! { <p>{words}</p> }
    });
    let keep_theirs = if wrote {
        let href = afresh(&keep);
        view! { <p><a class="button button-secondary" href=href>{t(lang, "conflict-keep-theirs")}</a></p> }.into_any()
    } else {
        way_out()
    };
    let (title, last) = told.unwrap_or_else(|| (t(lang, "conflict-title"), last_words(lang, changes.first())));
    view! {
        <div class="error-summary conflict" role="alert" tabindex="-1" aria-labelledby="error-summary-title">
            <h2 id="error-summary-title">{title}</h2>
            <p>{last}</p>
            {what}
            {again}
            {note.map(|note| view! { <p>{note}</p> })}
            {keep_theirs}
        </div>
    }
    .into_any()
}

/// Who was faster, and when.
#[must_use]
pub fn last_words(lang: Lang, last: Option<&HistoryEntry>) -> String {
    let Some(last) = last else { return t(lang, "conflict-last-unknown") };
    let action = history::action_words(lang, &last.action);
    let at = dates::moment(last.at);
    t_args(
        lang,
        "conflict-last",
        &[("action", Arg::from(action)), ("who", Arg::from(history::who(lang, last))), ("at", Arg::from(at))],
    )
}

/// What the latest change was, for a form that has nothing to compare.
fn last_change(changes: &[HistoryEntry]) -> AnyView {
    let lang = use_lang();
    let changed = changes.first().map(|last| last.changes.as_slice()).unwrap_or_default();
    let items: Vec<_> = changed.iter().map(|change| view! { <li>{history::change_words(lang, change)}</li> }).collect();
    (!items.is_empty()).then(|| view! { <h3>{t(lang, "conflict-changed")}</h3><ul>{items}</ul> }).into_any()
}

/// Fields in which people write, of the forms whose fields are not those of a record.
const WRITTEN: &[&str] = &[
    "new_date",
    "extension_reason",
    "impact",
    "granted_date",
    "decision_reason",
    "verification_notes",
    "fate_reason",
    "answer_reason",
    "evidence_title",
    "evidence_url",
    "withdraw_reason",
    "comment_reason",
    "archive_reason",
    "factor_reason",
    "sessions_reason",
    "unlink_reason",
    "decline_reason",
    "reason",
    "starts_on",
    "ends_on",
    "email",
];

fn is_written((name, value): &(String, String)) -> bool {
    WRITTEN.contains(&name.as_str()) && !value.trim().is_empty()
}

/// What was typed, for a form that has nothing to compare it with.
fn written(lang: Lang, state: &FormState) -> AnyView {
    let field = |(name, value): &(String, String)| {
        let href = format!("#{}", field_id(name));
        view! {
            <div><dt><a href=href>{label(lang, name)}</a></dt><dd>{value.clone()}</dd></div>
        }
    };
    let fields: Vec<_> = state.typed().iter().filter(|field| is_written(field)).map(field).collect();
    (!fields.is_empty()).then(|| view! { <h3>{t(lang, "conflict-yours")}</h3><dl class="said">{fields}</dl> }).into_any()
}

/// What somebody else did meanwhile, where the form itself is not there any more. Nothing when no form met a conflict.
#[must_use]
pub fn overtaken() -> AnyView {
    let info = request();
    let met = info.failure.as_ref().is_some_and(|failure| failure.error == AppError::Conflict);
    met.then(|| {
        view! {
            <div class="error-summary conflict" role="alert" tabindex="-1" aria-labelledby="error-summary-title">
                <h2 id="error-summary-title">{t(info.lang, "conflict-title")}</h2>
                <p>{last_words(info.lang, info.behind.first())}</p>
                {last_change(&info.behind)}
            </div>
        }
    })
    .into_any()
}

/// One field, unless both say the same.
fn difference(lang: Lang, state: &FormState, field: &Compared, changes: &[HistoryEntry]) -> Option<AnyView> {
    let yours = state.value(&field.name, &field.theirs);
    if same(&yours, &field.theirs) {
        return None;
    }
    let href = format!("#{}", field_id(&field.name));
    let name = field.label.clone().unwrap_or_else(|| label(lang, &field.name));
    let by = field.change(changes).map(|entry| {
        let args = [("who", Arg::from(history::who(lang, entry))), ("at", Arg::from(dates::moment(entry.at)))];
        view! { <span class="conflict-by muted">{t_args(lang, "conflict-by", &args)}</span> }
    });
    let value = |value: &str| {
        let words = field.words(value);
        let is_blank = words.trim().is_empty();
        let words = if is_blank { t(lang, "conflict-blank") } else { words };
        view! { <dd class:muted=is_blank>{words}</dd> }
    };
    let view = view! {
        <dl class="conflict-field">
            <div class="conflict-name"><dt><a href=href>{name}</a></dt></div>
            <div class="conflict-theirs">
                <dt>{t(lang, "conflict-theirs")}" "{by}</dt>
                {value(&field.theirs)}
            </div>
            <div class="conflict-yours">
                <dt>{t(lang, "conflict-yours")}</dt>
                {value(&yours)}
            </div>
        </dl>
    };
    Some(view.into_any())
}

/// Browsers send two characters for the end of a line, and nobody sees blanks at the end of a text.
fn same(yours: &str, theirs: &str) -> bool {
    yours.replace("\r\n", "\n").trim() == theirs.replace("\r\n", "\n").trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        api::trail::{FieldChange, Origin},
        components::testing::{html_of, request_in},
        request::FormFailure,
    };

    fn shown(error: AppError, typed: &[(&str, &str)]) -> String {
        let mut request = request_in(Lang::En);
        let fields = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        request.failure = Some(FormFailure { action: "/do/x".into(), error, fields });
        request.behind = vec![HistoryEntry {
            at: "2018-07-10T12:00:00Z".parse().expect("a moment"),
            who: Some("Luc <b>".into()),
            origin: Origin::Person,
            action: "progress_reported".into(),
            about: None,
            changes: vec![FieldChange { field: "status".into(), old: None, new: Some("planning".into()) }],
        }];
        html_of(request, || {
            let choices = vec![("planning".into(), "Planning".into()), ("in_progress".into(), "In progress".into())];
            let fields = vec![
                Compared::choice("status", "planning", choices),
                Compared::text("done", "Two\nlines"),
                Compared::text("next_step", "Nothing <i>"),
            ];
            let state = FormState::of("/do/x");
            view! { <Conflict state=state fields=fields keep="/measures/7/report" /> }
        })
    }

    #[test]
    fn what_is_saved_stands_beside_what_was_typed_with_who_saved_it() {
        let html = shown(AppError::Conflict, &[("status", "in_progress"), ("done", "Two\r\nlines "), ("next_step", "")]);
        let text = crate::components::testing::text(&html);
        assert!(text.contains("Progress reported by Luc &lt;b&gt;, July 10, 2018"), "{text}");
        assert!(text.contains("Saved now by Luc &lt;b&gt;") && text.contains("What you wrote In progress"), "{text}");
        assert!(text.contains("Nothing &lt;i&gt;") && text.contains("What you wrote Left empty"), "{text}");
        assert!(!html.contains("#field-done"), "what both say is no difference: {html}");
        assert!(html.contains("href=\"/measures/7/report?afresh="), "{html}");
    }

    #[test]
    fn who_wrote_the_same_is_told_so() {
        let html = shown(AppError::Conflict, &[("status", "planning"), ("done", "Two\nlines"), ("next_step", "Nothing <i>")]);
        assert!(html.contains("says the same") && !html.contains("conflict-field"), "{html}");
    }

    #[test]
    fn another_error_is_told_as_it_always_is() {
        let html = shown(AppError::NotAllowed, &[]);
        assert!(html.contains("error-summary") && !html.contains("conflict"), "{html}");
    }
}
