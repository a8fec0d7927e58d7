//! Progress drawn as inline SVG. The widths are attributes in the unit of what is counted, so that no style is needed
//! in the page; the numbers always stand beside the drawing.

use super::badge::{StatusMark, class_of};
use crate::{
    i18n::{Arg, name_of, t, t_args},
    request::use_lang,
};
use domain::{measure::MeasureStatus, reports::Picture, text::Lang};
use leptos::prelude::*;

/// A piece of a bar: what it counts, where it begins, how wide it is.
type Piece = (MeasureStatus, u32, u32);

/// From furthest to least advanced, so that what is done grows from the left.
fn pieces(picture: &Picture) -> Vec<Piece> {
    let order = |status: MeasureStatus| match status {
        MeasureStatus::VerifiedClosed => 0,
        MeasureStatus::CompletedToVerify => 1,
        MeasureStatus::SubstantiallyImplemented => 2,
        MeasureStatus::InProgress => 3,
        MeasureStatus::Planning => 4,
        MeasureStatus::NotStarted => 5,
        MeasureStatus::NoLongerApplicable => 6,
        MeasureStatus::Superseded => 7,
    };
    let mut counts: Vec<(MeasureStatus, u32)> = picture.by_status.iter().copied().filter(|(_, count)| *count > 0).collect();
    counts.sort_by_key(|(status, _)| order(*status));
    let mut start = 0;
    counts
        .into_iter()
        .map(|(status, count)| {
            start += count;
            (status, start - count, count)
        })
        .collect()
}

/// Measures by status, as one stacked bar. It is decoration: use it beside the numbers.
#[component]
pub fn StackedBar(
    /// The counts.
    picture: Picture,
) -> impl IntoView {
    let pieces = pieces(&picture);
    let total: u32 = pieces.iter().map(|(.., count)| count).sum();
    let pieces = pieces.into_iter().map(|(status, start, count)| {
        let class = class_of("bar-piece fill", status);
        view! { <rect class=class x=start.to_string() y="0" width=count.to_string() height="10" /> }
    });
    let pieces: Vec<_> = pieces.collect();
    (total > 0).then(|| {
        view! {
            <svg class="bar" viewBox=format!("0 0 {total} 10") preserveAspectRatio="none" aria-hidden="true" focusable="false">
                {pieces}
            </svg>
        }
    })
    .into_any()
}

/// "40%", "40 %".
#[must_use]
pub fn percent(lang: Lang, percent: u32) -> String {
    t_args(lang, "percent", &[("percent", Arg::from(percent))])
}

/// The stacked bar with its numbers in a table.
#[component]
pub fn StatusPicture(
    /// The counts.
    picture: Picture,
) -> impl IntoView {
    let lang = use_lang();
    let total = picture.total.max(1);
    let rows = pieces(&picture).into_iter().map(|(status, _, count)| {
        view! {
            <tr>
                <th scope="row">
                    <span class=class_of("swatch fill", status)><StatusMark status=status /></span>
                    {name_of(lang, "status", status)}
                </th>
                <td class="number">{count}</td>
                <td class="number muted">{percent(lang, (count * 100 + total / 2) / total)}</td>
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <div class="picture">
            <StackedBar picture=picture.clone() />
            <table class="legend">
                <caption>{t(lang, "picture-caption")}</caption>
                <thead class="visually-hidden">
                    <tr>
                        <th scope="col">{t(lang, "column-status")}</th>
                        <th scope="col">{t(lang, "column-measures")}</th>
                        <th scope="col">{t(lang, "column-share")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t(lang, "picture-total")}</th>
                        <td class="number">{picture.total}</td>
                        <td></td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}

/// How far one measure is, with its number.
#[component]
pub fn ProgressBar(
    /// 0 to 100.
    percent_done: u8,
) -> impl IntoView {
    view! {
        <span class="progress">
            <svg class="progress-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="progress-track" x="0" y="0" width="100" height="6" />
                <rect class="progress-done" x="0" y="0" width=percent_done.min(100).to_string() height="6" />
            </svg>
            <span class="progress-number">{percent(use_lang(), u32::from(percent_done))}</span>
        </span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::html;
    use domain::text::Coded;

    fn picture() -> Picture {
        let by_status = MeasureStatus::ALL.iter().map(|status| (*status, u32::from(status.is_live()) * 3)).collect();
        Picture { total: 15, by_status, ..Picture::default() }
    }

    #[test]
    fn the_pieces_of_a_bar_follow_each_other_and_add_up() {
        let found = pieces(&picture());
        let mut end = 0;
        for (status, start, count) in &found {
            assert_eq!(*start, end, "{status}");
            end += count;
        }
        assert_eq!(end, 15);
        assert_eq!(found.first().map(|piece| piece.0), Some(MeasureStatus::CompletedToVerify));
    }

    #[test]
    fn the_numbers_stand_beside_the_drawing() {
        let shown = html(Lang::En, || view! { <StatusPicture picture=picture() /> });
        assert!(shown.contains("viewBox=\"0 0 15 10\""), "{shown}");
        assert!(shown.contains("Completed – to be verified") && shown.contains("20%"), "{shown}");
        assert!(!shown.contains("Superseded"), "a status nobody has is not listed");
        assert!(!shown.contains("style="));
    }

    #[test]
    fn nothing_counted_draws_nothing() {
        assert!(!html(Lang::En, || view! { <StackedBar picture=Picture::default() /> }).contains("<svg"));
    }
}
