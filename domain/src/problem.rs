//! What is wrong with what a person typed: a code per field, worded by the catalogue (`problem-<code>`).

use crate::codes::coded;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

coded! {
    /// Why a field was not accepted.
    ProblemCode {
        /// It must not be empty.
        Required = "required",
        /// It is longer than it may be.
        TooLong = "too_long",
        /// It is not a whole number.
        NotANumber = "not_a_number",
        /// The number is outside its range.
        OutOfRange = "out_of_range",
        /// No date could be read in it.
        NotADate = "not_a_date",
        /// It is not one of the choices.
        NotAChoice = "not_a_choice",
        /// It is not an e-mail address.
        NotAnEmail = "not_an_email",
        /// A completion claim must say what was done (rule 4).
        SayWhatWasDone = "say_what_was_done",
        /// A completion claim needs every deliverable delivered or retired (rule 4).
        DeliverablesOpen = "deliverables_open",
        /// A status set by a decision cannot be chosen in an update (rule 6).
        NeedsADecision = "needs_a_decision",
        /// An update that says nothing at all.
        NothingSaid = "nothing_said",
        /// Finished work cannot be forecast for later.
        ForecastWhenDone = "forecast_when_done",
        /// Something the same exists already.
        AlreadyExists = "already_exists",
        /// A reason must be given for a decision (rules 5 and 6).
        ReasonRequired = "reason_required",
        /// The plan is not approved, or closed.
        PlanNotInForce = "plan_not_in_force",
        /// The plan is closed: only what was spent is recorded any more.
        OnlyActualCosts = "only_actual_costs",
        /// The plan is approved: its dates move only by a decision (rule 2).
        BaselineFrozen = "baseline_frozen",
        /// The measure has come to an end.
        HasEnded = "has_ended",
        /// The person does not answer for the measure any more.
        NotYours = "not_yours",
        /// An extension must end after the current date (rule 5).
        NotAfterCurrent = "not_after_current",
        /// A later date is of no use when it is over already.
        AlreadyPast = "already_past",
        /// A deliverable is due no later than its measure.
        AfterTheMeasure = "after_the_measure",
        /// Granting as asked goes with the dates that were asked.
        NotAsAsked = "not_as_asked",
        /// An extension is asked for already and not decided yet.
        AlreadyRequested = "already_requested",
        /// No extension waits for a decision.
        NothingRequested = "nothing_requested",
        /// Whoever asked for an extension does not decide it (rule 5).
        RequesterDecides = "requester_decides",
        /// The measure is claimed to be done: no later date is needed.
        AlreadyClaimed = "already_claimed",
        /// No completion claim waits for verification.
        NothingClaimed = "nothing_claimed",
        /// The verifier is neither who claimed nor who owns (rule 4).
        OwnClaim = "own_claim",
        /// A claim needs evidence here (rule 4).
        EvidenceMissing = "evidence_missing",
        /// The same, said to somebody who can only say where a measure stands.
        EvidenceFirst = "evidence_first",
        /// Nothing above Protected A may be kept here.
        MarkingTooHigh = "marking_too_high",
        /// The file was not received, since it may not be kept with its marking.
        NotReceived = "not_received",
        /// The file is not of a kind that is accepted, or not what its name says.
        FileKind = "file_kind",
        /// The file is larger than evidence may be.
        FileTooLarge = "file_too_large",
        /// There is as much evidence as a measure may have.
        TooManyFiles = "too_many_files",
        /// There are as many versions of a piece of evidence as it may have.
        TooManyVersions = "too_many_versions",
        /// It is not a web address.
        NotALink = "not_a_link",
        /// It is not an amount of money.
        NotAnAmount = "not_an_amount",
        /// What is not tracked has no amount.
        AmountNotTracked = "amount_not_tracked",
        /// It is not a fiscal year such as 2012-13.
        NotAFiscalYear = "not_a_fiscal_year",
        /// Only who asked for an extension takes the request back.
        NotYourRequest = "not_your_request",
        /// Something was filled in that does not go with the answer that was chosen.
        NotWithThisAnswer = "not_with_this_answer",
        /// A plan is closed when every measure has come to an end.
        MeasuresOpen = "measures_open",
        /// A password with fewer characters than asked for.
        TooShort = "too_short",
        /// A password that somebody else would try.
        EasyToGuess = "easy_to_guess",
        /// Two fields that must say the same do not.
        NotTheSame = "not_the_same",
        /// It is not the password in use.
        WrongPassword = "wrong_password",
        /// Who signed in a while ago shows again who they are.
        SignInAgain = "sign_in_again",
        /// The person was archived and gets no mail any more.
        NoLongerHere = "no_longer_here",
        /// The code is wrong, too old or was used before.
        WrongCode = "wrong_code",
        /// It is not a day of the calendar.
        NotADay = "not_a_day",
        /// It ends before it starts.
        EndsBeforeStart = "ends_before_start",
        /// It is over already.
        AlreadyOver = "already_over",
        /// An instance without an active administrator could not be run.
        LastAdministrator = "last_administrator",
        /// Nobody can be this for themselves.
        NotOneself = "not_oneself",
        /// Nobody could sign in any more.
        NoWayIn = "no_way_in",
        /// No organisation in use has this code.
        NoSuchOrganisation = "no_such_organisation",
        /// There is no such role.
        NoSuchRole = "no_such_role",
        /// It is neither of the two languages.
        NoSuchLanguage = "no_such_language",
        /// No plan has this number.
        NoSuchPlan = "no_such_plan",
        /// Another row says the same.
        Repeated = "repeated",
        /// Another row says something else of the same person.
        UnlikeEarlier = "unlike_earlier",
        /// A row has more cells than there are columns.
        TooManyCells = "too_many_cells",
        /// A table has more rows than are taken at once.
        TooManyRows = "too_many_rows",
        /// The columns that are needed are not all named in the first row.
        ColumnsMissing = "columns_missing",
        /// Some rows of a table are not right yet.
        RowsWrong = "rows_wrong",
        /// Somebody else changed this row of a long form meanwhile.
        ChangedMeanwhile = "changed_meanwhile",
        /// As many links wait for an answer as may.
        TooManyLinks = "too_many_links",
        /// What was sent can no longer be taken over as it is.
        NoLongerFits = "no_longer_fits",
        /// Administration is of the whole instance, and of no single plan.
        WholeInstance = "whole_instance",
    }
}

/// One field's problem. The field is its name in the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The field's name in the form.
    pub field: String,
    /// Why it was not accepted.
    pub code: ProblemCode,
}

impl Problem {
    /// A problem with a field.
    pub fn new(field: impl Into<String>, code: ProblemCode) -> Self {
        Self { field: field.into(), code }
    }
}

/// A choice from a list; a problem of the field when nothing, or nothing of the list, was chosen.
pub fn choice<T: FromStr>(field: &str, typed: &str, problems: &mut Vec<Problem>) -> Option<T> {
    let found = typed.parse().ok();
    if found.is_none() {
        let code = if typed.trim().is_empty() { ProblemCode::Required } else { ProblemCode::NotAChoice };
        problems.push(Problem::new(field, code));
    }
    found
}

/// The id of something chosen from a list, or nothing; a problem of the field when it is no id.
pub fn chosen_id(field: &str, typed: &str, problems: &mut Vec<Problem>) -> Option<i64> {
    let found = typed.trim().parse().ok();
    if found.is_none() && !typed.trim().is_empty() {
        problems.push(Problem::new(field, ProblemCode::NotAChoice));
    }
    found
}
