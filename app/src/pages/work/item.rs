//! One thing that is asked: about which measure, why, and the one button to do it.

use crate::{
    api::{
        common::MeasureRow,
        work::{Asked, WorkItem},
    },
    components::{badge::flag_words, dates::DateCell, deliverables::late_deliverables, measures::Organisation, text::Words},
    i18n::{Arg, t, t_args},
    request::use_lang,
};
use domain::{measure::LatenessFilter, text::Lang};
use leptos::prelude::*;

/// What is asked: the words of the button, and why.
pub(super) fn words(lang: Lang, asked: Asked) -> (String, String) {
    match asked {
        Asked::ReportProgress => (t(lang, "asked-report-progress"), t(lang, "asked-report-progress-why")),
        Asked::ClaimReturned => (t(lang, "asked-report-progress"), t(lang, "asked-claim-returned-why")),
        Asked::DecideExtension => (t(lang, "asked-decide-extension"), t(lang, "asked-decide-extension-why")),
        Asked::AnswerProposal => (t(lang, "asked-answer-proposal"), t(lang, "asked-answer-proposal-why")),
        Asked::VerifyClaim => (t(lang, "asked-verify-claim"), t(lang, "asked-verify-claim-why")),
        Asked::AskOrganisation => (t(lang, "asked-ask-organisation"), t(lang, "asked-ask-organisation-why")),
        Asked::NameOwner => (t(lang, "asked-name-owner"), t(lang, "asked-name-owner-why")),
    }
}

/// Where it is done.
fn href(item: &WorkItem) -> String {
    let measure = item.measure.id;
    match (item.asked, item.extension.or(item.comment)) {
        (Asked::ReportProgress | Asked::ClaimReturned, _) => format!("/measures/{measure}/report"),
        (Asked::AskOrganisation, _) => format!("/measures/{measure}/ask"),
        (Asked::DecideExtension, Some(request)) => format!("/extensions/{request}"),
        (Asked::VerifyClaim, _) => format!("/measures/{measure}/verify"),
        (Asked::NameOwner, _) => format!("/measures/{measure}/owner"),
        (Asked::AnswerProposal, Some(comment)) => format!("/comments/{comment}"),
        (Asked::DecideExtension | Asked::AnswerProposal, None) => format!("/measures/{measure}"),
    }
}

/// Why it is asked: what the flags say, else the reason of its kind.
fn why(lang: Lang, asked: Asked, measure: &MeasureRow) -> String {
    // That nobody answers for it is said once.
    let told = |flag: LatenessFilter| asked != Asked::NameOwner || flag != LatenessFilter::Unowned;
    let flags = flag_words(lang, &measure.flags).into_iter().filter(|(flag, _)| told(*flag));
    let mut reasons: Vec<String> = flags.map(|(_, words)| words).collect();
    reasons.extend(late_deliverables(lang, measure));
    if reasons.is_empty() || asked != Asked::ReportProgress {
        reasons.insert(0, words(lang, asked).1);
    }
    reasons.join(" · ")
}

/// One entry of the list.
pub(super) fn show(item: WorkItem) -> AnyView {
    let lang = use_lang();
    let href = href(&item);
    let measure = item.measure;
    let label = t_args(lang, "measure-label", &[("label", Arg::from(measure.label.clone()))]);
    let lead = measure.lead.clone().map(|lead| view! { " · "<Organisation organisation=lead /> });
    let class = if measure.flags.overdue || measure.late_deliverables() > 0 { "work-item is-late" } else { "work-item" };
    view! {
        <li class=class>
            <div class="work-what">
                <h3><a href=format!("/measures/{}", measure.id)>{label.clone()}</a></h3>
                <p class="work-text"><Words text=measure.text.clone() /></p>
                <p class="work-plan"><a href=format!("/plans/{}", item.plan_id)><Words text=item.plan_title /></a>{lead}</p>
                <p class="work-why">{why(lang, item.asked, &measure)}</p>
                {item.for_whom.map(|name| view! {
                    <p class="work-for"><span class="tag">{t_args(lang, "work-for-whom", &[("name", Arg::from(name))])}</span></p>
                })}
            </div>
            <p class="work-due">
                <span class="work-due-label">{t(lang, "column-due")}</span>
                <DateCell row=measure.clone() />
            </p>
            <div class="work-do">
                <a class="button" href=href>
                    {words(lang, item.asked).0}
                    <span class="visually-hidden">" – "{label}</span>
                </a>
            </div>
        </li>
    }
    .into_any()
}
