//! What can be done to a record.

use crate::codes::coded;

coded! {
    /// What was done, worded as `history-<code>` in the catalogue. What is not on this list cannot be recorded, and
    /// what is on it without words fails a test.
    AuditAction {
        /// A plan was read into the instance as a draft.
        PlanImported = "plan_imported",
        /// Its baseline was frozen.
        PlanApproved = "plan_approved",
        /// A recommendation came with its plan.
        RecommendationImported = "recommendation_imported",
        /// A response came with its plan.
        ResponseImported = "response_imported",
        /// A measure came with its plan.
        MeasureImported = "measure_imported",
        /// Somebody said where a measure stands.
        ProgressReported = "progress_reported",
        /// A measure came to its end.
        MeasureEnded = "measure_ended",
        /// A later date was asked for.
        ExtensionRequested = "extension_requested",
        /// A later date was granted.
        ExtensionGranted = "extension_granted",
        /// A later date was refused.
        ExtensionRefused = "extension_refused",
        /// An organisation was added.
        OrganisationAdded = "organisation_added",
        /// An organisation was changed.
        OrganisationChanged = "organisation_changed",
        /// An organisation was archived.
        OrganisationArchived = "organisation_archived",
        /// An organisation was brought back.
        OrganisationRestored = "organisation_restored",
        /// A person was added.
        PersonAdded = "person_added",
        /// A person, or what they chose, was changed.
        PersonChanged = "person_changed",
        /// A person was archived.
        PersonArchived = "person_archived",
        /// A person was brought back.
        PersonRestored = "person_restored",
        /// A person signed in.
        PersonSignedIn = "person_signed_in",
        /// A person took a copy of their own data.
        OwnDataExported = "own_data_exported",
        /// An absence was entered.
        AbsenceAdded = "absence_added",
        /// An absence was withdrawn.
        AbsenceRemoved = "absence_removed",
        /// What holds for the whole instance was changed.
        SettingsChanged = "settings_changed",
        /// The log was exported.
        LogExported = "log_exported",
        /// A mail was put into the outbox.
        MailQueued = "mail_queued",
        /// A mail could not be sent and is tried again.
        MailDelayed = "mail_delayed",
        /// A mail could not be sent at all.
        MailFailed = "mail_failed",
    }
}
