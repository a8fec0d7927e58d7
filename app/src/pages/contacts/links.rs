//! The contacts of a measure, on its page, for its coordinators.

use crate::{
    api::contacts::{LinkView, MeasureContacts, RevokeContactLink},
    components::{dates::day_of, errors::ErrorSummary},
    i18n::{Arg, name_of, t, t_args},
    request::{FormState, backend, caller, use_lang},
};
use domain::contacts::LinkState;
use leptos::{prelude::*, server_fn::ServerFn};

/// The section, awaited by itself; nothing for those it is not for.
pub(in crate::pages) fn of_measure(measure: i64) -> AnyView {
    let found = async move { backend().contacts.of_measure(&caller()?, measure).await };
    view! { {Suspend::new(async move { found.await.ok().flatten().map(section) })} }.into_any()
}

fn section(contacts: MeasureContacts) -> AnyView {
    let lang = use_lang();
    if contacts.links.is_empty() && !contacts.may_ask {
        return ().into_any();
    }
    let ask = contacts.may_ask.then(|| {
        view! { <p><a class="button button-secondary" href=format!("/measures/{}/ask", contacts.measure)>{t(lang, "contacts-ask")}</a></p> }
    });
    let none = contacts.links.is_empty().then(|| view! { <p class="muted">{t(lang, "contacts-none")}</p> });
    let items: Vec<_> = contacts.links.into_iter().map(item).collect();
    let list = (!items.is_empty()).then(|| view! { <ul class="contact-links">{items}</ul> });
    view! {
        <section class="contacts no-print" aria-labelledby="contacts">
            <h2 id="contacts">{t(lang, "contacts-title")}</h2>
            <ErrorSummary state=FormState::of(RevokeContactLink::url()) />
            {none}
            {list}
            {ask}
        </section>
    }
    .into_any()
}

fn item(link: LinkView) -> AnyView {
    let lang = use_lang();
    let sent = [
        ("name", Arg::from(link.name.clone())),
        ("email", Arg::from(link.email.as_str().to_owned())),
        ("on", Arg::from(day_of(link.sent_at))),
    ];
    let until = [("on", Arg::from(day_of(link.expires_at)))];
    let state = match link.state {
        LinkState::Open => t_args(lang, "link-open-until", &until),
        state => name_of(lang, "link-state", state),
    };
    let answer = link.proposal.map(|(id, state)| {
        let words = name_of(lang, "proposal-state", state);
        view! { " · "<a href=format!("/proposals/{id}")>{t(lang, "contacts-see-answer")}</a>" ("{words}")" }
    });
    let revoke = (link.state == LinkState::Open).then(|| {
        view! {
            <form method="post" action=RevokeContactLink::url()>
                <input type="hidden" name="link" value=link.id.to_string() />
                <button type="submit" class="link-button">
                    {t(lang, "link-revoke")}<span class="visually-hidden">" – "{link.name.clone()}</span>
                </button>
            </form>
        }
    });
    view! {
        <li>
            <p>
                <strong>{name_of(lang, "contact-purpose", link.purpose)}</strong>
                " – "{t_args(lang, "contacts-sent", &sent)}
            </p>
            <p class="muted">{state}{answer}</p>
            {revoke}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        components::testing::{html_of, request_in},
        request::RequestInfo,
    };
    use domain::{contacts::ContactPurpose, text::Lang};

    #[test]
    fn the_days_of_a_link_are_those_of_the_readers_clocks() {
        // Half past eight in the evening in Ottawa is the next day in Greenwich.
        let link = || LinkView {
            id: 3,
            name: "Anne Roy".into(),
            email: "anne@example.org".parse().expect("an address"),
            purpose: ContactPurpose::Update,
            sent_at: "2018-03-16T00:30:00Z".parse().expect("a moment"),
            expires_at: "2018-03-23T00:30:00Z".parse().expect("a moment"),
            state: LinkState::Open,
            proposal: None,
        };
        let shown = |time_zone| html_of(RequestInfo { time_zone, ..request_in(Lang::En) }, move || item(link()));
        let ottawa = shown(chrono_tz::America::Toronto);
        assert!(ottawa.contains("March 15, 2018") && ottawa.contains("March 22, 2018"), "{ottawa}");
        let greenwich = shown(chrono_tz::UTC);
        assert!(greenwich.contains("March 16, 2018") && greenwich.contains("March 23, 2018"), "{greenwich}");
    }
}
