//! The promise of the product, through the services: whatever several people do in whatever order, no original date
//! moves, nothing closes without the verification of somebody who had no hand in it, and no text is lost.

mod acts;
mod kept;
mod world;

use self::{
    acts::{Act, attempt},
    kept::Written,
    world::World,
};
use crate::support::Db;
use app::{backend::Caller, error::AppError};
use domain::{dates::DueDate, measure::MeasureStatus};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use rstest::rstest;
use server::store::{audit, records::Measure};
use std::collections::{BTreeMap, BTreeSet};

/// Who does what to which measure; the numbers choose among what there is.
#[derive(Debug, Clone, Copy)]
pub struct Turn {
    who: usize,
    measure: usize,
    act: Act,
    dice: [u8; 2],
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let turn = (0..6usize, 0..5usize, acts::act(), any::<[u8; 2]>());
    prop::collection::vec(turn.prop_map(turn_of), 25..50)
}

/// Only coordinators verify: others would be refused each time.
fn turn_of((who, measure, act, dice): (usize, usize, Act, [u8; 2])) -> Turn {
    Turn { who: if act == Act::Verify { who % 2 } else { who }, measure, act, dice }
}

/// What must hold, kept apart from what the program remembers of it.
struct Watch {
    promised: Vec<DueDate>,
    /// The same of deliverables with a date of their own, by id.
    deliverables: BTreeMap<i64, DueDate>,
    /// Who had a hand in what is claimed or verified, by measure.
    hands: BTreeMap<i64, BTreeSet<i64>>,
}

impl Watch {
    /// Looks at every measure after something was done.
    fn look(&mut self, (before, after): (&[Measure], &[Measure]), (who, act): (&Caller, Act), place: &str) {
        let originals: Vec<_> = after.iter().map(|measure| measure.figures.facts.dates.original()).collect();
        assert_eq!(originals, self.promised, "{place} moved an original date");
        self.look_at_deliverables((before, after), place);
        for (was, is) in before.iter().zip(after) {
            let (old, new) = (was.figures.facts, is.figures.facts);
            let hands = self.hands.entry(is.figures.id).or_default();
            let person = who.actor.person;
            if new.status == MeasureStatus::VerifiedClosed && old.status != new.status {
                let alone = hands.is_empty() || hands.contains(&person) || was.figures.owner_id == Some(person);
                assert!(!alone && act == Act::Verify, "{place} closed alone: {person} of {hands:?}");
            }
            let moved = old.dates.current() != new.dates.current();
            assert!(!moved || new.extensions == old.extensions + 1, "{place} moved a date without an extension");
            match new.status {
                // What was there before and is no different was not touched.
                _ if was.lock_version == is.lock_version && was.figures == is.figures => {}
                MeasureStatus::CompletedToVerify => {
                    hands.extend(
                        was.figures.owner_id.filter(|_| old.status == new.status && was.figures.owner_id != is.figures.owner_id),
                    );
                    if act.joins_a_claim() {
                        hands.insert(person);
                    }
                }
                MeasureStatus::VerifiedClosed => {}
                _ => hands.clear(),
            }
        }
    }
}

impl Watch {
    /// No first date of a deliverable moves, and its current one only with a granted extension of its measure: later than
    /// before, and not past the date granted to the measure.
    fn look_at_deliverables(&self, (before, after): (&[Measure], &[Measure]), place: &str) {
        assert_eq!(originals(after), self.deliverables, "{place} moved the original date of a deliverable");
        for (was, is) in before.iter().zip(after) {
            let extended = is.figures.facts.extensions == was.figures.facts.extensions + 1;
            for (old, new) in was.deliverables.iter().zip(&is.deliverables) {
                assert_eq!(old.id, new.id, "{place}");
                let last = |due: Option<DueDate>| due.and_then(DueDate::last_day);
                if new.current() != old.current() {
                    assert!(extended, "{place} moved the date of a deliverable without an extension");
                    assert!(last(new.current()) > last(old.current()), "{place} moved a deliverable back");
                    assert!(
                        last(new.current()) <= is.figures.facts.dates.current().last_day(),
                        "{place} moved one past its measure"
                    );
                }
            }
        }
    }
}

/// What was promised first of the deliverables with a date of their own.
fn originals(measures: &[Measure]) -> BTreeMap<i64, DueDate> {
    let all = measures.iter().flat_map(|measure| &measure.deliverables);
    all.filter_map(|deliverable| Some((deliverable.id, deliverable.original()?))).collect()
}

/// Plays a story; answers how many texts were written. `None` where that kind of database is not at hand.
async fn play(db: Db, turns: &[Turn]) -> Option<usize> {
    let world = World::open(db).await?;
    let before = world.measures().await;
    let hands = before.iter().map(|measure| (measure.figures.id, world.claimed_note_the_start(measure)));
    let promised = before.iter().map(|measure| measure.figures.facts.dates.original()).collect();
    let mut watch = Watch { promised, deliverables: originals(&before), hands: hands.collect() };
    let mut written = Written::default();
    written.note_the_start(&before);
    for (step, turn) in turns.iter().enumerate() {
        let before = world.measures().await;
        let who = world.people()[turn.who];
        let place = format!("step {step}, {turn:?},");
        match attempt(&world, who, *turn, step).await {
            Ok(texts) => written.more(texts),
            Err(AppError::Internal) => panic!("{place} broke something"),
            Err(_) => {}
        }
        watch.look((&before, &world.measures().await), (who, turn.act), &place);
    }
    close(&world, &mut written).await;
    let lost = written.lost(&world).await;
    assert!(lost.is_empty(), "lost {lost:?}");
    assert_eq!(world.bench.write(async |tx| audit::verify(tx).await).await, None);
    Some(written.count())
}

/// The end of the story: what goes on is dropped, the plan is closed, and nothing moves in it any more.
async fn close(world: &World, written: &mut Written) {
    for measure in world.measures().await {
        if measure.figures.facts.status.is_live() {
            let texts = acts::drop_it(world, &measure).await.expect("an end");
            written.more(texts);
        }
    }
    if !world.is_closed().await {
        world.close().await.expect("every measure has ended");
    }
    let before = world.measures().await;
    for (step, act) in acts::ALL.iter().enumerate() {
        for (measure, who) in world.people().into_iter().enumerate().skip(1).take(2) {
            let turn = Turn { who: 0, measure: measure % 5, act: *act, dice: [step as u8, 1] };
            if let Ok(texts) = attempt(world, who, turn, 1_000 + step).await {
                written.more(texts);
            }
        }
    }
    let after = world.measures().await;
    let status = |measures: &[Measure]| {
        measures.iter().map(|measure| (measure.figures.facts, measure.deliverables.clone())).collect::<Vec<_>>()
    };
    assert_eq!(status(&before), status(&after), "nothing moves in a closed plan");
}

#[rstest]
#[case::sqlite(Db::Sqlite, 4)]
#[case::postgres(Db::Postgres, 1)]
fn no_story_moves_an_original_date_closes_alone_or_loses_a_text(#[case] db: Db, #[case] cases: u32) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let config = Config { cases, max_shrink_iters: 20, failure_persistence: None, ..Config::default() };
    let told = std::cell::Cell::new(0);
    let played = TestRunner::new(config).run(&turns(), |turns| {
        told.set(told.get() + runtime.block_on(play(db, &turns)).unwrap_or_default());
        Ok(())
    });
    played.expect("the promise holds");
    let written = told.get();
    // Far below what a story usually allows: a single one may be told by unlucky dice.
    assert!(written == 0 || written > 4 * cases as usize, "hardly anything was allowed: {written}");
}
