//! What is said about a draft, the two buttons of the form, and the drafts that wait for their writer.

use crate::{
    api::progress::{DiscardDraft, DraftView, WaitingDraft},
    components::{address, dates::moment, text::Words},
    i18n::{Arg, t, t_args},
    islands::DraftSent,
    request::{FormState, request, use_lang},
};
use domain::{progress::TypedProgress, text::Lang};
use leptos::{prelude::*, server_fn::ServerFn};

/// Said by the script when it brought back what this browser kept.
pub(in crate::pages) fn restored() -> AnyView {
    let lang = use_lang();
    view! {
        <div class="notice draft-notice" role="status" hidden data-draft-notice>
            <p>{t(lang, "draft-restored")}</p>
            <p hidden data-draft-unsure>{t(lang, "draft-unsure")}</p>
            <button type="button" class="link-button" data-draft-discard>{t(lang, "draft-discard")}</button>
        </div>
    }
    .into_any()
}

/// Said above a form that is filled with a saved draft.
pub(super) fn waiting(draft: &DraftView) -> AnyView {
    let lang = use_lang();
    let at = [("at", Arg::from(moment(draft.saved_at)))];
    let stale = draft.is_stale.then(|| view! { <p>{t(lang, "draft-stale")}</p> });
    view! {
        <div class="notice draft-notice">
            <p>{t_args(lang, "draft-waiting", &at)}</p>
            {stale}
            <button type="submit" class="link-button" formaction=DiscardDraft::url() formnovalidate=true data-draft-done="true">
                {t(lang, "draft-give-up")}
            </button>
        </div>
    }
    .into_any()
}

/// Tells the script that the form of `about` arrived, on the page that follows it: what this browser kept of it can go.
pub(in crate::pages) fn arrived(done: &str, about: &str) -> Option<AnyView> {
    let person = request().actor?.person;
    let about = format!("{person}-{about}");
    (address::query("done") == done)
        .then(|| view! { <DraftSent><span hidden data-draft-sent=about></span></DraftSent> }.into_any())
}

/// Which view of the form this is: the one that wrote the draft it shows, else a new one.
pub(super) fn view_key(draft: Option<&DraftView>) -> String {
    let own = draft.map(|draft| draft.typed.draft_key.clone()).filter(|key| !key.is_empty());
    own.unwrap_or_else(|| request().request_id)
}

/// The key of a form that came back: still its own, since it shows what was typed into it and not the draft.
pub(super) fn own_key(state: &FormState, name: &str, draft: Option<&DraftView>) -> String {
    let typed = state.has_failed().then(|| state.value(name, "")).filter(|key| !key.is_empty());
    typed.unwrap_or_else(|| view_key(draft))
}

/// The draft that is kept, where it was written elsewhere and has words that were not typed into the form that failed.
/// `name` tells what the form calls a field.
pub(super) fn from_elsewhere(draft: Option<&DraftView>, state: &FormState, name: &dyn Fn(&str) -> String) -> Option<DraftView> {
    let value = |field: &str| state.value(&name(field), "");
    let typed = TypedProgress {
        done: value("done"),
        obstacles: value("obstacles"),
        next_step: value("next_step"),
        draft_key: value("draft_key"),
        ..TypedProgress::default()
    };
    let is_other = |draft: &&DraftView| !draft.typed.draft_key.is_empty() && !typed.covers(&draft.typed);
    draft.filter(|_| state.has_failed()).filter(is_other).cloned()
}

/// The words of a draft, to be read and copied. Nothing where it has none.
pub(super) fn words(typed: &TypedProgress) -> Option<AnyView> {
    let lang = use_lang();
    let of = typed.text_lang.parse::<Lang>().unwrap_or(lang);
    let texts = [("change-done", &typed.done), ("change-obstacles", &typed.obstacles), ("change-next-step", &typed.next_step)];
    let texts: Vec<_> = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(key, text)| view! { <dt>{t(lang, key)}</dt><dd class="words" lang=of.to_string()>{text.clone()}</dd> })
        .collect();
    (!texts.is_empty()).then(|| view! { <dl>{texts}</dl> }.into_any())
}

