//! Pieces both reports share: dates, measures, numbers, tables and drawings.

pub(super) mod chart;
pub(super) mod dates;
pub(super) mod measure;
pub(super) mod organisations;
pub(in crate::pages) mod table;

use crate::i18n::{Arg, t, t_args};
use domain::text::Lang;

/// "1 day", "376 days".
pub(super) fn days(lang: Lang, days: i64) -> String {
    t_args(lang, "report-days", &[("days", Arg::from(days))])
}

/// A number that grew or shrank: "+2", "−1", "0".
pub(super) fn change(before: u32, now: u32) -> String {
    let difference = i64::from(now) - i64::from(before);
    match difference {
        0 => "0".to_owned(),
        1.. => format!("+{difference}"),
        _ => format!("−{}", difference.unsigned_abs()),
    }
}

/// What stands where there is nothing to show in a list or table.
pub(super) fn nothing(lang: Lang) -> impl leptos::prelude::IntoView {
    use leptos::prelude::*;
    view! { <p class="report-nothing">{t(lang, "report-nothing")}</p> }
}

#[cfg(test)]
mod tests {
    use super::change;

    #[test]
    fn a_change_says_which_way_it_went() {
        assert_eq!([change(3, 5), change(5, 4), change(2, 2)], ["+2", "−1", "0"]);
    }
}
