//! How often somebody may try. Attempts are counted in the database, so that all instances count together, and before
//! they are looked at, so that many at once are not looked at either. An attempt beyond the limit is not counted: the
//! wait does not grow by trying.
//!
//! Each door has a short limit against guessing quickly and, where somebody's secret is behind it, a long one against
//! guessing patiently. What is right opens its own door again, so that only what is wrong in a row adds up.

use crate::store::{Tx, attempts, wait};
use app::{backend::Visitor, error::AppError};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::text::Email;
use sha2::{Digest, Sha256};
use std::net::IpAddr;

/// What attempts are counted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::services) enum Door {
    /// Wrong passwords for an account, whether or not there is one. Links by mail still work for who is kept out.
    Account(Email),
    /// Wrong codes for a person.
    Factor(i64),
    /// Wrong passwords from one network address. An organisation may share one, so it is wide.
    Address(IpAddr),
    /// Wrong codes from one network address.
    FactorFrom(IpAddr),
    /// Links that opened nothing, from one network address: not counted with passwords, since links are for those whom
    /// the passwords of others keep out.
    LinkFrom(IpAddr),
    /// Departures for single sign-on from one network address, well ended or not; a whole organisation may arrive at once.
    SsoFrom(IpAddr),
    /// Mails with links to one address.
    Mail(Email),
    /// Answers by one link of a contact, by its hash.
    Answer(String),
    /// Answers of contacts from one network address.
    AnswerFrom(IpAddr),
    /// Mails with links asked for from one network address.
    MailFrom(IpAddr),
    /// Forms that failed and are kept for somebody nobody knows, from one network address: each begins a session.
    FormFrom(IpAddr),
}

/// Attempts that were counted, to be taken back when they turn out right.
#[derive(Debug)]
#[must_use]
pub(in crate::services) struct Counted(Vec<i64>);

/// The time of the short limit.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// The time of the long one. Attempts are kept as long.
pub const KEPT: TimeDelta = TimeDelta::hours(24);
/// So many wrong passwords or codes in a row are taken within the long time.
const PATIENT: u64 = 40;

impl Door {
    /// So many attempts within so much time, the longest time last.
    fn limits(&self) -> Vec<(u64, TimeDelta)> {
        match self {
            Self::Account(_) | Self::Factor(_) => vec![(10, WINDOW), (PATIENT, KEPT)],
            Self::Answer(_) => vec![(20, WINDOW)],
            Self::Address(_) | Self::FactorFrom(_) | Self::LinkFrom(_) | Self::MailFrom(_) | Self::AnswerFrom(_) => {
                vec![(50, WINDOW)]
            }
            Self::FormFrom(_) => vec![(30, WINDOW)],
            Self::SsoFrom(_) => vec![(200, WINDOW)],
            Self::Mail(_) => vec![(5, WINDOW)],
        }
    }

    fn key(&self) -> String {
        let name = match self {
            Self::Account(email) => format!("account {email}"),
            Self::Factor(person) => format!("factor {person}"),
            Self::Address(address) => format!("address {}", network(*address)),
            Self::FactorFrom(address) => format!("factor from {}", network(*address)),
            Self::LinkFrom(address) => format!("link from {}", network(*address)),
            Self::SsoFrom(address) => format!("sso from {}", network(*address)),
            Self::Answer(hash) => format!("answer {hash}"),
            Self::AnswerFrom(address) => format!("answer from {}", network(*address)),
            Self::Mail(email) => format!("mail {email}"),
            Self::MailFrom(address) => format!("mail from {}", network(*address)),
            Self::FormFrom(address) => format!("form from {}", network(*address)),
        };
        URL_SAFE_NO_PAD.encode(Sha256::digest(name.as_bytes()))
    }
}

/// A subscriber's own part of IPv6 is all theirs: it is counted as one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
        v4 => v4,
    }
}

