//! What was just done, said at the top of the page that shows it. Only what is known here is said.

use crate::{
    i18n::t,
    request::{request, use_lang},
};
use leptos::prelude::*;

/// The codes a form may come back with (`?done=…`); each is worded as `done-<code>`.
const KNOWN: &[&str] = &[
    "answer-declined",
    "answer-published",
    "comment-added",
    "comment-withdrawn",
    "contact-asked",
    "contact-link-revoked",
    "absence-added",
    "absence-cancelled",
    "archived",
    "changes-kept",
    "claim-answered",
    "corrections-kept",
    "draft-discarded",
    "draft-saved",
    "extension-asked",
    "extension-decided",
    "extension-withdrawn",
    "fate-decided",
    "cost-added",
    "cost-archived",
    "cost-corrected",
    "evidence-added",
    "evidence-withdrawn",
    "import-put-away",
    "invitation-sent",
    "mail-retried",
    "mails-retried",
    "measure-added",
    "measure-edited",
    "measure-removed",
    "organisation-added",
    "owner-named",
    "password-reset",
    "password-set",
    "people-added",
    "person-account-unlinked",
    "person-added",
    "person-archived",
    "person-factor-removed",
    "person-invited",
    "person-sessions-ended",
    "plan-approved",
    "plan-closed",
    "plan-created",
    "plan-edited",
    "proposal-answered",
    "recommendation-added",
    "recommendation-edited",
    "recommendation-removed",
    "restored",
    "role-given",
    "role-taken",
    "roles-given",
    "second-factor-off",
    "session-ended",
    "settings-kept",
    "signed-out-everywhere",
    "update-recorded",
    "updates-recorded",
];

/// Says what was done, when something was.
#[component]
pub fn Done() -> impl IntoView {
    let info = request();
    let code = info.query.split('&').find_map(|pair| pair.strip_prefix("done="));
    code.and_then(words).map(|words| view! { <p class="notice notice-done" role="status">{words}</p> }).into_any()
}

fn words(code: &str) -> Option<String> {
    KNOWN.contains(&code).then(|| t(use_lang(), &format!("done-{code}")))
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, words};
    use crate::i18n::has;
    use domain::text::Lang;

    #[test]
    fn everything_that_can_be_done_is_worded_and_nothing_else_is_said() {
        for code in KNOWN {
            assert!(has(Lang::En, &format!("done-{code}")) && has(Lang::Fr, &format!("done-{code}")), "{code}");
        }
        assert_eq!(words("everything-deleted"), None);
    }
}
