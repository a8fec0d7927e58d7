//! The log of every change: a page of it, a piece of its export, and the check of its chain.

use super::names;
use crate::{
    services::{
        Author, Services, access, change,
        paging::{offset, page_of},
    },
    store::{
        Tx,
        audit::{self, Narrowed, Recorded},
        plans,
    },
};
use app::{
    api::{
        log::{LogCheck, LogFilter, LogPage, LogRow},
        trail::HistoryEntry,
    },
    backend::{Caller, Log},
    error::AppError,
};
use async_trait::async_trait;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use domain::{
    people::Action,
    text::Lang,
    trail::{AuditAction, RecordKind},
};

/// How many rows a page of the log has.
const ROWS: u32 = 50;
/// How many rows of an export are read at once.
const EXPORT_BATCH: u64 = 500;

/// One row of an export: as it is stored, and in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// As it is stored.
    pub row: Recorded,
    /// In words, but for the codes.
    pub entry: HistoryEntry,
}

#[async_trait]
impl Log for Services {
    async fn show(&self, caller: &Caller, filter: &LogFilter, page: u32) -> Result<LogPage, AppError> {
        access::known(&caller.actor, Action::ReadLog)?;
        self.store
            .read(async |tx| {
                let narrowed = self.narrowed(tx, caller, filter).await?;
                let page = page_of(page, ROWS, audit::log_length(tx, &narrowed).await?);
                let rows = audit::log(tx, &narrowed, offset(page), page.size.into()).await?;
                let names = names::of(tx, &rows, caller.lang).await?;
                let row = |row: Recorded| LogRow {
                    number: row.id,
                    request: row.request_id.clone(),
                    person: row.person_id.zip(row.email.as_ref().map(ToString::to_string)),
                    entry: names.entry(row, true),
                };
                Ok(LogPage { rows: rows.into_iter().map(row).collect(), page, plans: plans_by_title(tx, caller.lang).await? })
            })
            .await
    }

    async fn check(&self, caller: &Caller) -> Result<LogCheck, AppError> {
        access::known(&caller.actor, Action::ReadLog)?;
        let found = self.store.read(async |tx| audit::inspect(tx, None).await).await?;
        let mut broken = found.broken;
        let all = broken.len() as u64;
        broken.truncate(LogCheck::SHOWN);
        Ok(LogCheck { rows: found.rows, last: found.last, broken, found: all })
    }
}

impl Services {
    /// Takes note that the log leaves the instance, in which form and how much of it. Errors with `NotFound` for those who
    /// may not read it.
    pub async fn begin_log_export(&self, caller: &Caller, filter: &LogFilter, format: &str) -> Result<(), AppError> {
        access::known(&caller.actor, Action::ReadLog)?;
        let author = Author::caller(caller, self.clock.now());
        self.note_export(&author, filter, format).await
    }

    /// The same for whoever runs a command on the machine.
    pub async fn note_export(&self, author: &Author, filter: &LogFilter, format: &str) -> Result<(), AppError> {
        let asked: Vec<String> = filter.to_query().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let asked = Some(asked.join(" ")).filter(|asked| !asked.is_empty());
        let changes = [change("export_format", None, Some(format.to_owned())), change("export_filter", None, asked)];
        let changes = changes.into_iter().flatten().collect();
        let entry = author.entry(AuditAction::LogExported, RecordKind::Audit, 0, None, changes);
        Ok(self.store.write(async |tx| audit::record(tx, entry).await).await?)
    }

    /// The rows of the log after one of them, oldest first; none when that was the last. Errors with `NotFound` for
    /// those who may not read it.
    pub async fn export_log(&self, caller: &Caller, filter: &LogFilter, after: i64) -> Result<Vec<Exported>, AppError> {
        access::known(&caller.actor, Action::ReadLog)?;
        self.store
            .read(async |tx| {
                let narrowed = self.narrowed(tx, caller, filter).await?;
                let rows = audit::log_after(tx, &narrowed, after, EXPORT_BATCH).await?;
                let names = names::of(tx, &rows, caller.lang).await?;
                Ok(rows.into_iter().map(|row| Exported { entry: names.entry(row.clone(), true), row }).collect())
            })
            .await
    }

    async fn narrowed(&self, tx: &Tx, caller: &Caller, filter: &LogFilter) -> Result<Narrowed, AppError> {
        let zone = caller.actor.time_zone.unwrap_or(self.clock.zone());
        let after_last = filter.to.and_then(|to| to.checked_add_days(Days::new(1)));
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Narrowed {
            people: match text(&filter.who) {
                Some(words) => Some(audit::people_called(tx, &words).await?),
                None => None,
            },
            plan: filter.plan,
            record: filter.record,
            record_id: filter.number.filter(|_| filter.record.is_some()),
            action: filter.action,
            from: filter.from.map(|day| start_of(day, zone)),
            until: after_last.map(|day| start_of(day, zone)),
            request: text(&filter.request),
        })
    }
}

/// When a day begins by the clocks of a zone. Some days begin at one o'clock.
fn start_of(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    let later = || zone.from_local_datetime(&(midnight + chrono::TimeDelta::hours(1))).earliest();
    let start = zone.from_local_datetime(&midnight).earliest().or_else(later);
    start.map_or_else(|| midnight.and_utc(), |start| start.with_timezone(&Utc))
}

async fn plans_by_title(tx: &Tx, lang: Lang) -> Result<Vec<(i64, Option<domain::text::InLang>)>, AppError> {
    let ids: Vec<i64> = plans::subjects(tx).await?.into_iter().map(|plan| plan.id).collect();
    let plans = plans::load(tx, &ids).await?;
    Ok(plans.into_iter().map(|plan| (plan.id, plan.title.for_reader(lang))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_by_the_readers_clocks() {
        let start = |day: &str, zone| start_of(day.parse().expect("a day"), zone).to_rfc3339();
        assert_eq!(start("2018-03-15", chrono_tz::America::Toronto), "2018-03-15T04:00:00+00:00");
        assert_eq!(start("2018-01-15", chrono_tz::America::St_Johns), "2018-01-15T03:30:00+00:00");
        assert_eq!(start("2018-11-04", chrono_tz::America::Havana), "2018-11-04T04:00:00+00:00");
        assert_eq!(start("2018-03-11", chrono_tz::America::Havana), "2018-03-11T05:00:00+00:00", "there is no midnight");
    }
}
