//! What is said about a draft, the two buttons of the form, and the drafts that wait for their writer.

use crate::{
    api::progress::{DiscardDraft, DraftView, SaveDraft, WaitingDraft},
    components::{dates::moment, text::Words},
    i18n::{Arg, t, t_args},
    request::use_lang,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Said by the script when it brought back what this browser kept.
pub(in crate::pages) fn restored() -> AnyView {
    let lang = use_lang();
    view! {
        <div class="notice draft-notice" role="status" hidden data-draft-notice>
            <p>{t(lang, "draft-restored")}</p>
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

/// Submit, save as draft, cancel, and what the script says about saving.
pub(super) fn buttons(measure: i64) -> AnyView {
    let lang = use_lang();
    view! {
        <div class="actions">
            <button type="submit" class="button">{t(lang, "progress-send")}</button>
            <button type="submit" class="button button-secondary" formaction=SaveDraft::url() data-draft-done="true">
                {t(lang, "draft-save")}
            </button>
            <a href=format!("/measures/{measure}")>{t(lang, "progress-cancel")}</a>
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
    (!items.is_empty())
        .then(|| {
            view! {
                <section class="work-group" aria-labelledby="work-updates">
                    <h2 id="work-updates">{t(lang, "drafts-title")}</h2>
                    <ul class="work-list">{items}</ul>
                </section>
            }
        })
        .into_any()
}
