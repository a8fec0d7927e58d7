//! Every way to tamper with a chain, and what is said of it.

use super::*;
use proptest::prelude::*;

const START: Seal = 0;

/// Rows 1 to `rows`, sealed with odd numbers.
fn chain(rows: i64) -> Vec<Link> {
    let seal = |id: i64| if id == 0 { START } else { Seal::from(id.unsigned_abs()) * 2 + 1 };
    (1..=rows).map(|id| Link { id, previous: seal(id - 1), seal: seal(id), computed: seal(id) }).collect()
}

fn head(rows: &[Link]) -> Option<Seal> {
    Some(rows.last().map_or(START, |last| last.seal))
}

fn found(rows: &[Link], original: &[Link]) -> Vec<Broken> {
    inspect(rows, START, head(original))
}

/// A row gets another number; the order of the numbers is the order of the trail.
fn renumbered(mut rows: Vec<Link>, numbers: &[(i64, i64)]) -> Vec<Link> {
    for row in &mut rows {
        row.id = numbers.iter().find(|(from, _)| *from == row.id).map_or(row.id, |(_, to)| *to);
    }
    rows.sort_by_key(|row| row.id);
    rows
}

#[test]
fn a_whole_chain_and_an_empty_one_hold() {
    assert_eq!(found(&chain(9), &chain(9)), []);
    assert_eq!(found(&[], &[]), []);
}

#[test]
fn an_edited_row_is_named_whether_its_words_or_its_seal_were_changed() {
    let mut rows = chain(9);
    rows[4].computed = 1000;
    assert_eq!(found(&rows, &chain(9)), [Broken::Edited { id: 5 }]);
    let mut rows = chain(9);
    rows[4].seal = 1000;
    assert_eq!(found(&rows, &chain(9)), [Broken::Edited { id: 5 }]);
    let mut rows = chain(9);
    (rows[4].seal, rows[4].computed) = (1000, 1000);
    assert_eq!(found(&rows, &chain(9)), [Broken::Replaced { id: 5 }], "sealed anew");
    let mut rows = chain(9);
    rows[8].computed = 1000;
    assert_eq!(found(&rows, &chain(9)), [Broken::Edited { id: 9 }], "the last one");
}

#[test]
fn missing_rows_are_told_by_their_neighbours() {
    let without = |gone: &[i64]| chain(9).into_iter().filter(|row| !gone.contains(&row.id)).collect::<Vec<_>>();
    let told = |gone: &[i64]| found(&without(gone), &chain(9));
    assert_eq!(told(&[5]), [Broken::Removed { after: Some(4), before: 6 }]);
    assert_eq!(told(&[5, 6]), [Broken::Removed { after: Some(4), before: 7 }]);
    assert_eq!(told(&[1]), [Broken::Removed { after: None, before: 2 }]);
    assert_eq!(told(&[9]), [Broken::CutOff { after: Some(8) }]);
    assert_eq!(told(&[1, 2, 3, 4, 5, 6, 7, 8, 9]), [Broken::CutOff { after: None }]);
    let two = [Broken::Removed { after: Some(1), before: 3 }, Broken::Removed { after: Some(6), before: 8 }];
    assert_eq!(told(&[2, 7]), two);
}

#[test]
fn rows_in_another_order_are_told_apart_from_missing_ones() {
    let told = |numbers: &[(i64, i64)]| found(&renumbered(chain(9), numbers), &chain(9));
    assert_eq!(told(&[(4, 5), (5, 4)]), [Broken::Reordered { id: 4, follows: 5 }]);
    let moved = told(&[(3, 10)]);
    assert!(moved.contains(&Broken::Reordered { id: 4, follows: 10 }), "{moved:?}");
}

#[test]
fn rows_that_nobody_follows_were_put_in() {
    let mut rows = chain(9);
    let stranger = Link { id: 4, previous: rows[2].seal, seal: 1000, computed: 1000 };
    rows.iter_mut().filter(|row| row.id > 3).for_each(|row| row.id += 1);
    rows.insert(3, stranger);
    assert_eq!(found(&rows, &chain(9)), [Broken::Inserted { first: 4, last: 4 }]);
    let mut rows = chain(9);
    rows.push(Link { id: 10, previous: rows[8].seal, seal: 1000, computed: 1000 });
    assert_eq!(found(&rows, &chain(9)), [Broken::Inserted { first: 10, last: 10 }], "at the end, past what the head knows");
}

#[test]
fn a_chain_without_its_head_is_not_whole() {
    assert_eq!(inspect(&chain(3), START, None), [Broken::CutOff { after: Some(3) }]);
}

proptest! {
    #[test]
    fn whatever_rows_are_taken_something_is_said(rows in 1i64..40, gone in prop::collection::vec(any::<bool>(), 40)) {
        let kept: Vec<Link> = chain(rows).into_iter().zip(&gone).filter(|(_, gone)| !**gone).map(|(row, _)| row).collect();
        let is_whole = kept.len() == chain(rows).len();
        prop_assert_eq!(found(&kept, &chain(rows)).is_empty(), is_whole);
    }

    #[test]
    fn any_other_order_is_noticed_and_nothing_is_said_to_be_missing(order in Just((1i64..20).collect::<Vec<_>>()).prop_shuffle()) {
        let numbers: Vec<(i64, i64)> = (1i64..20).zip(order.iter().copied()).collect();
        let rows = renumbered(chain(19), &numbers);
        let told = found(&rows, &chain(19));
        let is_whole = numbers.iter().all(|(from, to)| from == to);
        prop_assert_eq!(told.is_empty(), is_whole);
        let only_order = told.iter().all(|broken| matches!(broken, Broken::Reordered { .. }));
        prop_assert!(only_order, "{:?}", told);
    }

    #[test]
    fn an_edited_row_is_always_the_one_that_is_named(rows in 1i64..40, at in 0usize..40) {
        let mut tampered = chain(rows);
        let at = at % tampered.len();
        tampered[at].computed = 1_000_000;
        let id = tampered[at].id;
        prop_assert_eq!(found(&tampered, &chain(rows)), vec![Broken::Edited { id }]);
    }
}
