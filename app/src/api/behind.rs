//! Which record each form that carries a version is about: where to look for who was faster when it meets a conflict.
//! A test holds the list against the forms there are.

use domain::{
    settings::SettingGroup,
    trail::RecordKind::{
        self, Comment, Cost, ImportDraft, Measure, Organisation, Outbox, PeopleImport, Person, Plan, Recommendation,
    },
};

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The record whose number this field holds.
    Record(RecordKind, &'static str),
    /// What the first of two fields holds the number of; where it is blank, something new in the plan of the second.
    New(RecordKind, &'static str, &'static str),
    /// The account of whoever sends it.
    Oneself,
    /// A group of settings.
    Settings(SettingGroup),
    /// The measure of the piece of evidence in the field `evidence`, of which a reader may know more than of the piece.
    Evidence,
    /// The measure of the extension request in the field `extension`.
    Extension,
    /// The measure of the answer in the field `proposal`.
    Proposal,
    /// The measure of the link in the field `link`.
    Link,
}

/// The forms by where they are sent to.
pub const FORMS: &[(&str, About)] = &[
    ("/do/change-profile", About::Oneself),
    ("/do/name-my-deputy", About::Oneself),
    ("/do/add-my-absence", About::Oneself),
    ("/do/cancel-my-absence", About::Oneself),
    ("/do/approve-plan", About::Record(Plan, "plan")),
    ("/do/close-plan", About::Record(Plan, "plan")),
    ("/do/edit-plan", About::Record(Plan, "plan")),
    ("/do/save-recommendation", About::New(Recommendation, "recommendation", "plan")),
    ("/do/remove-recommendation", About::Record(Recommendation, "recommendation")),
    ("/do/save-measure", About::New(Measure, "measure", "plan")),
    ("/do/remove-measure", About::Record(Measure, "measure")),
    ("/do/name-owner", About::Record(Measure, "measure")),
    ("/do/report-progress", About::Record(Measure, "measure")),
    ("/do/save-draft", About::Record(Measure, "measure")),
    ("/do/ask-extension", About::Record(Measure, "measure")),
    ("/do/decide-extension", About::Extension),
    ("/do/withdraw-extension", About::Extension),
    ("/do/verify-claim", About::Record(Measure, "measure")),
    ("/do/decide-fate", About::Record(Measure, "measure")),
    ("/do/add-evidence-link", About::Record(Measure, "measure")),
    (super::evidence::UPLOAD, About::Record(Measure, "measure")),
    ("/do/withdraw-evidence", About::Evidence),
    ("/do/ask-contact", About::Record(Measure, "measure")),
    ("/do/revoke-contact-link", About::Link),
    ("/do/publish-answer", About::Proposal),
    ("/do/decline-answer", About::Proposal),
    ("/do/answer-comment", About::Record(Comment, "comment")),
    ("/do/withdraw-comment", About::Record(Comment, "comment")),
    ("/do/correct-cost", About::Record(Cost, "cost")),
    ("/do/archive-cost", About::Record(Cost, "cost")),
    ("/do/correct-import", About::Record(ImportDraft, "import")),
    ("/do/discard-import", About::Record(ImportDraft, "import")),
    ("/do/commit-import", About::Record(ImportDraft, "import")),
    ("/do/edit-organisation", About::Record(Organisation, "organisation")),
    ("/do/archive-organisation", About::Record(Organisation, "organisation")),
    ("/do/restore-organisation", About::Record(Organisation, "organisation")),
    ("/do/edit-person", About::Record(Person, "person")),
    ("/do/archive-person", About::Record(Person, "person")),
    ("/do/restore-person", About::Record(Person, "person")),
    ("/do/remove-person-factor", About::Record(Person, "person")),
    ("/do/end-person-sessions", About::Record(Person, "person")),
    ("/do/unlink-person-account", About::Record(Person, "person")),
    ("/do/invite-person", About::Record(Person, "person")),
    ("/do/give-role", About::Record(Person, "person")),
    ("/do/take-role", About::Record(Person, "person")),
    ("/do/name-deputy", About::Record(Person, "person")),
    ("/do/add-absence", About::Record(Person, "person")),
    ("/do/cancel-absence", About::Record(Person, "person")),
    ("/do/correct-people-import", About::Record(PeopleImport, "import")),
    ("/do/commit-people-import", About::Record(PeopleImport, "import")),
    ("/do/set-instance", About::Settings(SettingGroup::Instance)),
    ("/do/set-sign-in", About::Settings(SettingGroup::SignIn)),
    ("/do/set-reminders", About::Settings(SettingGroup::Reminders)),
    ("/do/retry-mail", About::Record(Outbox, "mail")),
];

/// What the form that is sent to `action` is about.
#[must_use]
pub fn about(action: &str) -> Option<About> {
    FORMS.iter().find(|(known, _)| *known == action).map(|(_, about)| *about)
}
