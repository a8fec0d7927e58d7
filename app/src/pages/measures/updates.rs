//! The updates of a measure, newest first. None is ever overwritten.

use crate::{
    api::common::{PageInfo, UpdateView},
    components::{badge::StatusBadge, bar, dates::Due, pagination::Pagination, text::Words},
    i18n::{Arg, dates, name_of, t, t_args},
    request::use_lang,
};
use domain::{
    dates::{FiscalYear, Quarter, ReportingPeriod},
    progress::UpdateKind,
    text::{InLang, Lang},
};
use leptos::prelude::*;

/// The list.
pub(super) fn list(updates: Vec<UpdateView>, page: PageInfo) -> AnyView {
    let lang = use_lang();
    let items: Vec<_> = updates.into_iter().map(|update| view! { <li>{show(update)}</li> }).collect();
    let content = if items.is_empty() {
        view! { <p class="muted">{t(lang, "updates-none")}</p> }.into_any()
    } else {
        view! { <ol class="updates">{items}</ol> }.into_any()
    };
    view! {
        <section aria-labelledby="updates">
            <h2 id="updates">{t(lang, "updates-title")}</h2>
            {content}
            <Pagination page=page />
        </section>
    }
    .into_any()
}

/// The period as the reader writes it: `2018-Q1` is the first quarter of the fiscal year 2018-19.
fn period_words(lang: Lang, code: &str) -> String {
    let read = || {
        let (year, quarter) = code.split_once("-Q")?;
        let quarter = Quarter::new(quarter.parse().ok()?)?;
        Some(ReportingPeriod { year: FiscalYear(year.parse().ok()?), quarter })
    };
    read().map_or_else(|| code.to_owned(), |period| dates::period(lang, period))
}

/// One update; the progress form shows the last one the same way.
pub(in crate::pages) fn show(update: UpdateView) -> AnyView {
    let lang = use_lang();
    let said = |key: &'static str, text: Option<InLang>| {
        text.map(|text| view! { <div><dt>{t(lang, key)}</dt><dd><Words text=Some(text) /></dd></div> })
    };
    let by = update.contact.clone().map_or_else(
        || update.author.clone(),
        |contact| t_args(lang, "update-for", &[("contact", Arg::from(contact)), ("author", Arg::from(update.author.clone()))]),
    );
    let by = [
        ("date", Arg::from(dates::day(lang, update.reported_on))),
        ("author", Arg::from(by)),
        ("period", Arg::from(period_words(lang, &update.period))),
    ];
    let forecast = update.forecast.map(|date| view! { <div><dt>{t(lang, "date-forecast")}</dt><dd><Due date=date /></dd></div> });
    let nothing_new = (update.kind == UpdateKind::NothingNew)
        .then(|| view! { <p class="update-nothing-new">{name_of(lang, "update-kind", update.kind)}</p> });
    view! {
        <article class="update">
            <p class="update-by">{t_args(lang, "update-by", &by)}</p>
            <p class="update-status">
                <StatusBadge status=update.status />
                <span class="muted">{bar::percent(lang, u32::from(update.percent))}</span>
            </p>
            {nothing_new}
            <dl class="said">
                {said("change-done", update.done)}
                {said("change-obstacles", update.obstacles)}
                {said("change-next-step", update.next_step)}
                {forecast}
            </dl>
        </article>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_written_as_the_reader_writes_fiscal_years() {
        assert_eq!(period_words(Lang::En, "2018-Q1"), "Q1 2018-19");
        assert_eq!(period_words(Lang::Fr, "2018-Q1"), "T1\u{a0}2018-2019");
        assert_eq!(period_words(Lang::Fr, "whenever"), "whenever");
    }
}
