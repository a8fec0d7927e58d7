//! The second factor: codes of an app (RFC 6238) and recovery codes. A code works once.

use super::limits::{self, Door};
use crate::{
    mail::Notice,
    services::{Author, Services},
    store::{
        self, Tx, audit,
        passwords::{self, Holder},
        second_factor as factors,
    },
};
use app::{
    api::security::{Proof, SetUp},
    backend::{Caller, Visitor},
    error::AppError,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    people::Way,
    problem::{Problem, ProblemCode},
    text::Secret,
    trail::{AuditAction, RecordKind},
};
use qrcode::{Color, QrCode};
use rand::{Rng, RngCore};
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Totp};

/// So long after signing in nothing more is asked for.
const FRESH: TimeDelta = TimeDelta::minutes(15);
/// How many recovery codes there are at first.
const CODES: usize = 10;
/// Letters and digits that are not taken for each other; sixteen of them are 79 bits.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
/// What a recovery code has, without its hyphens.
const CODE_LENGTH: usize = 16;

/// What a code turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Used {
    /// One of the app's.
    App,
    /// A recovery code.
    Recovery,
}

impl Services {
    pub(super) async fn use_second_factor(
        &self,
        visitor: &Visitor,
        person: i64,
        way: Way,
        code: &Secret,
    ) -> Result<(), AppError> {
        let now = self.clock.now();
        let author = Author::visitor(visitor, now, Some(person));
        // Who gives a wrong code is not known to be this person.
        let nobody = Author { person: None, ..author.clone() };
        let doors = limits::with_address(Door::Factor(person), visitor, Door::FactorFrom);
        let used = self
            .store
            .write(async |tx| {
                let holder = passwords::holder(tx, person).await?.ok_or(AppError::NotSignedIn)?;
                let counted = limits::count(tx, &doors, now).await?;
                let is_in_use = factors::is_in_use(tx, person).await?;
                let used = if is_in_use { use_code(tx, person, code, now).await? } else { None };
                let entry = match used {
                    None => nobody.entry(AuditAction::SignInFailed, RecordKind::Person, person, None, Vec::new()),
                    Some(used) => {
                        limits::forgive(tx, &counted, &Door::Factor(person)).await?;
                        store::sign_in::end_invitations(tx, &[person], now).await?;
                        if used == Used::Recovery {
                            self.tell(tx, &holder, Notice::RecoveryCodeUsed, now).await?;
                        }
                        author.entry(AuditAction::PersonSignedIn, RecordKind::Person, person, None, vec![super::came_by(way)])
                    }
                };
                audit::record(tx, entry).await?;
                Ok::<_, AppError>(used)
            })
            .await?;
        self.bell.ring();
        used.map(|_| ()).ok_or_else(|| wrong_code("passcode"))
    }

    /// Whoever sits down at an open session must not be able to lock its person out: the secret is given to who signed
    /// in a moment ago or knows the password.
    pub(super) async fn begin_factor(&self, caller: &Caller, session: Option<&str>, password: &Secret) -> Result<(), AppError> {
        let person = caller.actor.person;
        let (holder, stored, is_fresh) = self
            .store
            .read(async |tx| {
                let holder = passwords::holder(tx, person).await?.ok_or(AppError::NotSignedIn)?;
                let rules = store::settings::load(tx).await?.settings.sign_in;
                let stored = passwords::of(tx, person).await?.filter(|_| rules.passwords);
                Ok::<_, AppError>((holder, stored, self.is_fresh(tx, person, session).await?))
            })
            .await?;
        match (Proof::asked(is_fresh, stored.is_some()), stored) {
            (Proof::None, _) => {}
            (_, Some(stored)) => self.ask_for_current(&holder, &stored, password, "current_password").await?,
            (_, None) => return Err(AppError::Invalid(vec![Problem::new("current_password", ProblemCode::SignInAgain)])),
        }
        let mut bytes = [0u8; 20];
        rand::rng().fill_bytes(&mut bytes);
        let secret = totp_rs::Secret::from(bytes).to_base32();
        let author = Author::caller(caller, self.clock.now());
        self.store
            .write(async |tx| {
                factors::begin(tx, person, secret).await?;
                let entry = author.entry(AuditAction::SecondFactorBegun, RecordKind::Person, person, None, Vec::new());
                Ok(audit::record(tx, entry).await?)
            })
            .await
    }

    /// Whether this session of a person began a moment ago.
    pub(super) async fn is_fresh(&self, tx: &Tx, person: i64, session: Option<&str>) -> Result<bool, AppError> {
        let Some(session) = session else { return Ok(false) };
        let began = store::sessions::began(tx, person, session).await?;
        Ok(began.is_some_and(|began| self.clock.now() < began + FRESH))
    }

