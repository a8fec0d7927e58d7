//! What the tests of getting in share: passwords, codes, rules, later moments, mails.

use super::Bench;
use app::{
    api::security::TypedPassword,
    backend::{Caller, Security, Visitor},
};
use chrono::TimeDelta;
use domain::{
    settings::{SettingGroup, SignInRules},
    text::{Lang, Secret},
};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder};
use server::{
    clock::{Clock, DEFAULT_ZONE},
    services::Services,
    store::{
        entities::{audit, outbox, session},
        second_factor, sessions, settings,
    },
};

/// A password that is accepted.
pub const PASSWORD: &str = "quatre chevaux sous la pluie";

/// Somebody at the door, from nowhere or from an address.
pub fn visitor(address: Option<&str>) -> Visitor {
    let address = address.map(|address| address.parse().expect("an address"));
    Visitor { lang: Lang::En, request_id: "at-the-door".into(), address }
}

/// A password as typed into a form that sets one.
pub fn typed(current: &str, new: &str) -> TypedPassword {
    TypedPassword { current: Secret::new(current), new: Secret::new(new), repeated: Secret::new(new) }
}

impl Bench {
    /// The same instance some minutes later.
    pub fn later(&self, minutes: i64) -> Services {
        let at = self.services.clock.now() + TimeDelta::minutes(minutes);
        Services { clock: Clock::stopped(at, DEFAULT_ZONE), ..self.services.clone() }
    }

    /// Changes the sign-in rules.
    pub async fn rules(&self, rules: &SignInRules) {
        let lock = self.write(async |tx| Ok(settings::load(tx).await?.lock_version(SettingGroup::SignIn))).await;
        self.write(async |tx| settings::save(tx, SettingGroup::SignIn, lock, rules).await).await;
    }

    /// The key of a session in which somebody signed in just now by these services' clock. No browser holds it.
    pub async fn fresh_session(&self, services: &Services, person: i64) -> String {
        let now = services.clock.now();
        let id = format!("fresh-{person}-{}", now.timestamp_micros());
        let row = session::ActiveModel {
            id: Set(id.clone()),
            data: Set("{}".to_owned()),
            person_id: Set(Some(person)),
            started_at: Set(now),
            seen_at: Set(now),
            user_agent: Set(None),
            expires_at: Set(now + TimeDelta::minutes(1)),
        };
        self.write(async |tx| Ok(session::Entity::insert(row).exec_without_returning(tx).await?)).await;
        id
    }

    /// Gives somebody [`PASSWORD`].
    pub async fn with_password(&self, caller: &Caller) {
        let (services, person) = (&self.services, caller.actor.person);
        let session = self.fresh_session(services, person).await;
        services.set_password(caller, Some(&session), &typed("", PASSWORD)).await.expect("a password");
        self.write(async |tx| sessions::end_one(tx, person, &session).await).await;
    }

    /// The code that an app of this person shows on these services' clock.
    pub async fn code(&self, services: &Services, person: i64) -> String {
        let factor = self.write(async |tx| second_factor::of(tx, person).await).await.expect("a second factor");
        let secret = totp_rs::Secret::try_from_base32(factor.secret).expect("a secret");
        let totp = totp_rs::Builder::new().with_secret(secret).build().expect("a generator");
        totp.generate(services.clock.now().timestamp().unsigned_abs()).to_string()
    }

    /// Puts a second factor into use, five minutes ago, and answers the recovery codes.
    pub async fn with_second_factor(&self, caller: &Caller) -> Vec<String> {
        let earlier = self.later(-5);
        let secret = totp_rs::Secret::from([7; 20]).to_base32();
        self.write(async |tx| second_factor::begin(tx, caller.actor.person, secret).await).await;
        let code = self.code(&earlier, caller.actor.person).await;
        earlier.confirm_factor(caller, &Secret::new(code)).await.expect("recovery codes")
    }

    /// The texts of all mails, the last one last.
    pub async fn mails(&self) -> Vec<String> {
        let rows = self.write(async |tx| Ok(outbox::Entity::find().order_by_asc(outbox::Column::Id).all(tx).await?)).await;
        rows.into_iter().map(|mail| mail.text_body).collect()
    }

    /// What the audit trail says was done, in order.
    pub async fn actions(&self) -> Vec<String> {
        let rows = self.write(async |tx| Ok(audit::Entity::find().order_by_asc(audit::Column::Id).all(tx).await?)).await;
        rows.into_iter().map(|row| row.action).collect()
    }
}