/// Submit, save as draft, cancel, and what the script says about saving. `replaces` is the key of a draft that stands
/// beside the form and that saving replaces.
pub(super) fn buttons(send: &'static str, save: &'static str, cancel: String, replaces: Option<String>) -> AnyView {
    let lang = use_lang();
    let name = replaces.is_some().then_some("replaces");
    view! {
        <div class="actions">
            <button type="submit" class="button">{t(lang, send)}</button>
            <button type="submit" class="button button-secondary" formaction=save name=name value=replaces data-draft-done="true">
                {t(lang, "draft-save")}
            </button>
            <a href=cancel>{t(lang, "progress-cancel")}</a>
        </div>
        <p class="hint">{t(lang, "draft-save-hint")}</p>
        <p
            class="draft-status"
            role="status"
            data-draft-status
            data-saving=t(lang, "draft-saving")
            data-saved=t(lang, "draft-saved-at")
            data-ended=t(lang, "draft-session-ended")
            data-changed=t(lang, "draft-changed-meanwhile")
            data-failed=t(lang, "draft-not-saved")
        ></p>
    }
    .into_any()
}

/// The drafts that wait for the person, for my work. Nothing where there is none.
pub(in crate::pages) fn waiting_list(drafts: Vec<WaitingDraft>) -> AnyView {
    let lang = use_lang();
    let (lost, drafts): (Vec<_>, Vec<_>) = drafts.into_iter().partition(|draft| draft.kept.is_some());
    let lost: Vec<_> = lost.into_iter().map(only_readable).collect();
    let items: Vec<_> = drafts
        .into_iter()
        .map(|draft| {
            let label = t_args(lang, "measure-label", &[("label", Arg::from(draft.label))]);
            let at = [("at", Arg::from(moment(draft.saved_at)))];
            view! {
                <li class="work-item">
                    <div class="work-what">
                        <h3><a href=format!("/measures/{}", draft.measure)>{label.clone()}</a></h3>
                        <p class="work-text"><Words text=draft.text /></p>
                        <p class="work-why">{t_args(lang, "draft-waits-since", &at)}</p>
                    </div>
                    <div class="work-do">
                        <a class="button button-secondary" href=format!("/measures/{}/report", draft.measure)>
                            {t(lang, "draft-continue")}
                            <span class="visually-hidden">" – "{label}</span>
                        </a>
                    </div>
                </li>
            }
        })
        .collect();
    (!items.is_empty() || !lost.is_empty())
        .then(|| {
            view! {
                <section class="work-group" aria-labelledby="work-updates">
                    <h2 id="work-updates">{t(lang, "drafts-title")}</h2>
                    <ul class="work-list">{items}{lost}</ul>
                </section>
            }
        })
        .into_any()
}

/// A draft about what nothing can be reported on any more: its words can be read and copied, and it can be given up.
fn only_readable(draft: WaitingDraft) -> AnyView {
    let lang = use_lang();
    let label = t_args(lang, "measure-label", &[("label", Arg::from(draft.label))]);
    let at = [("at", Arg::from(moment(draft.saved_at)))];
    let words = match words(&draft.kept.unwrap_or_default()) {
        None => view! { <p class="muted">{t(lang, "draft-no-words")}</p> }.into_any(),
        Some(texts) => view! { <details><summary>{t(lang, "draft-read")}</summary>{texts}</details> }.into_any(),
    };
    view! {
        <li class="work-item">
            <div class="work-what">
                <h3><a href=format!("/measures/{}", draft.measure)>{label.clone()}</a></h3>
                <p class="work-text"><Words text=draft.text /></p>
                <p class="work-why">{t_args(lang, "draft-waits-since", &at)}" "{t(lang, "draft-too-late")}</p>
                {words}
            </div>
            <form method="post" action=DiscardDraft::url() class="work-do">
                <input type="hidden" name="measure" value=draft.measure.to_string() />
                <input type="hidden" name="from" value="work" />
                <button type="submit" class="button button-secondary">
                    {t(lang, "draft-give-up")}<span class="visually-hidden">" – "{label}</span>
                </button>
            </form>
        </li>
    }
    .into_any()
}
