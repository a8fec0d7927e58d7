//! What can be done to a record.

use crate::codes::coded;

coded! {
    /// What was done, worded as `history-<code>` in the catalogue. What is not on this list cannot be recorded, and
    /// what is on it without words fails a test.
    AuditAction {
        /// A plan was read into the instance as a draft.
        PlanImported = "plan_imported",
        /// Somebody began to read a plan in.
        ImportStarted = "import_started",
        /// What was understood of it was put right.
        ImportCorrected = "import_corrected",
        /// It became a draft.
        ImportCommitted = "import_committed",
        /// It was put away unfinished.
        ImportDiscarded = "import_discarded",
        /// Its baseline was frozen.
        PlanApproved = "plan_approved",
        /// A draft was put right.
        PlanEdited = "plan_edited",
        /// An approved plan was reworded.
        PlanAmended = "plan_amended",
        /// Every measure had come to an end.
        PlanClosed = "plan_closed",
        /// A recommendation was added by hand.
        RecommendationAdded = "recommendation_added",
        /// A recommendation of a draft was put right.
        RecommendationEdited = "recommendation_edited",
        /// A recommendation of an approved plan was reworded.
        RecommendationAmended = "recommendation_amended",
        /// A recommendation was taken out of a draft.
        RecommendationRemoved = "recommendation_removed",
        /// A measure was added by hand.
        MeasureAdded = "measure_added",
        /// A measure of a draft was put right.
        MeasureEdited = "measure_edited",
        /// A measure of an approved plan was reworded.
        MeasureAmended = "measure_amended",
        /// A measure was taken out of a draft.
        MeasureRemoved = "measure_removed",
        /// Who carries a measure was named.
        OwnerNamed = "owner_named",
        /// A recommendation came with its plan.
        RecommendationImported = "recommendation_imported",
        /// A response came with its plan.
        ResponseImported = "response_imported",
        /// A measure came with its plan.
        MeasureImported = "measure_imported",
        /// Somebody said where a measure stands.
        ProgressReported = "progress_reported",
        /// Somebody without an account was sent a link to answer with.
        ContactAsked = "contact_asked",
        /// Such a link was taken back.
        ContactRevoked = "contact_revoked",
        /// Somebody answered by such a link, which used it up.
        ContactAnswered = "contact_answered",
        /// A coordinator took an answer over into the record.
        AnswerPublished = "contact_answer_published",
        /// A coordinator did not, and said why.
        AnswerDeclined = "contact_answer_declined",
        /// A measure came to its end.
        MeasureEnded = "measure_ended",
        /// A later date was asked for.
        ExtensionRequested = "extension_requested",
        /// A later date was granted.
        ExtensionGranted = "extension_granted",
        /// A later date was refused.
        ExtensionRefused = "extension_refused",
        /// A request for a later date was taken back.
        ExtensionWithdrawn = "extension_withdrawn",
        /// A completion claim was accepted.
        ClaimAccepted = "claim_accepted",
        /// A completion claim was sent back.
        ClaimReturned = "claim_returned",
        /// A measure is no longer to be done.
        MeasureDropped = "measure_dropped",
        /// Another measure takes the place of one.
        MeasureSuperseded = "measure_superseded",
        /// Another organisation takes a measure over.
        MeasureTransferred = "measure_transferred",
        /// A deliverable is no longer to be handed over.
        DeliverableRetired = "deliverable_retired",
        /// Evidence was added to a measure.
        EvidenceAdded = "evidence_added",
        /// A newer version of a piece of evidence was added.
        EvidenceReplaced = "evidence_replaced",
        /// A piece of evidence was taken back.
        EvidenceWithdrawn = "evidence_withdrawn",
        /// Somebody commented on a measure.
        CommentAdded = "comment_added",
        /// A comment was taken back.
        CommentWithdrawn = "comment_withdrawn",
        /// The decision that a comment proposed was taken.
        ProposalFollowed = "comment_proposal_followed",
        /// It was set aside.
        ProposalSetAside = "comment_proposal_set_aside",
        /// A line of costs was added.
        CostAdded = "cost_added",
        /// A line of costs was corrected.
        CostCorrected = "cost_corrected",
        /// A line of costs was archived.
        CostArchived = "cost_archived",
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
        /// Somebody began to read a table of people in.
        PeopleImportStarted = "people_import_started",
        /// The table was put right.
        PeopleImportCorrected = "people_import_corrected",
        /// Its people were added.
        PeopleImportCommitted = "people_import_committed",
        /// A person, or what they chose, was changed.
        PersonChanged = "person_changed",
        /// A person was archived.
        PersonArchived = "person_archived",
        /// A person was brought back.
        PersonRestored = "person_restored",
        /// A person was asked by mail to sign in for the first time.
        PersonInvited = "person_invited",
        /// A person was given a role.
        RoleGiven = "person_role_given",
        /// A role was taken back.
        RoleTaken = "person_role_taken",
        /// A deputy was named, or nobody any more.
        DeputyNamed = "person_deputy_named",
        /// An absence was entered.
        AbsenceAdded = "person_absence_added",
        /// An absence was cancelled.
        AbsenceCancelled = "person_absence_cancelled",
        /// A one-time link was mailed to somebody who asked for it, or handed over by who added them.
        LinkIssued = "person_link_issued",
        /// A person signed in.
        PersonSignedIn = "person_signed_in",
        /// Somebody tried to sign in as a person and could not.
        SignInFailed = "person_sign_in_failed",
        /// A person chose a password.
        PasswordSet = "person_password_set",
        /// A person began to set a second factor up.
        SecondFactorBegun = "person_second_factor_begun",
        /// A second factor is asked for from now on.
        SecondFactorOn = "person_second_factor_on",
        /// A second factor is not asked for any more.
        SecondFactorOff = "person_second_factor_off",
        /// New recovery codes replace those before.
        RecoveryCodesRenewed = "person_recovery_codes_renewed",
        /// A person signed out.
        SignedOut = "person_signed_out",
        /// A session was ended.
        SessionEnded = "person_session_ended",
        /// Every session of a person was ended.
        AllSessionsEnded = "person_all_sessions_ended",
        /// The organisation's sign-in service knows the person.
        IdentityLinked = "person_identity_linked",
        /// An administrator unlinked a person from it, since the account there was replaced.
        IdentityUnlinked = "person_identity_unlinked",
        /// Groups of the single sign-on provider gave or took roles.
        RolesFollowed = "person_roles_followed",
        /// A person took a copy of their own data.
        OwnDataExported = "own_data_exported",
        /// The name of the instance and whom to ask for help were changed.
        SettingsInstance = "settings_instance",
        /// The rules of signing in were changed.
        SettingsSignIn = "settings_sign_in",
        /// When people are reminded was changed.
        SettingsReminders = "settings_reminders",
        /// The log was exported.
        LogExported = "log_exported",
        /// A mail was put into the outbox.
        MailQueued = "mail_queued",
        /// A mail could not be sent and is tried again.
        MailDelayed = "mail_delayed",
        /// A mail could not be sent at all.
        MailFailed = "mail_failed",
        /// A mail that failed is to be sent again.
        MailRetried = "mail_retried",
    }
}
