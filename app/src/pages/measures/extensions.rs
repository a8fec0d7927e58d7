//! The extensions of a measure: each request and what became of it.

use crate::{
    api::common::ExtensionView,
    components::{dates::Due, text::Words},
    i18n::{Arg, dates, name_of, t, t_args},
    request::use_lang,
};
use leptos::prelude::*;

/// The table; one sentence when nothing was ever asked for.
pub(in crate::pages) fn table(extensions: Vec<ExtensionView>) -> AnyView {
    let lang = use_lang();
    if extensions.is_empty() {
        return view! { <p class="muted">{t(lang, "extensions-none")}</p> }.into_any();
    }
    let rows: Vec<_> = extensions.into_iter().map(row).collect();
    view! {
        <table class="extensions stacked" role="table">
            <caption>{t(lang, "extensions-caption")}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{t(lang, "column-requested-on")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-from")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-to")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-reason")}</th>
                    <th scope="col" role="columnheader">{t(lang, "column-decision")}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(extension: ExtensionView) -> AnyView {
    let lang = use_lang();
    let decided = extension.decided_on.map(|on| view! { <span class="muted">{dates::day(lang, on)}</span> });
    let request = format!("/extensions/{}", extension.id);
    let asked = (extension.asked != extension.to).then(|| {
        let words = t_args(lang, "extension-asked", &[("date", Arg::from(dates::due(lang, extension.asked)))]);
        view! { <span class="muted">{words}</span> }
    });
    let meeting = extension.meeting.map(|meeting| view! { <span class="muted"><Words text=Some(meeting) /></span> });
    view! {
        <tr role="row">
            <td role="cell" data-label=t(lang, "column-requested-on")>{dates::day(lang, extension.requested_on)}</td>
            <td role="cell" data-label=t(lang, "column-from")><Due date=extension.from /></td>
            <td role="cell" data-label=t(lang, "column-to")><Due date=extension.to />{asked}</td>
            <td role="cell" data-label=t(lang, "column-reason")><Words text=extension.reason /></td>
            <td role="cell" class="decision" data-label=t(lang, "column-decision")>
                <a class="tag" href=request>{name_of(lang, "extension-state", extension.state)}</a>
                {decided}
                {meeting}
            </td>
        </tr>
    }
    .into_any()
}
