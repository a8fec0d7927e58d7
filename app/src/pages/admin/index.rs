//! The index of administration: each section in a sentence, with the counts worth knowing.

use crate::{
    api::admin::{AdminIndex, InstanceCounts},
    components::page::{PageHeading, load},
    i18n::{Arg, t, t_args},
    request::{backend, caller, use_lang},
};
use leptos::prelude::*;

/// A count worth knowing: its key in the catalogue, how many, where they are, whether it asks for attention.
type Count = (&'static str, u64, &'static str, bool);

/// The page.
#[component]
pub fn Index() -> impl IntoView {
    load(async move { backend().administration.index(&caller()?).await }, show).into_any()
}

fn show(index: AdminIndex) -> AnyView {
    let lang = use_lang();
    let mails = [
        ("admin-count-failed-mails", index.failed_mails, "/admin/mail?state=failed", true),
        ("admin-count-waiting-mails", index.waiting_mails, "/admin/mail?state=waiting", false),
    ];
    view! {
        <PageHeading title=t(lang, "nav-admin") />
        <p class="lead">{t(lang, "admin-intro")}</p>
        <ul class="admin-sections">
            {index.instance.map(instance)}
            {section("/admin/mail", "admin-mail", "admin-mail-about", &mails)}
            {index.instance.map(|_| section("/admin/log", "admin-log", "admin-log-about", &[]))}
        </ul>
    }
    .into_any()
}

/// What only administrators see.
fn instance(counts: InstanceCounts) -> AnyView {
    let people = [
        ("admin-count-people", counts.people, "/admin/people", false),
        ("admin-count-without-role", counts.without_role, "/admin/people?role=none", true),
        ("admin-count-invited", counts.invited, "/admin/people?state=invited", false),
        ("admin-count-never-signed-in", counts.never_signed_in, "/admin/people?state=never_signed_in", false),
    ];
    let organisations = [
        ("admin-count-organisations", counts.organisations, "/admin/organisations", false),
        ("admin-count-empty-organisations", counts.empty_organisations, "/admin/organisations?empty=on", false),
    ];
    view! {
        {section("/admin/people", "admin-people", "admin-people-about", &people)}
        {section("/admin/people/import", "admin-import", "admin-import-about", &[])}
        {section("/admin/organisations", "admin-organisations", "admin-organisations-about", &organisations)}
        {section("/admin/settings", "admin-settings", "admin-settings-about", &[])}
    }
    .into_any()
}

fn section(href: &'static str, title: &'static str, about: &'static str, counts: &[Count]) -> AnyView {
    let lang = use_lang();
    let counts: Vec<_> = counts.iter().filter(|(_, count, ..)| *count > 0).map(|count| one(*count)).collect();
    let counts = (!counts.is_empty()).then(|| view! { <ul class="counts">{counts}</ul> });
    view! {
        <li class="card admin-section">
            <h2><a href=href>{t(lang, title)}</a></h2>
            <p>{t(lang, about)}</p>
            {counts}
        </li>
    }
    .into_any()
}

fn one((key, count, href, is_urgent): Count) -> AnyView {
    let class = if is_urgent { "count count-overdue" } else { "count" };
    let words = t_args(use_lang(), key, &[("count", Arg::from(count))]);
    view! { <li class=class><a href=href>{words}</a></li> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::html;
    use domain::text::Lang;

    #[test]
    fn a_coordinator_sees_only_the_mails_and_counts_of_nothing_are_left_out() {
        let coordinator = AdminIndex { instance: None, failed_mails: 0, waiting_mails: 2 };
        let shown = html(Lang::En, move || show(coordinator));
        assert!(shown.contains("href=\"/admin/mail\"") && shown.contains("2 mails"), "{shown}");
        for hidden in ["/admin/people", "/admin/organisations", "/admin/settings", "/admin/log", "state=failed"] {
            assert!(!shown.contains(hidden), "{hidden}");
        }
    }
}
