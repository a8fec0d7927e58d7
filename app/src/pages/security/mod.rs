//! One's own password, second factor and sessions.

mod codes;
mod factor;
mod password;
mod sessions;
mod show;

pub use codes::CodesPage;
pub use factor::FactorPage;
pub use show::SecurityPage;

use crate::{
    components::breadcrumbs::Crumb,
    i18n::{Arg, dates, t_args},
};
use chrono::{NaiveDateTime, Timelike};
use domain::text::Lang;

/// A moment by the person's clock, to the minute.
fn moment(lang: Lang, at: NaiveDateTime) -> String {
    let (hour, minute) = (format!("{:02}", at.hour()), format!("{:02}", at.minute()));
    t_args(
        lang,
        "security-moment",
        &[("date", dates::day(lang, at.date()).into()), ("hour", Arg::from(hour)), ("minute", minute.into())],
    )
}

/// The way back from a page below the first.
fn above(lang: Lang) -> Vec<Crumb> {
    use crate::i18n::t;
    vec![("/account", t(lang, "security-account")).into(), ("/account/security", t(lang, "security-title")).into()]
}
