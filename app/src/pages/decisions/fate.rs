//! Deciding whether a measure is still to be done, and by whom.

use super::parts::{self, Answer};
use crate::{
    api::{
        comments::CommentView,
        decisions::{DecideFate, FatePage as Page, SuccessorChoice},
    },
    components::{
        address,
        form::{Select, TextArea, field_id},
        page::load,
    },
    i18n::{Arg, name_of, t, t_args},
    pages::comments::item,
    request::{FormState, backend, caller, use_lang},
};
use domain::{
    text::{Coded, Lang},
    workflow::FateChoice,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// What the form is known by to the boxes beside it.
const FORM: &str = "decide-fate";

/// As much of a text as a line of a list holds.
const SHORT: usize = 80;

/// The page.
#[component]
pub fn FatePage() -> impl IntoView {
    let id = address::id();
    load(async move { backend().decisions.fate_form(&caller()?, id?).await }, show).into_any()
}

fn show(page: Page) -> AnyView {
    let lang = use_lang();
    let state = FormState::of(DecideFate::url());
    let measure = page.about.measure.id;
    let form = parts::blocked(&page.about, &state, &["fate_reason"]).unwrap_or_else(|| form(&page, &state));
    view! {
        {parts::head(&page.about, "fate-title", state.clone(), format!("/measures/{measure}/decide"))}
        <p class="lead">{t(lang, "fate-intro")}</p>
        {parts::about(&page.about)}
        {proposals(page.proposals.clone(), &state, page.about.blocked.is_none())}
        {form}
    }
    .into_any()
}

/// What others propose, in their words, each with a box where something can still be decided. A proposal that was ticked
/// may be answered or withdrawn by then; the problem is told also where no other is left.
fn proposals(proposals: Vec<CommentView>, state: &FormState, can_decide: bool) -> Option<AnyView> {
    let lang = use_lang();
    let one = |proposal: CommentView| {
        let follows = can_decide.then(|| follows(&proposal, state));
        view! { <li>{item(proposal, follows)}</li> }
    };
    let items: Vec<_> = proposals.into_iter().map(one).collect();
    let has_boxes = can_decide && !items.is_empty();
    let how = has_boxes.then(|| view! { <p id="field-follows" tabindex="-1">{t(lang, "fate-follows-how")}</p> });
    let wrong = state.problem("follows").is_some().then(|| {
        // The summary of problems leads here where there is nothing to tick.
        let id = if has_boxes { "field-follows-problem" } else { "field-follows" };
        view! { <p class="problem" id=id tabindex="-1">{t(lang, "fate-follows-gone")}</p> }
    });
    (!items.is_empty() || wrong.is_some()).then(|| {
        let list = (!items.is_empty()).then(|| view! { <ol class="updates">{items}</ol> });
        view! {
            <section aria-labelledby="proposals">
                <h2 id="proposals">{t(lang, "fate-proposals")}</h2>
                {how}
                {wrong}
                {list}
            </section>
        }
        .into_any()
    })
}

/// The box of a proposal. It belongs to the form below, beside which the proposals are read.
fn follows(proposal: &CommentView, state: &FormState) -> AnyView {
    let lang = use_lang();
    let name = format!("follows[{}]", proposal.id);
    let id = field_id(&name);
    let ticked = state.value(&name, "") == "yes";
    let by = proposal.written.by.clone();
    view! {
        <div class="field check">
            <input type="checkbox" id=id.clone() name=name value="yes" checked=ticked form=FORM />
            <label for=id>{t(lang, "field-follows")}<span class="visually-hidden">" – "{by}</span></label>
        </div>
    }
    .into_any()
}

fn form(page: &Page, state: &FormState) -> AnyView {
    let lang = use_lang();
    let measure = page.about.measure.id;
    // Whoever comes from a proposal finds it chosen.
    let proposed = address::parsed::<FateChoice>("fate").map(|fate| fate.to_string()).unwrap_or_default();
    let answers = FateChoice::ALL.iter().filter_map(|choice| {
        let options = options(lang, page, *choice);
        // What nothing could be chosen for is not offered.
        if options.as_ref().is_some_and(|(_, options)| options.len() < 2) {
            return None;
        }
        let extra = options.map(|(name, options)| view! { <Select name=name state=state.clone() choices=options /> }.into_any());
        Some(Answer {
            code: choice.code(),
            label: name_of(lang, "fate", *choice),
            help: name_of(lang, "fate-help", *choice),
            extra,
        })
    });
    view! {
        <form method="post" action=DecideFate::url() class="report-form decide-form" id=FORM>
            {parts::hidden("measure", measure, page.about.lock_version)}
            {parts::answers(state, "fate", &proposed, answers.collect())}
            <TextArea name="fate_reason" state=state.clone() rows=4 />
            {parts::meeting(state, &page.meetings)}
            {parts::text_lang(state)}
            {parts::actions("fate-send", measure)}
        </form>
    }
    .into_any()
}

/// The field that goes with a choice, and what can be chosen in it, nothing first.
fn options(lang: Lang, page: &Page, choice: FateChoice) -> Option<(&'static str, Vec<(String, String)>)> {
    let (name, found): (_, Vec<(String, String)>) = match choice {
        FateChoice::NoLongerApplicable => return None,
        FateChoice::Superseded => ("successor", page.successors.iter().map(|of| successor(lang, of)).collect()),
        FateChoice::Transferred => {
            let words = |of: &crate::api::common::OrganisationView| match &of.name {
                Some(name) => format!("{} – {}", of.code, name.text),
                None => of.code.clone(),
            };
            ("new_lead", page.organisations.iter().map(|of| (of.id.to_string(), words(of))).collect())
        }
        FateChoice::DeliverableRetired => {
            let open = page.about.measure.deliverables.iter().filter(|deliverable| deliverable.status.is_open());
            let words = |title: &Option<domain::text::InLang>| title.as_ref().map(|title| short(&title.text)).unwrap_or_default();
            ("retired_deliverable", open.map(|of| (of.id.to_string(), words(&of.title))).collect())
        }
    };
    let nothing = (String::new(), t(lang, "fate-choose"));
    Some((name, std::iter::once(nothing).chain(found).collect()))
}

fn successor(lang: Lang, of: &SuccessorChoice) -> (String, String) {
    let label = t_args(lang, "measure-label", &[("label", Arg::from(of.link.label.clone()))]);
    let text = of.link.text.as_ref().map(|text| format!(" – {}", short(&text.text))).unwrap_or_default();
    let plan = of.plan.as_ref().map(|plan| format!(" ({})", short(&plan.text))).unwrap_or_default();
    (of.link.id.to_string(), format!("{label}{text}{plan}"))
}

/// The beginning of a text, whole words only.
fn short(text: &str) -> String {
    if text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let cut: String = text.chars().take(SHORT).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::{proposals, short};
    use crate::{
        api::decisions::DecideFate,
        components::testing::{html_of, request_in},
        error::AppError,
        request::{FormFailure, FormState},
    };
    use domain::{
        problem::{Problem, ProblemCode},
        text::Lang,
    };
    use leptos::{prelude::*, server_fn::ServerFn};

    #[test]
    fn the_link_to_a_proposal_that_was_answered_meanwhile_leads_to_what_is_wrong() {
        let shown = |code: Option<ProblemCode>| {
            let mut request = request_in(Lang::En);
            request.failure = code.map(|code| FormFailure {
                action: DecideFate::url().into(),
                error: AppError::Invalid(vec![Problem::new("follows", code)]),
                fields: vec![("follows[5]".into(), "yes".into())],
            });
            html_of(request, || proposals(Vec::new(), &FormState::of(DecideFate::url()), true).into_any())
        };
        let wrong = shown(Some(ProblemCode::NotAChoice));
        assert!(wrong.contains("id=\"field-follows\"") && wrong.contains("answered or withdrawn"), "{wrong}");
        assert!(!wrong.contains("<ol"), "{wrong}");
        assert!(!shown(None).contains("<section"), "nothing is proposed, and nothing is wrong");
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(short("Form a group"), "Form a group");
        let long = "mots ".repeat(40);
        assert!(short(&long).ends_with("mots…") && short(&long).chars().count() <= 81, "{}", short(&long));
    }
}