    pub(super) async fn factor_set_up(&self, caller: &Caller) -> Result<Option<SetUp>, AppError> {
        let person = caller.actor.person;
        let found = self
            .store
            .read(async |tx| {
                let holder = passwords::holder(tx, person).await?.ok_or(AppError::NotSignedIn)?;
                Ok::<_, AppError>(factors::of(tx, person).await?.map(|factor| (holder, factor)))
            })
            .await?;
        let begun = found.filter(|(_, factor)| factor.confirmed_at.is_none());
        Ok(begun.map(|(holder, factor)| shown(&factor.secret, &holder)))
    }

    pub(super) async fn put_factor_into_use(&self, caller: &Caller, code: &Secret) -> Result<Vec<String>, AppError> {
        let codes = new_codes();
        self.prove(caller, "first_passcode", code, async |tx, holder, author| {
            if !factors::confirm(tx, holder.id, author.at).await? {
                return Err(AppError::Conflict);
            }
            factors::replace_codes(tx, holder.id, codes.iter().map(|code| hash_of(holder.id, code)).collect()).await?;
            self.tell(tx, holder, Notice::SecondFactorOn, author.at).await?;
            Ok(AuditAction::SecondFactorOn)
        })
        .await?;
        Ok(codes)
    }

    pub(super) async fn replace_recovery_codes(&self, caller: &Caller, code: &Secret) -> Result<Vec<String>, AppError> {
        let codes = new_codes();
        self.prove(caller, "passcode", code, async |tx, holder, author| {
            if !factors::is_in_use(tx, holder.id).await? {
                return Err(AppError::NotFound);
            }
            factors::replace_codes(tx, holder.id, codes.iter().map(|code| hash_of(holder.id, code)).collect()).await?;
            self.tell(tx, holder, Notice::RecoveryCodesRenewed, author.at).await?;
            Ok(AuditAction::RecoveryCodesRenewed)
        })
        .await?;
        Ok(codes)
    }

    pub(super) async fn turn_factor_off(&self, caller: &Caller, code: &Secret, password: &Secret) -> Result<(), AppError> {
        let person = caller.actor.person;
        let (holder, stored, rules) = self
            .store
            .read(async |tx| {
                let holder = passwords::holder(tx, person).await?.ok_or(AppError::NotSignedIn)?;
                let rules = store::settings::load(tx).await?.settings.sign_in;
                Ok::<_, AppError>((holder, passwords::of(tx, person).await?, rules))
            })
            .await?;
        if rules.asks_second_factor_of(&caller.actor) {
            return Err(AppError::NotAllowed);
        }
        let by_password = stored.filter(|_| rules.passwords && code.is_empty() && !password.is_empty());
        if let Some(stored) = &by_password {
            self.ask_for_current(&holder, stored, password, "password").await?;
            let author = Author::caller(caller, self.clock.now());
            self.store.write(async |tx| self.without_factor(tx, &holder, &author).await).await?;
        } else {
            self.prove(caller, "passcode", code, async |tx, holder, author| {
                self.remove_and_tell(tx, holder, author).await?;
                Ok(AuditAction::SecondFactorOff)
            })
            .await?;
        }
        self.bell.ring();
        Ok(())
    }

    async fn without_factor(&self, tx: &Tx, holder: &Holder, author: &Author) -> Result<(), AppError> {
        self.remove_and_tell(tx, holder, author).await?;
        Ok(audit::record(tx, author.entry(AuditAction::SecondFactorOff, RecordKind::Person, holder.id, None, Vec::new())).await?)
    }

    async fn remove_and_tell(&self, tx: &Tx, holder: &Holder, author: &Author) -> Result<(), AppError> {
        if !factors::remove(tx, holder.id).await? {
            return Err(AppError::NotFound);
        }
        self.tell(tx, holder, Notice::SecondFactorOff, author.at).await
    }

