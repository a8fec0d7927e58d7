//! Where everything stands in the drawing of a timeline. Pure: facts in, numbers out. A date that is only known to the
//! month, the quarter or the year is a span, because it is no point.

use chrono::{Datelike, Months, NaiveDate};
use domain::dates::DueDate;

/// Height of the line of years on top.
const HEAD: u32 = 28;
/// Height of the line below that says where today is.
pub(super) const FOOT: u32 = 20;
/// No span is drawn narrower: it would not be seen.
const THINNEST: u32 = 4;
/// Room kept free at both ends, so that marks are never cut.
const MARGIN: u32 = 10;

/// The paper to draw on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub width: u32,
    /// Room for the names of the rows on the left; 0 puts them above.
    pub gutter: u32,
    pub row_height: u32,
    /// At most so many years or months are written on top.
    pub most_ticks: usize,
}

/// The room that the name of a month with its year takes at an edge, beside the next one.
const MONTH: u32 = 150;

/// On a desk.
pub(super) const WIDE: Frame = Frame { width: 720, gutter: 190, row_height: 28, most_ticks: 6 };
/// On a telephone.
pub(super) const NARROW: Frame = Frame { width: 320, gutter: 0, row_height: 42, most_ticks: 4 };

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    Original,
    Granted,
    Asked,
    /// The first date of a deliverable that moved, or is asked to.
    DeliverableOriginal,
    DeliverableGranted,
    DeliverableAsked,
    Forecast,
    Claimed,
    Verified,
    Ended,
}

impl RowKind {
    /// The end of its class and of its key in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Granted => "granted",
            Self::Asked => "asked",
            Self::DeliverableOriginal => "deliverable-original",
            Self::DeliverableGranted => "deliverable-granted",
            Self::DeliverableAsked => "deliverable-asked",
            Self::Forecast => "forecast",
            Self::Claimed => "claimed",
            Self::Verified => "verified",
            Self::Ended => "ended",
        }
    }
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    pub dates: Vec<(RowKind, DueDate)>,
    pub updates: Vec<NaiveDate>,
    pub start: Option<NaiveDate>,
    pub today: NaiveDate,
}

/// A date as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Span { x: u32, width: u32 },
    Point { x: u32 },
}

/// One date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub kind: RowKind,
    /// Its middle.
    pub y: u32,
    pub shape: Shape,
}

/// A place on the line of time with words, and the side on which they have room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tick {
    pub x: u32,
    pub on: NaiveDate,
    pub anchor: &'static str,
}

/// The drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Drawing {
    pub height: u32,
    pub rows: Vec<Row>,
    pub updates: Vec<u32>,
    pub updates_y: u32,
    pub today: Tick,
    pub ticks: Vec<Tick>,
    pub months_between_ticks: u32,
}

/// From days to the width of the paper.
struct Scale {
    first: NaiveDate,
    days: i64,
    left: u32,
    width: u32,
}

impl Scale {
    /// Whole months around all days.
    fn of(days: &[NaiveDate], frame: Frame) -> Option<Self> {
        let (first, last) = (days.iter().min()?.with_day(1)?, days.iter().max()?.with_day(1)?);
        let end = last.checked_add_months(Months::new(1))?;
        let left = frame.gutter + MARGIN;
        Some(Self { first, days: (end - first).num_days().max(1), left, width: frame.width.saturating_sub(left + MARGIN) })
    }

    fn x(&self, day: NaiveDate) -> u32 {
        let days = (day - self.first).num_days().clamp(0, self.days);
        self.left + u32::try_from(days * i64::from(self.width) / self.days).unwrap_or(0)
    }

    fn tick(&self, on: NaiveDate) -> Tick {
        let x = self.x(on);
        let (near_left, near_right) = (x < self.left + 40, x + 40 > self.left + self.width);
        let anchor = match (near_left, near_right) {
            (true, _) => "start",
            (false, true) => "end",
            (false, false) => "middle",
        };
        Tick { x, on, anchor }
    }

    /// The first days of years or months, as many as there is room for, and how many months lie between them.
    fn ticks(&self, most: usize) -> (Vec<Tick>, u32) {
        let months = |step: u32| -> Vec<NaiveDate> {
            let mut found = Vec::new();
            let mut at = self.first;
            while (at - self.first).num_days() < self.days {
                if (at.year() * 12 + at.month0() as i32) % step as i32 == 0 {
                    found.push(at);
                }
                let Some(next) = at.checked_add_months(Months::new(1)) else { break };
                at = next;
            }
            found
        };
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 600, 6_000];
        let fitting = steps.into_iter().map(|step| (months(step), step)).find(|(found, _)| found.len() <= most);
        let (found, step) = fitting.unwrap_or((Vec::new(), 12));
        let mut ticks: Vec<Tick> = found.into_iter().map(|on| self.tick(on)).collect();
        // The name of a month that begins or ends at the edge reaches as far as the middle of the next one's.
        if step < 12 {
            let close = |one: &Tick, other: &Tick| one.x.abs_diff(other.x) < MONTH;
            if matches!(&ticks[..], [first, second, ..] if first.anchor == "start" && close(first, second)) {
                ticks.remove(0);
            }
            if matches!(&ticks[..], [.., before, last] if last.anchor == "end" && close(before, last)) {
                ticks.pop();
            }
        }
        (ticks, step)
    }
}

