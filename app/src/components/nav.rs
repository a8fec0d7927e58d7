//! The main menu: only what the person may do.

use crate::{api::accounts::SignOut, i18n::t, request::request};
use domain::people::{Action, Role};
use leptos::{prelude::*, server_fn::ServerFn};

/// The main menu.
#[component]
pub fn Nav() -> impl IntoView {
    let info = request();
    let lang = info.lang;
    let Some(actor) = info.actor else {
        return ().into_any();
    };
    let has_work = actor.has_role(&[Role::Administrator, Role::Coordinator, Role::Lead, Role::Executive]);
    let reports = actor.has_role(&[Role::Lead]) || !actor.stands_in_for.is_empty();
    let links = [
        (has_work, "/", t(lang, "nav-work")),
        (reports, "/report", t(lang, "nav-report")),
        (true, "/plans", t(lang, "nav-plans")),
        (true, "/overdue", t(lang, "nav-overdue")),
        (actor.may(Action::ImportPlan), "/import", t(lang, "nav-import")),
        (actor.may(Action::WatchMail), "/admin", t(lang, "nav-admin")),
    ];
    let on_account = info.path.starts_with("/account");
    let current = move |href: &str| if href == "/" { info.path == "/" } else { info.path.starts_with(href) };
    let items = links.into_iter().filter(|(shown, ..)| *shown).map(|(_, href, label)| {
        let here = current(href).then_some("page");
        view! { <li><a href=href aria-current=here>{label}</a></li> }
    });
    view! {
        <nav class="nav" aria-label=t(lang, "nav-label")>
            <ul>{items.collect_view()}</ul>
            <div class="nav-person">
                <a href="/account" aria-current=on_account.then_some("page")>{actor.name}</a>
                <form method="post" action=SignOut::url()>
                    <button type="submit" class="link-button">{t(lang, "nav-sign-out")}</button>
                </form>
            </div>
        </nav>
    }
    .into_any()
}
