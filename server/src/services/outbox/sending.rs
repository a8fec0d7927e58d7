//! Sending what waits in the outbox: leased one by one, so that several instances share the work and none sends what
//! another one is sending.

use crate::{
    mail::{Composed, Envelope, Mailer, SendError},
    services::Services,
    store::{
        StoreError,
        audit::{self, AuditEntry},
        outbox::{self, Leased, Outcome},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    calendar::is_working_day,
    mail::{MailKind, MailState},
    text::Coded,
    trail::{AuditAction, RecordKind},
};

/// At most so many mails in one pass; the rest goes out in the next.
const MAILS_PER_PASS: usize = 500;
/// How long an instance may take over one mail before another one takes it over.
const LEASE: TimeDelta = TimeDelta::minutes(5);
/// Minutes before the next attempt, after the first failure, the second and so on.
const DIGEST_PAUSES: &[i64] = &[1, 5, 30, 2 * 60, 8 * 60];
/// A link to sign in with expires: later attempts would bring a dead one.
const SIGN_IN_PAUSES: &[i64] = &[1, 5];

/// What one pass did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SendReport {
    /// Mails handed over.
    pub sent: usize,
    /// Mails that will be tried again.
    pub delayed: usize,
    /// Mails given up.
    pub failed: usize,
}

fn pauses(kind: MailKind) -> &'static [i64] {
    match kind {
        MailKind::SignIn | MailKind::PasswordReset => SIGN_IN_PAUSES,
        MailKind::Digest | MailKind::Invitation | MailKind::Notice | MailKind::Contact => DIGEST_PAUSES,
    }
}

/// When to try again after so many attempts; `None` to give up.
#[must_use]
pub fn next_attempt(kind: MailKind, attempts: i32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let pause = usize::try_from(attempts - 1).ok().and_then(|n| pauses(kind).get(n))?;
    Some(now + TimeDelta::minutes(*pause))
}

/// Whether the last attempt was made already: whoever made it never came back to say how it went.
fn is_used_up(mail: &Leased) -> bool {
    usize::try_from(mail.attempts).is_ok_and(|attempts| attempts > pauses(mail.kind).len() + 1)
}

/// Sends what is waiting while `go_on` says so. Digests rest on week-ends and holidays. A mail that cannot be sent
/// holds none of the others up.
pub async fn send_waiting(services: &Services, mailer: &Mailer, go_on: impl Fn() -> bool) -> Result<SendReport, StoreError> {
    let works = is_working_day(services.clock.today());
    let kinds: Vec<MailKind> = MailKind::ALL.iter().copied().filter(|kind| works || !kind.rests()).collect();
    let mut report = SendReport::default();
    for _ in 0..MAILS_PER_PASS {
        if !go_on() {
            break;
        }
        let now = services.clock.now();
        let lease: Result<_, StoreError> =
            services.store.write(async |tx| outbox::lease(tx, &kinds, now, now + LEASE).await).await;
        let Some(mail) = lease? else { break };
        match attempt(services, mailer, &mail).await? {
            Outcome::Sent => report.sent += 1,
            Outcome::Again { .. } => report.delayed += 1,
            Outcome::Failed { .. } => report.failed += 1,
        }
    }
    Ok(report)
}

async fn attempt(services: &Services, mailer: &Mailer, mail: &Leased) -> Result<Outcome, StoreError> {
    let words = Composed { subject: mail.subject.clone(), text: mail.text.clone(), html: mail.html.clone() };
    let envelope = Envelope {
        outbox_id: mail.id,
        kind: mail.kind,
        to: &mail.to,
        lang: mail.lang,
        words: &words,
        message_id: &mail.message_id,
        written_at: mail.created_at,
        written_on: services.clock.day_of(mail.created_at),
    };
    let sent = if is_used_up(mail) {
        Err(SendError::hopeless("interrupted"))
    } else {
        mailer.send(&services.settings.base_url, &envelope).await
    };
    let outcome = outcome(mail, sent, services.clock.now());
    settle(services, mail, &outcome).await?;
    Ok(outcome)
}

fn outcome(mail: &Leased, sent: Result<(), SendError>, now: DateTime<Utc>) -> Outcome {
    let Err(error) = sent else { return Outcome::Sent };
    let code = error.code().to_owned();
    let again = if error.is_hopeless() { None } else { next_attempt(mail.kind, mail.attempts, now) };
    match again {
        Some(not_before) => Outcome::Again { not_before, code },
        None => Outcome::Failed { code },
    }
}

/// Notes the outcome, and every failure in the audit trail. That another instance has taken the mail over meanwhile
/// is no reason to stop.
async fn settle(services: &Services, mail: &Leased, outcome: &Outcome) -> Result<(), StoreError> {
    let now = services.clock.now();
    let noted = services.store.write(async |tx| {
        outbox::settle(tx, mail, outcome, now).await?;
        match audit_entry(mail, outcome, now) {
            Some(entry) => audit::record(tx, entry).await,
            None => Ok(()),
        }
    });
    match noted.await {
        Err(StoreError::Conflict) => {
            tracing::warn!(mail = mail.id, "the lease of a mail ended before it was sent");
            Ok(())
        }
        other => other,
    }
}

fn audit_entry(mail: &Leased, outcome: &Outcome, now: DateTime<Utc>) -> Option<AuditEntry> {
    let (action, state, code) = match outcome {
        Outcome::Sent => return None,
        Outcome::Again { code, .. } => (AuditAction::MailDelayed, MailState::Waiting, code),
        Outcome::Failed { code } => (AuditAction::MailFailed, MailState::Failed, code),
    };
    tracing::warn!(mail = mail.id, attempts = mail.attempts, %code, %action, "a mail was not sent");
    Some(AuditEntry {
        at: now,
        person_id: None,
        request_id: format!("outbox-{}", mail.id),
        action,
        record: RecordKind::Outbox,
        record_id: mail.id,
        plan_id: None,
        changes: vec![
            ("state".to_owned(), Some(MailState::Sending.code().to_owned()), Some(state.code().to_owned())),
            ("last_error".to_owned(), None, Some(code.clone())),
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_tried_six_times_with_growing_pauses_and_a_sign_in_link_three_times() {
        let now = DateTime::<Utc>::default();
        let pauses = |kind| {
            let minutes = |n| next_attempt(kind, n, now).map(|at| (at - now).num_minutes());
            (1..=7).map(minutes).take_while(Option::is_some).flatten().collect::<Vec<_>>()
        };
        assert_eq!(pauses(MailKind::Digest), [1, 5, 30, 120, 480]);
        assert_eq!(pauses(MailKind::SignIn), [1, 5]);
        assert_eq!(next_attempt(MailKind::Digest, 0, now), None);
    }
}
