//! What the running program does by itself: computes reminders on working days and sends what is in the outbox.
//! Any number of instances may do so on one database.

use crate::{
    mail::Mailer,
    services::{
        Services, outbox,
        reminders::{self, Report},
    },
    store::StoreError,
};
use chrono::{NaiveDate, Timelike};
use domain::calendar::is_working_day;
use std::time::Duration;
use tokio::{
    sync::watch,
    time::{Instant, MissedTickBehavior, interval},
};

/// Between two looks into the outbox.
const SENDING: Duration = Duration::from_secs(60);
/// Between two runs of the reminders on one day.
const REMINDING: Duration = Duration::from_secs(60 * 60);
/// Between two rounds of forgetting what is of no more use.
const TIDYING: Duration = Duration::from_secs(60 * 60);
/// Nobody is reminded earlier in the day, by the instance's own zone.
const FIRST_HOUR: u32 = 7;

/// Works until `shutdown` says so (or its sender is gone), and finishes the mail it is handing over.
pub async fn run(services: Services, mailer: Mailer, mut shutdown: watch::Receiver<bool>) {
    let mut minutes = interval(SENDING);
    minutes.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut hours = interval(TIDYING);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut reminded = None;
    loop {
        tokio::select! {
            biased;
            () = told_to_stop(&mut shutdown) => break,
            _ = minutes.tick() => remind(&services, &mut reminded).await,
            _ = hours.tick() => tidy(&services).await,
            () = services.bell.rung() => {}
        }
        let stop = shutdown.clone();
        match outbox::send_waiting(&services, &mailer, || !*stop.borrow()).await {
            Ok(done) if done == outbox::SendReport::default() => {}
            Ok(done) => tracing::info!(sent = done.sent, delayed = done.delayed, failed = done.failed, "mails"),
            Err(error) => tracing::error!(%error, "the outbox could not be worked through; it is tried again"),
        }
    }
    tracing::info!("the jobs have stopped");
}

async fn told_to_stop(shutdown: &mut watch::Receiver<bool>) {
    // The value is seen true, or there is nobody left who could make it so.
    let _ = shutdown.wait_for(|stop| *stop).await;
}

/// Forgets ended sessions, old attempts to sign in and the keys of forms sent long ago.
async fn tidy(services: &Services) {
    match services.tidy_sign_in().await {
        Ok((sessions, attempts)) => tracing::debug!(sessions, attempts, "forgotten"),
        Err(error) => tracing::error!(%error, "what is of no more use could not be forgotten; it is tried again"),
    }
}

/// Computes the reminders when it is time to; a run that fails is tried again a minute later.
async fn remind(services: &Services, reminded: &mut Option<(NaiveDate, Instant)>) {
    let today = services.clock.today();
    let rests = reminded.is_some_and(|(day, at)| day == today && at.elapsed() < REMINDING);
    if rests || !is_time(services) {
        return;
    }
    match reminders::enqueue(services, today).await {
        Ok(done) => {
            *reminded = Some((today, Instant::now()));
            if done != Report::default() {
                tracing::info!(digests = done.digests, lines = done.lines, failed = done.failed, "reminders");
            }
        }
        Err(error) => tracing::error!(%error, "the reminders could not be computed; they are tried again"),
    }
}

fn is_time(services: &Services) -> bool {
    let local = services.clock.now().with_timezone(&services.clock.zone());
    is_working_day(local.date_naive()) && local.hour() >= FIRST_HOUR
}

/// One run and one pass, as a command does them.
pub async fn once(services: &Services, mailer: &Mailer) -> Result<(Report, outbox::SendReport), StoreError> {
    let queued = reminders::enqueue(services, services.clock.today()).await?;
    let sent = outbox::send_waiting(services, mailer, || true).await?;
    Ok((queued, sent))
}
