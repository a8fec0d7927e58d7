//! Adding evidence: a file, or a link to what is kept elsewhere. Both are plain forms; a file has to be chosen again
//! when its form failed, as browsers keep none.

use crate::{
    api::evidence::{AddEvidenceLink, EvidencePage, UPLOAD},
    components::{
        address,
        form::{Field, Select, TextField, described_by, field_id},
    },
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, use_lang},
};
use domain::{
    evidence::MarkingChoice,
    text::{Coded, Lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// What the browser lets people choose; the server looks at the file itself.
pub(in crate::pages) const ACCEPTED: &str = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.txt,.csv,.eml";

/// What the address asks for.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    /// A link instead of a file.
    pub is_link: bool,
    /// For this deliverable.
    deliverable: String,
    /// Instead of this piece.
    replaces: Option<i64>,
}

impl Asked {
    pub(super) fn read() -> Self {
        Self {
            is_link: address::query("add") == "link",
            deliverable: address::query("deliverable"),
            replaces: address::parsed("replaces"),
        }
    }
}

/// The form, with the way to the other one.
pub(super) fn show(page: &EvidencePage, asked: &Asked, state: FormState) -> AnyView {
    let lang = use_lang();
    let id = page.measure.id;
    let reopens = page.reopens.then(|| view! { <p class="notice notice-warning">{t(lang, "evidence-reopens")}</p> });
    let (title, other, other_href) = if asked.is_link {
        ("evidence-add-link", "evidence-file-instead", format!("/measures/{id}/evidence{}#add", asked.kept("")))
    } else {
        ("evidence-add-file", "evidence-link-instead", format!("/measures/{id}/evidence{}#add", asked.kept("add=link")))
    };
    let form = if asked.is_link { link(page, asked, state) } else { file(page, asked, state) };
    view! {
        <section class="card evidence-add no-print" id="add" aria-labelledby="add-title">
            <h2 id="add-title">{t(lang, title)}</h2>
            <p><a href=other_href>{t(lang, other)}</a></p>
            {reopens}
            {form}
        </section>
    }
    .into_any()
}

impl Asked {
    /// The query of the same page with the other form.
    fn kept(&self, first: &str) -> String {
        let deliverable = (!self.deliverable.is_empty()).then(|| format!("deliverable={}", self.deliverable));
        let replaces = self.replaces.map(|id| format!("replaces={id}"));
        let first = Some(first.to_owned()).filter(|first| !first.is_empty());
        let parts: Vec<String> =
            [first, deliverable.filter(|d| d.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'=')), replaces]
                .into_iter()
                .flatten()
                .collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

fn file(page: &EvidencePage, asked: &Asked, state: FormState) -> AnyView {
    let lang = use_lang();
    let described = described_by("document", &state);
    let wrong = state.problem("document").is_some();
    let again = state.has_failed().then(|| view! { <p class="notice">{t(lang, "evidence-choose-again")}</p> });
    // The file comes last, so that whoever may not add it is told before it is received.
    view! {
        <form method="post" action=UPLOAD enctype="multipart/form-data" class="evidence-form">
            {hidden(page)}
            {common(page, asked, &state)}
            {again}
            <Field name="document" state=state>
                <input
                    type="file"
                    id=field_id("document")
                    name="document"
                    accept=ACCEPTED
                    aria-describedby=described
                    aria-invalid=wrong.then_some("true")
                />
            </Field>
            <div class="actions">
                <button type="submit" class="button">{t(lang, "evidence-send-file")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn link(page: &EvidencePage, asked: &Asked, state: FormState) -> AnyView {
    let lang = use_lang();
    view! {
        <form method="post" action=AddEvidenceLink::url() class="evidence-form">
            {hidden(page)}
            <TextField name="evidence_url" state=state.clone() kind="url" />
            {common(page, asked, &state)}
            <div class="actions">
                <button type="submit" class="button">{t(lang, "evidence-send-link")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn hidden(page: &EvidencePage) -> AnyView {
    view! {
        <input type="hidden" name="measure" value=page.measure.id.to_string() />
        <input type="hidden" name="lock_version" value=page.lock_version.to_string() />
    }
    .into_any()
}

/// What is said about either.
fn common(page: &EvidencePage, asked: &Asked, state: &FormState) -> AnyView {
    let lang = use_lang();
    let replaced = asked.replaces.and_then(|id| page.pieces.iter().find(|piece| piece.id == id && piece.counts()));
    let languages = Lang::ALL.iter().map(|of| (of.code().to_owned(), name_of(lang, "lang", *of))).collect();
    let choose = (String::new(), t(lang, "evidence-choose"));
    let markings = MarkingChoice::ALL.iter().map(|choice| (choice.code().to_owned(), name_of(lang, "marking-choice", *choice)));
    let markings = std::iter::once(choose).chain(markings).collect();
    let audience =
        vec![(String::new(), t(lang, "evidence-audience-internal")), ("yes".to_owned(), t(lang, "evidence-audience-public"))];
    let title = replaced.and_then(|piece| piece.title.as_ref()).map(|title| title.text.clone()).unwrap_or_default();
    let public = if replaced.is_some_and(|piece| piece.is_public) { "yes" } else { "" };
    let deliverable = replaced
        .map_or_else(|| asked.deliverable.clone(), |piece| piece.deliverable.map(|id| id.to_string()).unwrap_or_default());
    view! {
        <TextField name="evidence_title" state=state.clone() before=title />
        <div class="field-row">
            <Select name="text_lang" state=state.clone() choices=languages before=lang.to_string() />
            <Select name="deliverable" state=state.clone() choices=deliverables(page) before=deliverable />
            {replaces(page, replaced.map(|piece| piece.id), state)}
        </div>
        <div class="field-row">
            <Select name="marking" state=state.clone() choices=markings />
            <Select name="public" state=state.clone() choices=audience before=public />
        </div>
    }
    .into_any()
}

fn deliverables(page: &EvidencePage) -> Vec<(String, String)> {
    let lang = use_lang();
    let whole = (String::new(), t(lang, "evidence-of-measure"));
    let each = page.measure.deliverables.iter().map(|deliverable| {
        let words = deliverable.title.as_ref().map_or_else(|| t(lang, "field-deliverable"), |title| title.text.clone());
        (deliverable.id.to_string(), words)
    });
    std::iter::once(whole).chain(each).collect()
}

/// Which piece it replaces; not asked while there is none.
fn replaces(page: &EvidencePage, chosen: Option<i64>, state: &FormState) -> AnyView {
    let lang = use_lang();
    let current = page.pieces.iter().filter(|piece| piece.counts()).map(|piece| {
        let title = piece.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
        let args = [("title", Arg::from(title)), ("version", Arg::from(piece.version.to_string()))];
        (piece.id.to_string(), t_args(lang, "evidence-replaces-piece", &args))
    });
    let choices: Vec<_> = std::iter::once((String::new(), t(lang, "evidence-replaces-nothing"))).chain(current).collect();
    let before = chosen.map(|id| id.to_string()).unwrap_or_default();
    (choices.len() > 1).then(|| view! { <Select name="replaces" state=state.clone() choices=choices before=before /> }).into_any()
}
