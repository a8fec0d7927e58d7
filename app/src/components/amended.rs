//! Words as they were approved beside those of today.

use crate::{
    api::plan_life::Amended,
    components::history::change_words,
    i18n::{Arg, dates, t, t_args},
    request::use_lang,
};
use chrono::NaiveDate;
use domain::{
    plan::BaselineEntity,
    text::{Bilingual, Coded, Lang},
};
use leptos::prelude::*;

/// What is not as it was approved; nothing when all of it is.
#[component]
pub fn AmendedList(
    /// What is not.
    amended: Vec<Amended>,
    /// When the plan was approved.
    approved_on: NaiveDate,
) -> impl IntoView {
    let lang = use_lang();
    let count = [("count", Arg::from(amended.len() as i64)), ("date", Arg::from(dates::day(lang, approved_on)))];
    let items: Vec<_> = amended.iter().map(|amended| item(lang, amended, approved_on)).collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <details class="amended">
                    <summary>{t_args(lang, "amended-title", &count)}</summary>
                    <p class="muted">{t(lang, "amended-intro")}</p>
                    <ul class="amended-list">{items}</ul>
                </details>
            }
        })
        .into_any()
}

/// What it is: "Measure 2a", "Response to recommendation 3".
fn what(lang: Lang, amended: &Amended) -> String {
    let of = amended.of.code();
    let key = if amended.label.is_empty() && amended.of == BaselineEntity::Response {
        "amended-response-global".to_owned()
    } else {
        format!("amended-{of}")
    };
    t_args(lang, &key, &[("label", Arg::from(amended.label.clone()))])
}

fn item(lang: Lang, amended: &Amended, approved_on: NaiveDate) -> AnyView {
    let name = view! { <a href=amended.href.clone()>{what(lang, amended)}</a> };
    let Some(approved) = &amended.approved else {
        return view! {
            <li>
                <p class="amended-what">{name}" "<span class="tag">{t(lang, "amended-added")}</span></p>
                {added(&amended.today)}
            </li>
        }
        .into_any();
    };
    let date = [("date", Arg::from(dates::day(lang, approved_on)))];
    let before = t_args(lang, "amended-approved", &date);
    let pairs: Vec<_> = Lang::ALL
        .iter()
        .filter(|of| approved.get(**of) != amended.today.get(**of))
        .map(|of| pair(lang, *of, &before, approved, &amended.today))
        .collect();
    let changes: Vec<_> = amended.changes.iter().map(|change| view! { <li>{change_words(lang, change)}</li> }).collect();
    let changes = (!changes.is_empty()).then(|| view! { <ul class="amended-values">{changes}</ul> });
    view! { <li><p class="amended-what">{name}</p>{pairs}{changes}</li> }.into_any()
}

/// One language of what was reworded.
fn pair(lang: Lang, of: Lang, before: &str, approved: &Bilingual, today: &Bilingual) -> AnyView {
    let words = |text: Option<&str>| match text {
        Some(text) => view! { <dd lang=of.to_string()>{text.to_owned()}</dd> }.into_any(),
        None => view! { <dd class="muted">{t(lang, "amended-nothing")}</dd> }.into_any(),
    };
    view! {
        <dl class="amended-pair">
            <div class="amended-before"><dt>{before.to_owned()}</dt>{words(approved.get(of))}</div>
            <div class="amended-today"><dt>{t(lang, "amended-today")}</dt>{words(today.get(of))}</div>
        </dl>
    }
    .into_any()
}

/// What was added afterwards, as the reader reads it.
fn added(today: &Bilingual) -> AnyView {
    let text = today.for_reader(use_lang());
    text.map(|text| view! { <p lang=text.lang.to_string()>{text.text}</p> }).into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        api::trail::FieldChange,
        components::testing::{day, html},
    };

    fn amended(approved: Option<Bilingual>) -> Amended {
        Amended {
            of: BaselineEntity::Measure,
            label: "2a".into(),
            href: "/measures/7".into(),
            approved,
            today: Bilingual::new(Some("Write the terms".into()), Some("Rédiger le mandat".into())),
            changes: vec![FieldChange { field: "support".into(), old: Some("GRC, SP".into()), new: Some("GRC".into()) }],
        }
    }

    fn shown(amended: Amended) -> String {
        html(Lang::En, move || view! { <AmendedList amended=vec![amended] approved_on=day("2018-03-15") /> })
    }

    #[test]
    fn the_approved_words_stand_beside_today_s_in_the_language_that_changed() {
        let shown = shown(amended(Some(Bilingual::new(Some("Draft the terms".into()), Some("Rédiger le mandat".into())))));
        assert!(shown.contains("lang=\"en\">Draft the terms<") && shown.contains("lang=\"en\">Write the terms<"), "{shown}");
        assert!(shown.contains("March 15, 2018") && !shown.contains("Rédiger"), "{shown}");
        assert!(shown.contains("Supported by: from “GRC, SP” to “GRC”"), "{shown}");
    }

    #[test]
    fn what_was_added_says_so() {
        let shown = shown(amended(None));
        assert!(shown.contains(&t(Lang::En, "amended-added")) && shown.contains("Write the terms"), "{shown}");
    }

    #[test]
    fn everything_that_can_be_amended_is_named() {
        for of in BaselineEntity::ALL {
            for (label, lang) in [("3", Lang::En), ("", Lang::Fr)] {
                let words = what(lang, &Amended { of: *of, label: label.into(), ..amended(None) });
                assert!(!words.starts_with("amended-"), "{words}");
            }
        }
    }
}
