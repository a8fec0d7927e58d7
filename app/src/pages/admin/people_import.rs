//! Many people at once: pasting or uploading a table, and what will happen to each of its rows.

use super::parts;
use crate::{
    api::admin::people_import::{
        Column, CommitPeopleImport, CorrectPeopleImport, ImportRow, PeopleImportPreview, RowFate, StartPeopleImport,
    },
    components::{
        address,
        breadcrumbs::Breadcrumbs,
        check::CheckBox,
        errors::ErrorSummary,
        form::{Field, TextArea, described_by, field_id},
        page::{PageHeading, load},
    },
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::{problem::ProblemCode, text::Lang};
use leptos::{prelude::*, server_fn::ServerFn};

/// Where a file is sent to; the web layer takes it, as it is not text.
const UPLOAD: &str = "/admin/people/import/upload";

/// Where it begins.
#[component]
pub fn ImportStart() -> impl IntoView {
    load(async move { backend().people_imports.may_start(&caller()?).await }, |()| start()).into_any()
}

fn start() -> AnyView {
    let lang = use_lang();
    let (pasted, uploaded) = (FormState::of(StartPeopleImport::url()), FormState::of(UPLOAD));
    view! {
        <Breadcrumbs links=parts::crumbs(Some(("/admin/people", "admin-people"))) />
        <PageHeading title=t(lang, "admin-import") />
        <ErrorSummary state=pasted.clone() />
        <ErrorSummary state=uploaded.clone() />
        <p class="lead">{t(lang, "admin-import-intro")}</p>
        {columns_help()}
        <section class="import-way" aria-labelledby="paste">
            <h2 id="paste">{t(lang, "admin-import-paste")}</h2>
            <form method="post" action=StartPeopleImport::url()>
                <TextArea name="table" state=pasted rows=10 />
                <button type="submit" class="button">{t(lang, "admin-import-read")}</button>
            </form>
        </section>
        {upload(uploaded)}
    }
    .into_any()
}

/// Which columns there are, and an example to copy.
fn columns_help() -> AnyView {
    let lang = use_lang();
    view! {
        <details class="card">
            <summary>{t(lang, "admin-import-columns")}</summary>
            <p>{t(lang, "admin-import-columns-about")}</p>
            <pre class="admin-example" tabindex="0" role="region" aria-label=t(lang, "admin-import-columns")>{t(lang, "admin-import-example")}</pre>
        </details>
    }
    .into_any()
}

fn upload(state: FormState) -> AnyView {
    let lang = use_lang();
    let described = described_by("people_file", &state);
    view! {
        <section class="import-way" aria-labelledby="upload">
            <h2 id="upload">{t(lang, "admin-import-upload")}</h2>
            <form method="post" action=UPLOAD enctype="multipart/form-data">
                <Field name="people_file" state=state>
                    <input
                        type="file"
                        id=field_id("people_file")
                        name="people_file"
                        required
                        accept=".csv,.tsv,.txt,text/csv,text/plain"
                        aria-describedby=described
                    />
                </Field>
                <button type="submit" class="button button-secondary">{t(lang, "admin-import-send")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// What will happen.
#[component]
pub fn ImportPreview() -> impl IntoView {
    let id = address::id();
    load(async move { backend().people_imports.preview(&caller()?, id?).await }, preview).into_any()
}

fn preview(page: PeopleImportPreview) -> AnyView {
    let lang = use_lang();
    let (correct, commit) = (FormState::of(CorrectPeopleImport::url()), FormState::of(CommitPeopleImport::url()));
    let content = match &page.rows {
        _ if page.is_done => done(),
        Ok(rows) => view! {
            {counts(&page)}
            {decide(&page, commit.clone())}
            {table(rows)}
        }
        .into_any(),
        Err(code) => view! { <p class="notice">{name_of(lang, "problem", *code)}</p> }.into_any(),
    };
    let text = (!page.is_done).then(|| text(&page, correct.clone()));
    view! {
        <Breadcrumbs links=parts::crumbs(Some(("/admin/people/import", "admin-import"))) />
        <PageHeading title=t(lang, "admin-import-preview") />
        <ErrorSummary state=correct />
        <ErrorSummary state=commit />
        {content}
        {text}
    }
    .into_any()
}

fn done() -> AnyView {
    let lang = use_lang();
    view! { <p class="notice">{t(lang, "admin-import-was-done")}" "<a href="/admin/people">{t(lang, "admin-people")}</a></p> }
        .into_any()
}

fn counts(page: &PeopleImportPreview) -> AnyView {
    let lang = use_lang();
    let count = |key, fate, class: &'static str| {
        let count = page.count(fate);
        (count > 0).then(|| view! { <li class=class>{t_args(lang, key, &[("count", Arg::from(count))])}</li> })
    };
    view! {
        <ul class="counts">
            {count("admin-import-new", RowFate::New, "count")}
            {count("admin-import-roles", RowFate::GetsRole, "count")}
            {count("admin-import-there", RowFate::AlreadyThere, "count")}
            {count("admin-import-archived", RowFate::Archived, "count")}
            {count("admin-import-wrong", RowFate::Wrong, "count count-overdue")}
        </ul>
    }
    .into_any()
}

/// The last step, once every row is right.
fn decide(page: &PeopleImportPreview, state: FormState) -> AnyView {
    let lang = use_lang();
    let (new, given) = (page.count(RowFate::New), page.count(RowFate::GetsRole));
    if page.count(RowFate::Wrong) > 0 {
        return view! { <p class="notice">{t(lang, "admin-import-correct-first")}</p> }.into_any();
    }
    if new + given == 0 {
        return view! { <p class="notice">{t(lang, "admin-import-nothing")}</p> }.into_any();
    }
    let (title, act, count) = match new {
        0 => ("admin-import-decide-roles", "admin-import-do-roles", given),
        _ => ("admin-import-decide", "admin-import-do", new),
    };
    let more =
        (new > 0 && given > 0).then(|| view! { <p>{t_args(lang, "admin-import-roles", &[("count", Arg::from(given))])}</p> });
    let invite = (new > 0).then(|| view! { <CheckBox name="invite" state=state before=true /> });
    view! {
        <section class="card card-decide" aria-labelledby="decide">
            <h2 id="decide">{t_args(lang, title, &[("count", Arg::from(count))])}</h2>
            {more}
            <p>{t(lang, "admin-import-decide-about")}</p>
            <form method="post" action=CommitPeopleImport::url()>
                {parts::guard("import", page.id, page.lock_version)}
                {invite}
                <button type="submit" class="button">{t_args(lang, act, &[("count", Arg::from(count))])}</button>
            </form>
        </section>
    }
    .into_any()
}

/// The text as it is kept, to be corrected.
fn text(page: &PeopleImportPreview, state: FormState) -> AnyView {
    let lang = use_lang();
    view! {
        <section aria-labelledby="text">
            <h2 id="text">{t(lang, "admin-import-text")}</h2>
            <form method="post" action=CorrectPeopleImport::url()>
                {parts::guard("import", page.id, page.lock_version)}
                <TextArea name="table" state=state before=page.text.clone() rows=10 />
                <button type="submit" class="button button-secondary">{t(lang, "admin-import-again")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn column_words(lang: Lang, column: Column) -> String {
    let key = match column {
        Column::Name => "field-name",
        Column::Email => "field-email",
        Column::Lang => "field-person-lang",
        Column::Organisation => "field-organisation",
        Column::Role => "field-role",
        Column::Plan => "field-plan",
    };
    t(lang, key)
}

fn table(rows: &[ImportRow]) -> AnyView {
    let lang = use_lang();
    let columns: Vec<_> = Column::ALL.iter().map(|column| view! { <th scope="col">{column_words(lang, *column)}</th> }).collect();
    let rows: Vec<_> = rows.iter().map(row).collect();
    view! {
        <table class="stacked admin-table">
            <caption>{t(lang, "admin-import-rows")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(lang, "admin-import-line")}</th>
                    <th scope="col">{t(lang, "admin-import-fate")}</th>
                    {columns}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(row: &ImportRow) -> AnyView {
    let lang = use_lang();
    let (fate, class) = match row.fate {
        RowFate::New => ("admin-fate-new", "tag"),
        RowFate::GetsRole => ("admin-fate-role", "tag"),
        RowFate::AlreadyThere => ("admin-fate-there", "tag"),
        RowFate::Archived => ("admin-fate-archived", "tag tag-doubt"),
        RowFate::Wrong => ("admin-fate-wrong", "tag tag-doubt"),
    };
    // An address that was mistyped may be somebody else's.
    let person = row.person.iter().filter(|person| **person != row.cells[0]);
    let person = person.map(|person| t_args(lang, "admin-import-is", &[("name", Arg::from(person.clone()))]));
    let person: Vec<_> = person.map(|words| view! { <p class="muted">{words}</p> }).collect();
    let cells = Column::ALL.iter().zip(&row.cells).map(|(column, words)| {
        let wrong: Vec<_> = problems(lang, row, Some(*column));
        view! { <td data-label=column_words(lang, *column)><span>{words.clone()}</span>{wrong}</td> }
    });
    let cells: Vec<_> = cells.collect();
    view! {
        <tr class:is-late=row.fate == RowFate::Wrong>
            <th scope="row">{t_args(lang, "admin-import-line-number", &[("line", Arg::from(row.line.to_string()))])}</th>
            <td data-label=t(lang, "admin-import-fate")><span class=class>{t(lang, fate)}</span>{person}{problems(lang, row, None)}</td>
            {cells}
        </tr>
    }
    .into_any()
}

fn problems(lang: Lang, row: &ImportRow, column: Option<Column>) -> Vec<AnyView> {
    let here = row.problems.iter().filter(|(of, _)| *of == column);
    let words = |code: ProblemCode| view! { <p class="problem">{name_of(lang, "problem", code)}</p> }.into_any();
    here.map(|(_, code)| words(*code)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::html;

    fn page(fate: RowFate) -> PeopleImportPreview {
        let wrong = (Some(Column::Role), ProblemCode::NoSuchRole);
        let cells = ["<b>Marie", "m@x.ca", "fr", "", "king", ""].map(str::to_owned);
        let problems = if fate == RowFate::Wrong { vec![wrong] } else { Vec::new() };
        let person = matches!(fate, RowFate::GetsRole | RowFate::Archived).then(|| "Luc <i>".to_owned());
        let rows = Ok(vec![ImportRow { line: 2, cells, problems, fate, person }]);
        PeopleImportPreview { id: 5, text: "</textarea>x".into(), rows, is_done: false, lock_version: 1 }
    }

    #[test]
    fn people_are_added_only_once_every_row_is_right_and_nothing_typed_becomes_markup() {
        let wrong = html(Lang::En, || preview(page(RowFate::Wrong)));
        assert!(!wrong.contains(CommitPeopleImport::url()) && wrong.contains("There is no such role"), "{wrong}");
        assert!(!wrong.contains("<b>Marie") && !wrong.contains("</textarea>x"), "{wrong}");
        assert!(html(Lang::En, || preview(page(RowFate::New))).contains(CommitPeopleImport::url()));
        assert!(!html(Lang::En, || preview(page(RowFate::AlreadyThere))).contains(CommitPeopleImport::url()));
    }

    #[test]
    fn a_role_for_who_is_there_says_whose_it_is_and_who_is_archived_gets_nothing() {
        let given = html(Lang::En, || preview(page(RowFate::GetsRole)));
        assert!(given.contains(CommitPeopleImport::url()) && given.contains("Give 1 role?"), "{given}");
        assert!(given.contains("Luc &lt;i&gt;") && !given.contains("name=\"invite\""), "{given}");
        let archived = html(Lang::En, || preview(page(RowFate::Archived)));
        assert!(!archived.contains(CommitPeopleImport::url()) && archived.contains("restore first"), "{archived}");
    }
}
