//! Statuses and flags. Each says what it is in words, with a mark whose shape differs: colour is never the only sign.

use crate::{
    i18n::{Arg, name_of, t, t_args},
    request::use_lang,
};
use domain::{
    deliverable::DeliverableStatus,
    measure::{Flags, LatenessFilter, MeasureStatus},
    plan::{PlanStatus, ResponseKind},
    text::{Coded, Lang},
};
use leptos::prelude::*;

/// The class of a coded value: `badge-in-progress`.
#[must_use]
pub fn class_of<T: Coded>(start: &str, value: T) -> String {
    format!("{start}-{}", value.code().replace('_', "-"))
}

/// How far a status is, as a circle that fills up.
#[component]
pub fn StatusMark(
    /// Which.
    status: MeasureStatus,
) -> impl IntoView {
    // The shapes: empty, a quarter, half, three quarters, whole with a dot, a tick, a bar, an arrow.
    let shape = match status {
        MeasureStatus::NotStarted => "",
        MeasureStatus::Planning => "M8 8V3a5 5 0 0 1 5 5z",
        MeasureStatus::InProgress => "M8 3a5 5 0 0 1 0 10z",
        MeasureStatus::SubstantiallyImplemented => "M8 8V3a5 5 0 1 1-5 5z",
        MeasureStatus::CompletedToVerify => "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10zm0 3a2 2 0 1 0 0 4a2 2 0 1 0 0-4z",
        MeasureStatus::VerifiedClosed => "M6.9 11.6 3.6 8.3l1.2-1.2 2.1 2.1 4.3-4.3 1.2 1.2z",
        MeasureStatus::NoLongerApplicable => "M4 7.2h8v1.6H4z",
        MeasureStatus::Superseded => "M4 7.2h5V4.8L12.4 8 9 11.2V8.8H4z",
    };
    view! {
        <svg class="mark" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
            <circle class="mark-ring" cx="8" cy="8" r="6.75" />
            <path class="mark-shape" fill-rule="evenodd" d=shape />
        </svg>
    }
    .into_any()
}

/// The status of a measure.
#[component]
pub fn StatusBadge(
    /// Which.
    status: MeasureStatus,
) -> impl IntoView {
    view! {
        <span class=format!("badge {}", class_of("badge", status))>
            <StatusMark status=status />
            {name_of(use_lang(), "status", status)}
        </span>
    }
    .into_any()
}

/// The status of a deliverable.
#[component]
pub fn DeliverableBadge(
    /// Which.
    status: DeliverableStatus,
) -> impl IntoView {
    let mark = match status {
        DeliverableStatus::NotStarted => MeasureStatus::NotStarted,
        DeliverableStatus::InProgress => MeasureStatus::InProgress,
        DeliverableStatus::Delivered => MeasureStatus::VerifiedClosed,
        DeliverableStatus::Retired => MeasureStatus::NoLongerApplicable,
    };
    view! {
        <span class=format!("badge badge-small {}", class_of("badge", mark))>
            <StatusMark status=mark />
            {name_of(use_lang(), "deliverable-status", status)}
        </span>
    }
    .into_any()
}

/// How late a deliverable is by its own date; nothing when it is not.
#[component]
pub fn DeliverableLate(
    /// The days.
    days: i64,
) -> impl IntoView {
    let lang = use_lang();
    (days > 0).then(|| view! { <strong class="flag flag-overdue">{days_late(lang, days)}</strong> }).into_any()
}

/// The status of a plan.
#[component]
pub fn PlanBadge(
    /// Which.
    status: PlanStatus,
) -> impl IntoView {
    view! { <span class=format!("badge {}", class_of("badge-plan", status))>{name_of(use_lang(), "plan-status", status)}</span> }
        .into_any()
}

/// What management answered.
#[component]
pub fn ResponseBadge(
    /// Which.
    kind: ResponseKind,
) -> impl IntoView {
    view! { <span class=format!("badge {}", class_of("badge-response", kind))>{name_of(use_lang(), "response", kind)}</span> }
        .into_any()
}

/// "71 days late".
#[must_use]
pub fn days_late(lang: Lang, days: i64) -> String {
    t_args(lang, "days-late", &[("days", Arg::from(days))])
}

/// "Extended twice".
#[must_use]
pub fn times_extended(lang: Lang, extensions: u32) -> String {
    t_args(lang, "times-extended", &[("count", Arg::from(extensions))])
}

/// The flags that are up, in words, most urgent first.
#[must_use]
pub fn flag_words(lang: Lang, flags: &Flags) -> Vec<(LatenessFilter, String)> {
    let words = |flag: LatenessFilter| match flag {
        LatenessFilter::Overdue => days_late(lang, flags.lateness.from_current),
        LatenessFilter::Extended if flags.extensions > 0 => times_extended(lang, flags.extensions),
        other => name_of(lang, "lateness", other),
    };
    LatenessFilter::ALL.iter().filter(|flag| flag.keeps(flags)).map(|flag| (*flag, words(*flag))).collect()
}

/// What is computed about a measure; nothing when nothing stands out.
#[component]
pub fn FlagBadges(
    /// What is computed about it.
    flags: Flags,
) -> impl IntoView {
    let lang = use_lang();
    let words = flag_words(lang, &flags);
    let items = words.into_iter().map(|(flag, words)| view! { <li class=class_of("flag flag", flag)>{words}</li> });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| view! { <ul class="flags" aria-label=t(lang, "flags-label")>{items}</ul> }).into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::html;

    #[test]
    fn every_status_is_named_in_words_and_has_a_shape_of_its_own() {
        let shown: Vec<String> =
            MeasureStatus::ALL.iter().map(|status| html(Lang::Fr, move || view! { <StatusBadge status=*status /> })).collect();
        for (status, badge) in MeasureStatus::ALL.iter().zip(&shown) {
            assert!(badge.contains(&name_of(Lang::Fr, "status", *status)), "{badge}");
        }
        let shape = |badge: &str| badge.split(" d=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
        let shapes: std::collections::BTreeSet<_> = shown.iter().map(|badge| shape(badge)).collect();
        assert_eq!(shapes.len(), MeasureStatus::ALL.len());
    }

    #[test]
    fn a_late_measure_says_by_how_many_days_and_what_else_stands_out() {
        let mut flags = Flags { overdue: true, silent: true, ..Flags::default() };
        flags.lateness.from_current = 1;
        let words: Vec<String> = flag_words(Lang::En, &flags).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, ["1 day late", "No update this period"]);
        assert!(flag_words(Lang::En, &Flags::default()).is_empty());
    }

    #[test]
    fn how_often_a_measure_was_extended_is_always_said() {
        let words = |extensions: u32| {
            let words = flag_words(Lang::En, &Flags { extended: true, extensions, ..Flags::default() });
            words.into_iter().map(|(_, words)| words).collect::<Vec<_>>()
        };
        assert_eq!([words(1), words(2), words(3)].concat(), ["Extended once", "Extended twice", "Extended 3 times"]);
        assert_eq!(words(0), ["Extended"], "moved before it was kept here");
    }
}
