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
    let decides = actor.has_role(&[Role::Administrator]) || actor.exercises(&[Role::Coordinator, Role::Executive]);
    let reads = actor.reads_plans();
    let links = [
        (decides || info.may_report, "/", t(lang, "nav-work")),
        (info.may_report, "/report", t(lang, "nav-report")),
        (reads, "/plans", t(lang, "nav-plans")),
        (reads, "/overdue", t(lang, "nav-overdue")),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{html_of, request_in};
    use domain::{
        people::{Actor, Grant, Principal},
        text::Lang,
    };

    fn links(roles: &[Role], stands_in: &[(Role, bool)], may_report: bool) -> String {
        let grant = |role: &Role| Grant { role: *role, plan: None };
        let principal = |(role, is_away): &(Role, bool)| Principal {
            person: 2,
            name: "B".into(),
            organisation: None,
            is_away: *is_away,
            grants: vec![grant(role)],
        };
        let actor = Actor {
            person: 1,
            name: "A".into(),
            organisation: None,
            lang: Lang::En,
            time_zone: None,
            grants: roles.iter().map(grant).collect(),
            stands_in_for: stands_in.iter().map(principal).collect(),
        };
        let html = html_of(crate::request::RequestInfo { actor: Some(actor), may_report, ..request_in(Lang::En) }, Nav);
        let links = html.split("href=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(link, _)| link);
        links.filter(|link| *link != "/account").collect::<Vec<_>>().join(" ")
    }

    /// Who, their roles, whose deputy they are and whether those are away, whether there are measures, and the links.
    type Case<'a> = (&'a str, &'a [Role], &'a [(Role, bool)], bool, &'a str);

    #[test]
    fn the_menu_shows_what_one_can_do() {
        let away = [(Role::Coordinator, true)];
        let there = [(Role::Coordinator, false)];
        let cases: [Case<'_>; 10] = [
            ("nobody", &[], &[], false, ""),
            ("a reader", &[Role::Reader], &[], false, "/plans /overdue"),
            ("an owner", &[Role::Member], &[], true, "/ /report /plans /overdue"),
            ("a lead", &[Role::Lead], &[], true, "/ /report /plans /overdue"),
            ("an executive", &[Role::Executive], &[], false, "/ /plans /overdue"),
            ("a coordinator", &[Role::Coordinator], &[], false, "/ /plans /overdue /import /admin"),
            ("an administrator", &[Role::Administrator], &[], false, "/ /plans /overdue /import /admin"),
            ("a deputy", &[], &away, true, "/ /report /plans /overdue"),
            ("a deputy of who is there", &[], &there, true, "/ /report"),
            ("a deputy of a lead who is there", &[], &[(Role::Lead, false)], true, "/ /report /plans /overdue"),
        ];
        for (who, roles, stands_in, may_report, expected) in cases {
            assert_eq!(links(roles, stands_in, may_report), expected, "{who}");
        }
    }
}
