//! The schema agrees with the domain.

use crate::support::{Bench, Db};
use domain::{
    comments::{ProposalAnswer, ProposedDecision},
    contacts::{ContactPurpose, ProposalState},
    costs::{Certainty, CostKind, CostSource},
    dates::DatePrecision,
    deliverable::DeliverableStatus,
    evidence::{EvidenceKind, Marking},
    extensions::ExtensionState,
    mail::{MailKind, MailState},
    measure::MeasureStatus,
    meetings::{DecisionKind, MeetingState},
    people::{DigestChoice, LinkPurpose, Role},
    plan::{BaselineEntity, PlanStatus, Priority, ResponseKind, SourceKind},
    progress::UpdateKind,
    text::{Coded, Lang},
    workflow::{DispositionKind, VerificationOutcome},
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use server::store::Tx;
use std::collections::BTreeMap;

fn codes<T: Coded>() -> Vec<String> {
    T::ALL.iter().map(|value| value.code().to_owned()).collect()
}

/// The lists of the CHECK constraints in the stored DDL: `table.column` -> codes.
async fn checks(tx: &Tx) -> BTreeMap<String, Vec<String>> {
    let sql = "select name, sql from sqlite_master where type = 'table' and sql is not null";
    let rows = tx.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.expect("the tables");
    let mut found = BTreeMap::new();
    for row in rows {
        let (table, sql): (String, String) = (row.try_get("", "name").expect("a name"), row.try_get("", "sql").expect("DDL"));
        for check in sql.split("check (").skip(1) {
            let Some((column, list)) = check.split_once(" in").filter(|(column, _)| !column.contains(' ')) else { continue };
            let list = list.split_once('(').and_then(|(_, rest)| rest.split_once(')')).expect("a list").0;
            let list = list.split(',').map(|code| code.trim().trim_matches('\'').to_owned()).collect();
            found.insert(format!("{table}.{column}"), list);
        }
    }
    found
}

#[tokio::test]
async fn the_codes_of_every_check_are_those_of_the_domain() {
    let bench = Bench::open(Db::Sqlite).await.expect("SQLite is always there");
    let found = bench.write(async |tx| Ok(checks(tx).await)).await;
    let precision = codes::<DatePrecision>;
    let expected = BTreeMap::from(
        [
            ("person.digest", codes::<DigestChoice>()),
            ("person.lang", codes::<Lang>()),
            ("sign_in_link.purpose", codes::<LinkPurpose>()),
            ("plan.source_kind", codes::<SourceKind>()),
            ("plan.status", codes::<PlanStatus>()),
            ("person_role.role", codes::<Role>()),
            ("recommendation.priority", codes::<Priority>()),
            ("response.kind", codes::<ResponseKind>()),
            ("measure.original_precision", precision()),
            ("measure.current_precision", precision()),
            ("measure.forecast_precision", precision()),
            ("measure.status", codes::<MeasureStatus>()),
            ("deliverable.due_precision", precision()),
            ("deliverable.status", codes::<DeliverableStatus>()),
            ("progress_update.status", codes::<MeasureStatus>()),
            ("progress_update.forecast_precision", precision()),
            ("meeting.state", codes::<MeetingState>()),
            ("decision.kind", codes::<DecisionKind>()),
            ("extension.from_precision", precision()),
            ("extension.to_precision", precision()),
            ("extension.asked_precision", precision()),
            ("extension_deliverable.from_precision", precision()),
            ("extension_deliverable.asked_precision", precision()),
            ("extension_deliverable.granted_precision", precision()),
            ("extension.state", codes::<ExtensionState>()),
            ("baseline.entity", codes::<BaselineEntity>()),
            ("baseline.due_precision", precision()),
            ("baseline_value.entity", codes::<BaselineEntity>()),
            ("deliverable_standing.status", codes::<DeliverableStatus>()),
            ("standing.status", codes::<MeasureStatus>()),
            ("standing.forecast_precision", precision()),
            ("progress_update.kind", codes::<UpdateKind>()),
            ("evidence.kind", codes::<EvidenceKind>()),
            ("evidence.marking", codes::<Marking>()),
            ("verification.outcome", codes::<VerificationOutcome>()),
            ("disposition.kind", codes::<DispositionKind>()),
            ("contact_link.purpose", codes::<ContactPurpose>()),
            ("contact_link.lang", codes::<Lang>()),
            ("proposal.state", codes::<ProposalState>()),
            ("comment.proposes", codes::<ProposedDecision>()),
            ("comment.answer", codes::<ProposalAnswer>()),
            ("cost.kind", codes::<CostKind>()),
            ("cost.source", codes::<CostSource>()),
            ("cost.certainty", codes::<Certainty>()),
            ("outbox.kind", codes::<MailKind>()),
            ("outbox.lang", codes::<Lang>()),
            ("outbox.state", codes::<MailState>()),
        ]
        .map(|(column, codes)| (column.to_owned(), codes)),
    );
    assert_eq!(found, expected);
}