/// The doors an attempt goes through: this one, and the one of the visitor's address where it is known.
pub(in crate::services) fn with_address(door: Door, visitor: &Visitor, of: fn(IpAddr) -> Door) -> Vec<Door> {
    std::iter::once(door).chain(visitor.address.map(of)).collect()
}

/// Counts an attempt at all of these doors. Errors with `TooMany` when one of them is shut. Two at once at one door
/// follow each other until the end of the transaction: the door of who is named comes before that of an address.
pub(in crate::services) async fn count(tx: &Tx, doors: &[Door], now: DateTime<Utc>) -> Result<Counted, AppError> {
    let mut ids = Vec::with_capacity(doors.len());
    for door in doors {
        let (key, limits) = (door.key(), door.limits());
        let (most, longest) = limits.iter().fold((0, TimeDelta::zero()), |(n, t), (most, time)| (n.max(*most), t.max(*time)));
        wait::lock(tx, &key).await?;
        let latest = attempts::latest(tx, &key, now - longest, most).await?;
        if let Some(seconds) = limits.iter().filter_map(|limit| wait(&latest, *limit, now)).max() {
            tracing::warn!(door = ?std::mem::discriminant(door), "too many attempts");
            return Err(AppError::TooMany(u32::try_from((seconds + 59) / 60).unwrap_or(1)));
        }
        ids.push(attempts::add(tx, key, now).await?);
    }
    Ok(Counted(ids))
}

/// The seconds until one more is let in: once the oldest of the last ones is out of the time. `latest` is in order,
/// the latest first.
fn wait(latest: &[DateTime<Utc>], (most, time): (u64, TimeDelta), now: DateTime<Utc>) -> Option<i64> {
    let oldest = usize::try_from(most).ok()?.checked_sub(1).and_then(|last| latest.get(last))?;
    let ends = *oldest + time;
    (now < ends).then(|| (ends - now).num_seconds().max(1))
}

/// Takes an attempt back that turned out right.
pub(super) async fn take_back(tx: &Tx, counted: &Counted) -> Result<(), AppError> {
    Ok(attempts::take_back(tx, &counted.0).await?)
}

/// Forgets what went wrong at a door.
pub(super) async fn open(tx: &Tx, door: &Door) -> Result<(), AppError> {
    Ok(attempts::forget(tx, &door.key()).await?)
}

/// Takes an attempt back that turned out right, and forgets the wrong ones at its own door.
pub(super) async fn forgive(tx: &Tx, counted: &Counted, door: &Door) -> Result<(), AppError> {
    take_back(tx, counted).await?;
    open(tx, door).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_guesses_patiently_waits_longer_than_who_guesses_quickly() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(2);
        // One every twenty minutes, which the short limit never minds.
        let latest: Vec<_> = (1..=45).map(|n| now - TimeDelta::minutes(20 * n)).collect();
        let [short, long] = Door::Factor(1).limits()[..] else { panic!("two limits") };
        assert_eq!(wait(&latest, short, now), None);
        let oldest = 40 * 20;
        assert_eq!(wait(&latest, long, now), Some((24 * 60 - oldest) * 60));
        assert_eq!(wait(&latest[..39], long, now), None);
        assert_eq!(wait(&latest, long, now + TimeDelta::hours(11)), None);
    }

    #[test]
    fn neighbours_in_one_network_are_counted_together_and_keys_do_not_say_whom_they_stand_for() {
        let door = |text: &str| Door::Address(text.parse().expect("an address")).key();
        assert_eq!(door("2001:db8:1:2::1"), door("2001:db8:1:2:ffff::9"));
        assert_ne!(door("2001:db8:1:2::1"), door("2001:db8:1:3::1"));
        assert_eq!(door("::ffff:192.0.2.7"), door("192.0.2.7"));
        assert_ne!(door("192.0.2.7"), door("192.0.2.8"));
        assert!(!door("192.0.2.7").contains("192"));
    }
}