    /// Does something for a caller who proves by a code, typed into this field, who they are; the work answers the
    /// action for the audit trail. A wrong code is counted and changes nothing else.
    async fn prove<F>(&self, caller: &Caller, field: &str, code: &Secret, work: F) -> Result<(), AppError>
    where
        F: AsyncFnOnce(&Tx, &Holder, &Author) -> Result<AuditAction, AppError>,
    {
        let now = self.clock.now();
        let author = Author::caller(caller, now);
        let person = caller.actor.person;
        let door = Door::Factor(person);
        if code.expose().trim().is_empty() {
            return Err(AppError::Invalid(vec![Problem::new(field, ProblemCode::Required)]));
        }
        let is_proven = self
            .store
            .write(async |tx| {
                let holder = passwords::holder(tx, person).await?.ok_or(AppError::NotSignedIn)?;
                let counted = limits::count(tx, std::slice::from_ref(&door), now).await?;
                if use_code(tx, person, code, now).await?.is_none() {
                    return Ok(false);
                }
                limits::forgive(tx, &counted, &door).await?;
                let action = work(tx, &holder, &author).await?;
                audit::record(tx, author.entry(action, RecordKind::Person, person, None, Vec::new())).await?;
                Ok::<_, AppError>(true)
            })
            .await?;
        self.bell.ring();
        if is_proven { Ok(()) } else { Err(wrong_code(field)) }
    }
}

fn wrong_code(field: &str) -> AppError {
    AppError::Invalid(vec![Problem::new(field, ProblemCode::WrongCode)])
}

/// Uses a code up, if it is one: of the app, or a recovery code.
async fn use_code(tx: &Tx, person: i64, code: &Secret, now: DateTime<Utc>) -> Result<Option<Used>, AppError> {
    let plain: String = code.expose().chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let Some(factor) = factors::of(tx, person).await? else { return Ok(None) };
    if plain.len() == CODE_LENGTH {
        let used = factor.confirmed_at.is_some() && factors::use_code(tx, person, &hash_of(person, &plain), now).await?;
        return Ok(used.then_some(Used::Recovery));
    }
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let step = totp(&factor.secret).and_then(|totp| totp.check(&plain, seconds)).and_then(|step| i64::try_from(step).ok());
    let Some(step) = step else { return Ok(None) };
    Ok(factors::accept(tx, person, step).await?.then_some(Used::App))
}

/// The generator of a stored secret: six digits, every 30 seconds, one step early or late is forgiven.
fn totp(secret: &str) -> Option<Totp> {
    let secret = totp_rs::Secret::try_from_base32(secret).ok()?;
    Builder::new().with_secret(secret).build().ok()
}

fn shown(secret: &str, holder: &Holder) -> SetUp {
    let encode = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let uri = format!("otpauth://totp/Suivi:{}?secret={secret}&issuer=Suivi", encode(holder.email.as_str()));
    let groups: Vec<String> = secret.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    let square = square(&uri);
    SetUp { secret: groups.join(" "), uri, square }
}

/// The square code of a text: cells on a side, with the quiet edge, and one path of all dark cells.
fn square(text: &str) -> Option<(usize, String)> {
    const EDGE: usize = 4;
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    let path = dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + EDGE, at / width + EDGE)).collect();
    Some((width + 2 * EDGE, path))
}

fn new_codes() -> Vec<String> {
    (0..CODES).map(|_| new_code(&mut rand::rng())).collect()
}

/// Sixteen letters in groups of four.
fn new_code(random: &mut impl Rng) -> String {
    let letters: Vec<u8> = (0..CODE_LENGTH).map(|_| LETTERS[random.random_range(0..LETTERS.len())]).collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join("-")
}

/// What is stored of a recovery code. It is random enough that a quick hash cannot be turned round.
fn hash_of(person: i64, code: &str) -> String {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{person} {plain}").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six digits.
        let totp = totp(&totp_rs::Secret::from(*b"12345678901234567890").to_base32()).expect("a generator");
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(totp.check(code, seconds), Some(seconds / 30), "{code}");
        }
        assert_eq!(totp.check("287082", 59 + 30), Some(1), "one step late is forgiven");
        assert_eq!(totp.check("287082", 59 + 90), None);
    }

    #[test]
    fn recovery_codes_are_all_different_and_easy_to_copy() {
        let codes = new_codes();
        let different: std::collections::BTreeSet<_> = codes.iter().collect();
        assert_eq!((codes.len(), different.len()), (CODES, CODES));
        assert!(codes.iter().all(|code| code.len() == 19 && code.split('-').all(|part| part.len() == 4)), "{codes:?}");
        assert_eq!(hash_of(1, &codes[0]), hash_of(1, &codes[0].replace('-', "")));
        assert_ne!(hash_of(1, &codes[0]), hash_of(2, &codes[0]));
    }

    #[test]
    fn the_square_code_has_a_quiet_edge() {
        let (side, path) = square("otpauth://totp/Suivi:a?secret=ABC&issuer=Suivi").expect("a code");
        assert!(side > 29 && path.starts_with("M4 4h1v1h-1z"), "{side} {path}");
    }
}