/// Lays everything out; `None` when there is nothing but today.
pub(super) fn draw(facts: &Facts, frame: Frame) -> Option<Drawing> {
    let dated: Vec<(RowKind, NaiveDate, NaiveDate)> =
        facts.dates.iter().filter_map(|(kind, due)| Some((*kind, due.first_day()?, due.last_day()?))).collect();
    if dated.is_empty() && facts.updates.is_empty() {
        return None;
    }
    let ends = dated.iter().flat_map(|(_, first, last)| [*first, *last]);
    let days: Vec<NaiveDate> = ends.chain(facts.updates.iter().copied()).chain(facts.start).chain([facts.today]).collect();
    let scale = Scale::of(&days, frame)?;
    let middle = |row: usize| {
        let top = HEAD + u32::try_from(row).unwrap_or(0) * frame.row_height;
        top + if frame.gutter > 0 { frame.row_height / 2 } else { frame.row_height - 12 }
    };
    let rows: Vec<Row> = dated
        .iter()
        .enumerate()
        .map(|(index, (kind, first, last))| Row { kind: *kind, y: middle(index), shape: shape(&scale, *first, *last) })
        .collect();
    let lines = rows.len() + usize::from(!facts.updates.is_empty());
    let (ticks, months_between_ticks) = scale.ticks(frame.most_ticks);
    Some(Drawing {
        height: HEAD + u32::try_from(lines).unwrap_or(0) * frame.row_height + FOOT,
        updates: facts.updates.iter().map(|day| scale.x(*day)).collect(),
        updates_y: middle(rows.len()),
        today: scale.tick(facts.today),
        rows,
        ticks,
        months_between_ticks,
    })
}

fn shape(scale: &Scale, first: NaiveDate, last: NaiveDate) -> Shape {
    let x = scale.x(first);
    if first == last {
        return Shape::Point { x };
    }
    let after = last.succ_opt().unwrap_or(last);
    Shape::Span { x, width: scale.x(after).saturating_sub(x).max(THINNEST) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn facts(dates: &[(RowKind, &str)], updates: &[&str]) -> Facts {
        Facts {
            dates: dates.iter().map(|(kind, code)| (*kind, code.parse().expect("a due date"))).collect(),
            updates: updates.iter().map(|text| day(text)).collect(),
            start: None,
            today: day("2018-07-10"),
        }
    }

    #[test]
    fn a_month_is_a_span_and_a_day_is_a_point() {
        let facts = facts(&[(RowKind::Original, "2018-04"), (RowKind::Granted, "2018-09-30")], &["2018-05-02"]);
        let drawing = draw(&facts, WIDE).expect("a drawing");
        let [original, granted] = drawing.rows[..] else { panic!("two rows: {drawing:?}") };
        let Shape::Span { x, width } = original.shape else { panic!("a span: {original:?}") };
        assert!(width > 50, "a sixth of the paper: {width}");
        assert!(matches!(granted.shape, Shape::Point { x: at } if at > x + width));
        assert!(drawing.updates[0] > x + width && drawing.today.x > drawing.updates[0]);
        assert!(original.y < granted.y && granted.y < drawing.updates_y && drawing.updates_y < drawing.height);
    }

    #[test]
    fn what_has_no_day_is_not_drawn() {
        assert_eq!(draw(&facts(&[(RowKind::Original, "ongoing")], &[]), WIDE), None);
        let drawing = draw(&facts(&[(RowKind::Original, "none"), (RowKind::Forecast, "2018-Q4")], &[]), NARROW);
        assert_eq!(drawing.expect("a drawing").rows.len(), 1);
    }

    #[test]
    fn years_are_written_where_there_is_no_room_for_months() {
        let short = draw(&facts(&[(RowKind::Original, "2018-05")], &[]), WIDE).expect("a drawing");
        assert_eq!((short.months_between_ticks, short.ticks.len()), (1, 3));
        let long = draw(&facts(&[(RowKind::Original, "2010"), (RowKind::Forecast, "2031")], &[]), NARROW).expect("a drawing");
        assert_eq!(long.months_between_ticks % 12, 0);
        assert!(long.ticks.len() <= NARROW.most_ticks && !long.ticks.is_empty());
    }

    proptest! {
        #[test]
        fn everything_stays_on_the_paper_and_in_the_order_of_time(
            days in prop::collection::vec(0i64..20_000, 1..12),
            today in 0i64..20_000,
            narrow in any::<bool>(),
        ) {
            let at = |offset: i64| day("1990-01-01") + chrono::TimeDelta::days(offset);
            let dates = days.iter().map(|offset| (RowKind::Granted, DueDate::day(at(*offset)))).collect();
            let facts = Facts { dates, updates: days.iter().map(|offset| at(*offset)).collect(), start: None, today: at(today) };
            let frame = if narrow { NARROW } else { WIDE };
            let drawing = draw(&facts, frame).expect("a drawing");
            prop_assert!(drawing.ticks.len() <= frame.most_ticks);
            let mut placed: Vec<(i64, u32)> = days.iter().copied().zip(drawing.updates.iter().copied()).collect();
            placed.push((today, drawing.today.x));
            placed.sort_unstable();
            prop_assert!(placed.iter().all(|(_, x)| *x > frame.gutter && *x < frame.width));
            prop_assert!(placed.windows(2).all(|pair| pair[0].1 <= pair[1].1));
            prop_assert!(drawing.rows.iter().all(|row| row.y > HEAD && row.y < drawing.height));
        }
    }
}
