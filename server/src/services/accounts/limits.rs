//! How often somebody may try. Attempts are counted in the database, so that all instances count together, and before
//! they are looked at, so that many at once are not looked at either. An attempt beyond the limit is not counted: the
//! wait does not grow by trying.

use crate::store::{Tx, attempts};
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
    /// Whatever went wrong from one network address. An organisation may share one, so it is wide.
    Address(IpAddr),
    /// Mails with links to one address.
    Mail(Email),
    /// Answers by one link of a contact, by its hash.
    Answer(String),
    /// Answers of contacts from one network address.
    AnswerFrom(IpAddr),
    /// Mails with links asked for from one network address.
    MailFrom(IpAddr),
}

/// Attempts that were counted, to be taken back when they turn out right.
#[derive(Debug)]
#[must_use]
pub(in crate::services) struct Counted(Vec<i64>);

/// So many attempts within so many minutes.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Attempts are kept this long at most.
pub const KEPT: TimeDelta = TimeDelta::hours(1);

impl Door {
    fn most(&self) -> u64 {
        match self {
            Self::Account(_) | Self::Factor(_) => 10,
            Self::Answer(_) => 20,
            Self::Address(_) | Self::MailFrom(_) | Self::AnswerFrom(_) => 50,
            Self::Mail(_) => 5,
        }
    }

    fn key(&self) -> String {
        let name = match self {
            Self::Account(email) => format!("account {email}"),
            Self::Factor(person) => format!("factor {person}"),
            Self::Address(address) => format!("address {}", network(*address)),
            Self::Answer(hash) => format!("answer {hash}"),
            Self::AnswerFrom(address) => format!("answer from {}", network(*address)),
            Self::Mail(email) => format!("mail {email}"),
            Self::MailFrom(address) => format!("mail from {}", network(*address)),
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

/// Counts an attempt at all of these doors. Errors with `TooMany` when one of them is shut.
pub(in crate::services) async fn count(tx: &Tx, doors: &[Door], now: DateTime<Utc>) -> Result<Counted, AppError> {
    let mut ids = Vec::with_capacity(doors.len());
    for door in doors {
        let (key, most) = (door.key(), door.most());
        let latest = attempts::latest(tx, &key, now - WINDOW, most).await?;
        // Once the oldest of these is out of the window, one more is let in.
        if let Some(oldest) = usize::try_from(most - 1).ok().and_then(|last| latest.get(last)) {
            let wait = (*oldest + WINDOW - now).num_seconds().max(1);
            tracing::warn!(door = ?std::mem::discriminant(door), "too many attempts");
            return Err(AppError::TooMany(u32::try_from((wait + 59) / 60).unwrap_or(1)));
        }
        ids.push(attempts::add(tx, key, now).await?);
    }
    Ok(Counted(ids))
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
    fn neighbours_in_one_network_are_counted_together_and_keys_do_not_say_whom_they_stand_for() {
        let door = |text: &str| Door::Address(text.parse().expect("an address")).key();
        assert_eq!(door("2001:db8:1:2::1"), door("2001:db8:1:2:ffff::9"));
        assert_ne!(door("2001:db8:1:2::1"), door("2001:db8:1:3::1"));
        assert_eq!(door("::ffff:192.0.2.7"), door("192.0.2.7"));
        assert_ne!(door("192.0.2.7"), door("192.0.2.8"));
        assert!(!door("192.0.2.7").contains("192"));
    }
}
