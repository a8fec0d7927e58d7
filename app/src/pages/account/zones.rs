//! Time zones to choose from: those of Canada first, by the names people know.

use crate::{
    api::account::AccountPage,
    components::form::{Field, described_by, field_id},
    i18n::{Arg, t, t_args},
    request::{FormState, use_lang},
};
use chrono_tz::TZ_VARIANTS;
use domain::text::Lang;
use leptos::prelude::*;

/// The zones of Canada from east to west, each with the key of its name.
const CANADA: &[(&str, &str)] = &[
    ("America/St_Johns", "zone-of-newfoundland"),
    ("America/Halifax", "zone-of-the-atlantic"),
    ("America/Toronto", "zone-of-the-east"),
    ("America/Winnipeg", "zone-of-the-centre"),
    ("America/Regina", "zone-of-saskatchewan"),
    ("America/Edmonton", "zone-of-the-rockies"),
    ("America/Whitehorse", "zone-of-yukon"),
    ("America/Vancouver", "zone-of-the-pacific"),
];

fn words(lang: Lang, zone: &str) -> String {
    let known = CANADA.iter().find(|(name, _)| *name == zone);
    known.map_or_else(|| zone.replace('_', " "), |(_, key)| t(lang, key))
}

fn default(lang: Lang, instance: &str) -> (String, String) {
    (String::new(), t_args(lang, "account-zone-instance", &[("zone", Arg::from(words(lang, instance)))]))
}

/// Every zone with its words, for those who compare.
pub(super) fn choices(instance: &str) -> Vec<(String, String)> {
    let lang = use_lang();
    let all = TZ_VARIANTS.iter().map(|zone| (zone.name().to_owned(), words(lang, zone.name())));
    std::iter::once(default(lang, instance)).chain(all).collect()
}

/// The choice.
pub(super) fn field(state: &FormState, page: &AccountPage) -> AnyView {
    const NAME: &str = "time_zone";
    let lang = use_lang();
    let chosen = state.value(NAME, page.time_zone.as_deref().unwrap_or_default());
    let option = move |value: String, words: String| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    };
    let (blank, instance) = default(lang, &page.instance_zone);
    let canada: Vec<_> = CANADA.iter().map(|(zone, key)| option((*zone).to_owned(), t(lang, key))).collect();
    // Zones without a place, such as “EST”, are left to those who set up machines.
    let elsewhere = TZ_VARIANTS.iter().map(|zone| zone.name()).filter(|zone| zone.contains('/') && !is_canada(zone));
    let elsewhere: Vec<_> = elsewhere.map(|zone| option(zone.to_owned(), zone.replace('_', " "))).collect();
    let (described, wrong) = (described_by(NAME, state), state.problem(NAME).is_some());
    view! {
        <Field name=NAME state=state.clone()>
            <select id=field_id(NAME) name=NAME aria-describedby=described aria-invalid=wrong.then_some("true")>
                {option(blank, instance)}
                <optgroup label=t(lang, "account-zones-canada")>{canada}</optgroup>
                <optgroup label=t(lang, "account-zones-elsewhere")>{elsewhere}</optgroup>
            </select>
        </Field>
    }
    .into_any()
}

fn is_canada(zone: &str) -> bool {
    CANADA.iter().any(|(name, _)| *name == zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::has;
    use domain::text::Coded;

    #[test]
    fn the_zones_of_canada_exist_and_are_named() {
        for (zone, key) in CANADA {
            assert!(zone.parse::<chrono_tz::Tz>().is_ok(), "{zone}");
            assert!(Lang::ALL.iter().all(|lang| has(*lang, key)), "{key}");
        }
    }
}
