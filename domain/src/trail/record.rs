//! What kinds of records have a history.

use crate::codes::coded;

coded! {
    /// A kind of record, by the name of its table; worded as `record-<code>` in the catalogue.
    RecordKind {
        /// A plan.
        Plan = "plan",
        /// A recommendation of a plan.
        Recommendation = "recommendation",
        /// A response of management.
        Response = "response",
        /// A measure.
        Measure = "measure",
        /// A piece of evidence. Its own rows say what it is, since not every reader of the measure may know.
        Evidence = "evidence",
        /// A link that was sent to somebody without an account, and what came of it: the coordination's alone to know.
        ContactLink = "contact_link",
        /// A comment on a measure: not every reader of the measure may know that there is one.
        Comment = "comment",
        /// A line of the costs of a plan.
        Cost = "cost",
        /// An organisation.
        Organisation = "organisation",
        /// A person.
        Person = "person",
        /// A group of settings of the instance; its number is its place in `SettingGroup`.
        Setting = "setting",
        /// The log itself.
        Audit = "audit",
        /// A published plan that is being read in.
        ImportDraft = "import_draft",
        /// A table of people that is being read in.
        PeopleImport = "people_import",
        /// A mail.
        Outbox = "outbox",
    }
}
