//! What was decided about a measure: the answers to its claims, and whether it is still to be done and by whom.

use crate::{
    api::{
        common::OrganisationView,
        decisions::{DispositionView, MeasureLife, MeasureLink, Other, VerificationView},
    },
    components::text::Words,
    i18n::{Arg, dates, name_of, t, t_args},
    request::use_lang,
};
use domain::text::Lang;
use leptos::prelude::*;

/// The section; nothing when nothing was decided.
pub(super) fn section(life: &MeasureLife) -> Option<AnyView> {
    let lang = use_lang();
    if life.verifications.is_empty() && life.dispositions.is_empty() {
        return None;
    }
    let decided: Vec<_> = life.dispositions.iter().cloned().map(|of| view! { <li>{disposition(of)}</li> }).collect();
    let decided = (!decided.is_empty()).then(|| view! { <ul class="decided">{decided}</ul> });
    let verified = (!life.verifications.is_empty()).then(|| verifications(life.verifications.clone()));
    Some(
        view! {
            <section aria-labelledby="decided">
                <h2 id="decided">{t(lang, "decided-title")}</h2>
                {decided}
                {verified}
            </section>
        }
        .into_any(),
    )
}

/// What a completion claim still needs; nothing once it needs nothing.
pub(super) fn claim_needs(life: &MeasureLife) -> Option<AnyView> {
    let lang = use_lang();
    let items: Vec<_> = life.missing.iter().map(|code| view! { <li>{name_of(lang, "claim-needs", *code)}</li> }).collect();
    (!items.is_empty()).then(|| {
        view! {
            <div class="claim-needs">
                <p>{t(lang, "claim-needs-title")}</p>
                <ul>{items}</ul>
            </div>
        }
        .into_any()
    })
}

/// The answers to claims, oldest first.
pub(in crate::pages) fn verifications(answers: Vec<VerificationView>) -> AnyView {
    let lang = use_lang();
    let items = answers.into_iter().map(|answer| {
        let by = [("who", Arg::from(answer.verifier)), ("date", Arg::from(dates::day(lang, answer.decided_on)))];
        view! {
            <li>
                <p>
                    <span class="tag">{name_of(lang, "verification-outcome", answer.outcome)}</span>
                    " "
                    <span class="muted">{t_args(lang, "verified-by", &by)}</span>
                </p>
                {answer.notes.map(|notes| view! { <p><Words text=Some(notes) /></p> })}
            </li>
        }
    });
    view! { <ul class="decided" aria-label=t(lang, "verifications-label")>{items.collect::<Vec<_>>()}</ul> }.into_any()
}

fn disposition(of: DispositionView) -> AnyView {
    let lang = use_lang();
    let by = [("who", Arg::from(of.decided_by.clone())), ("date", Arg::from(dates::day(lang, of.decided_on)))];
    let what = match &of.other {
        Other::Predecessor(_) => t(lang, "disposition-replaces"),
        _ if of.is_of_deliverable => t(lang, "disposition-deliverable"),
        _ => name_of(lang, "disposition-kind", of.kind),
    };
    let meeting = of.meeting.clone().map(|name| view! { " – "<Words text=Some(name) /> });
    let deliverable = of.deliverable.clone().map(|title| view! { <p><Words text=Some(title) /></p> });
    let between = (of.from.is_some() || of.to.is_some()).then(|| {
        let name = |of: Option<OrganisationView>| of.map_or_else(|| t(lang, "nobody"), |of| of.code);
        let args = [("from", Arg::from(name(of.from.clone()))), ("to", Arg::from(name(of.to.clone())))];
        view! { <p>{t_args(lang, "disposition-between", &args)}</p> }
    });
    view! {
        <p>
            <span class="tag">{what}</span>
            " "
            <span class="muted">{t_args(lang, "decided-by", &by)}{meeting}</span>
        </p>
        {other(lang, of.other.clone())}
        {deliverable}
        {between}
        {of.reason.map(|reason| view! { <p><Words text=Some(reason) /></p> })}
    }
    .into_any()
}

/// The other measure, as a link where the reader may follow it.
fn other(lang: Lang, other: Other) -> Option<AnyView> {
    let link = match other {
        Other::None => return None,
        Other::Successor(link) | Other::Predecessor(link) => link,
    };
    let Some(MeasureLink { id, label, text }) = link else {
        return Some(view! { <p class="muted">{t(lang, "disposition-hidden")}</p> }.into_any());
    };
    let label = t_args(lang, "measure-label", &[("label", Arg::from(label))]);
    Some(view! { <p><a href=format!("/measures/{id}")>{label}</a>" – "<Words text=text /></p> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{day, english, html};
    use domain::workflow::DispositionKind;

    fn superseded(link: Option<MeasureLink>) -> MeasureLife {
        let decision = DispositionView {
            kind: DispositionKind::Superseded,
            reason: english("Both ask for the same <report>"),
            decided_by: "Margaret".into(),
            decided_on: day("2018-07-10"),
            meeting: None,
            deliverable: None,
            is_of_deliverable: false,
            other: Other::Successor(link),
            from: None,
            to: None,
        };
        MeasureLife { dispositions: vec![decision], ..MeasureLife::default() }
    }

    #[test]
    fn a_decision_says_what_by_whom_when_and_why_and_leads_to_the_other_measure() {
        let link = MeasureLink { id: 9, label: "18".into(), text: english("Report spending") };
        let shown = html(Lang::En, || section(&superseded(Some(link))));
        for words in ["Superseded", "Margaret", "July 10, 2018", "the same &lt;report&gt;", "href=\"/measures/9\""] {
            assert!(shown.contains(words), "{words} is not in {shown}");
        }
    }

    #[test]
    fn a_measure_the_reader_may_not_know_is_not_named() {
        let shown = html(Lang::En, || section(&superseded(None)));
        assert!(!shown.contains("href=") && shown.contains(&t(Lang::En, "disposition-hidden")), "{shown}");
    }
}
