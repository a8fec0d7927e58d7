//! Where an import begins.

use crate::{
    api::imports::{StartImport, UnfinishedImport},
    components::{
        errors::ErrorSummary,
        form::{Field, TextArea, described_by, field_id},
        notice::Done,
        page::{PageHeading, load},
    },
    i18n::{Arg, dates, t, t_args},
    islands::PasteBox,
    request::{FormState, backend, caller, use_lang},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Where a file is sent to; the web layer takes it, as it is not text.
const UPLOAD: &str = "/import/upload";

/// The page.
#[component]
pub fn Import() -> impl IntoView {
    load(async move { backend().imports.unfinished(&caller()?).await }, show).into_any()
}

fn show(unfinished: Vec<UnfinishedImport>) -> AnyView {
    let lang = use_lang();
    view! {
        <PageHeading title=t(lang, "import-title") />
        <Done />
        <p class="lead">{t(lang, "import-intro")}</p>
        {waiting(unfinished)}
        {paste()}
        {upload()}
    }
    .into_any()
}

/// The previews left unfinished.
fn waiting(unfinished: Vec<UnfinishedImport>) -> AnyView {
    let lang = use_lang();
    let items = unfinished.into_iter().map(|import| {
        let title = import.title.or(import.file_name).unwrap_or_else(|| t(lang, "import-untitled"));
        let started = t_args(lang, "import-started", &[("date", Arg::from(dates::day(lang, import.started_on)))]);
        view! { <li><a href=format!("/import/{}", import.id)>{title}</a>" "<span class="muted">{started}</span></li> }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <section class="card" aria-labelledby="unfinished">
                    <h2 id="unfinished">{t(lang, "import-unfinished")}</h2>
                    <ul class="link-list">{items}</ul>
                </section>
            }
        })
        .into_any()
}

fn paste() -> AnyView {
    let lang = use_lang();
    let state = FormState::of(StartImport::url());
    let words = t(lang, "import-table-recognised");
    let html = state.value("html", "");
    view! {
        <section class="import-way" aria-labelledby="paste">
            <h2 id="paste">{t(lang, "import-paste")}</h2>
            <ErrorSummary state=state.clone() />
            <form method="post" action=StartImport::url()>
                <PasteBox>
                    <TextArea name="text" state=state rows=10 />
                    <input type="hidden" name="html" value=html data-paste-html />
                    <p class="paste-notice" role="status" data-paste-notice data-words=words></p>
                </PasteBox>
                <button type="submit" class="button">{t(lang, "import-read")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn upload() -> AnyView {
    let lang = use_lang();
    let state = FormState::of(UPLOAD);
    let described = described_by("file", &state);
    view! {
        <section class="import-way" aria-labelledby="upload">
            <h2 id="upload">{t(lang, "import-upload")}</h2>
            <ErrorSummary state=state.clone() />
            <form method="post" action=UPLOAD enctype="multipart/form-data">
                <Field name="file" state=state>
                    <input
                        type="file"
                        id=field_id("file")
                        name="file"
                        required
                        accept=".txt,.html,.htm,.csv,text/plain,text/html,text/csv"
                        aria-describedby=described
                    />
                </Field>
                <button type="submit" class="button button-secondary">{t(lang, "import-send-file")}</button>
            </form>
        </section>
    }
    .into_any()
}
