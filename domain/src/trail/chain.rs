//! What is wrong with a chain of audit rows, and where. Pure: the store reads the rows and computes their hashes.

use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A hash, shortened to what tells two of them apart.
pub type Seal = u128;

/// One row as the check needs it, in the order of the ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The number of the row.
    pub id: i64,
    /// The seal it says the row before it has.
    pub previous: Seal,
    /// The seal it carries.
    pub seal: Seal,
    /// The seal that its fields give.
    pub computed: Seal,
}

/// Something that was done to the trail behind the program's back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Broken {
    /// A row does not say any more what it said when it was written.
    Edited {
        /// The row.
        id: i64,
    },
    /// A row was written anew, with a seal of its own that the row after it does not know.
    Replaced {
        /// The row.
        id: i64,
    },
    /// Rows are missing between two rows.
    Removed {
        /// The last row before the gap; `None` when the trail does not begin where it began.
        after: Option<i64>,
        /// The first row after it.
        before: i64,
    },
    /// A row stands before the one it was written after.
    Reordered {
        /// The row.
        id: i64,
        /// The one it was written after.
        follows: i64,
    },
    /// Rows that no later row knows of.
    Inserted {
        /// The first of them.
        first: i64,
        /// The last of them.
        last: i64,
    },
    /// The last rows are missing.
    CutOff {
        /// The last row there is; `None` when there is none.
        after: Option<i64>,
    },
}

/// Everything that is wrong, in the order of the rows. `head` is the seal of the last row as it is kept apart from
/// the rows; `start` is what the first row of all names as the one before it.
#[must_use]
pub fn inspect(links: &[Link], start: Seal, head: Option<Seal>) -> Vec<Broken> {
    let mut broken = Vec::new();
    // Most trails are whole: what helps to say what happened is only gathered once something has.
    let mut around = None;
    let mut prior: Option<&Link> = None;
    for link in links {
        if link.seal != link.computed {
            broken.push(Broken::Edited { id: link.id });
        }
        let follows = prior.map_or(link.previous == start, |prior| [prior.seal, prior.computed].contains(&link.previous));
        // Of a row whose own words were changed, what it says about the row before is no evidence.
        if !follows && link.seal == link.computed {
            broken.extend(around.get_or_insert_with(|| Around::of(links, head)).explain(link, prior, start));
        }
        prior = Some(link);
    }
    let last = links.last();
    let ends_well = head.is_some_and(|head| last.map_or(head == start, |last| [last.seal, last.computed].contains(&head)));
    if !ends_well {
        broken.extend(around.get_or_insert_with(|| Around::of(links, head)).end(last, head));
    }
    broken
}

/// Where each seal is, and which seals some row, or the head, names as the one before it.
struct Around {
    at: HashMap<Seal, i64>,
    named: HashSet<Seal>,
    ids: Vec<i64>,
}

impl Around {
    fn of(links: &[Link], head: Option<Seal>) -> Self {
        Self {
            at: links.iter().flat_map(|link| [(link.computed, link.id), (link.seal, link.id)]).collect(),
            named: links.iter().map(|link| link.previous).chain(head).collect(),
            ids: links.iter().map(|link| link.id).collect(),
        }
    }

    /// Why a row does not follow from the one before it. `None` when another row tells it better.
    fn explain(&self, link: &Link, prior: Option<&Link>, start: Seal) -> Option<Broken> {
        match (self.at.get(&link.previous), prior) {
            (Some(follows), _) if *follows > link.id => Some(Broken::Reordered { id: link.id, follows: *follows }),
            (Some(follows), Some(prior)) => self.strangers(Some(*follows), prior),
            (None, Some(prior)) if link.previous == start => self.strangers(None, prior),
            (None, Some(prior)) if prior.id + 1 == link.id && !self.named.contains(&prior.seal) => {
                Some(Broken::Replaced { id: prior.id })
            }
            (_, prior) => Some(Broken::Removed { after: prior.map(|prior| prior.id), before: link.id }),
        }
    }

    /// The rows after one up to another, unless somebody follows the last of them: then they only stand elsewhere.
    fn strangers(&self, after: Option<i64>, last: &Link) -> Option<Broken> {
        let first = self.ids.iter().copied().find(|id| after.is_none_or(|after| *id > after))?;
        let is_known = self.named.contains(&last.seal) || self.named.contains(&last.computed);
        (!is_known && first <= last.id).then_some(Broken::Inserted { first, last: last.id })
    }

    /// Why the last row is not the one the head knows. `None` when the head's row only stands elsewhere, which is told
    /// by the rows that moved.
    fn end(&self, last: Option<&Link>, head: Option<Seal>) -> Option<Broken> {
        match (head.and_then(|head| self.at.get(&head)), last) {
            (Some(at), Some(last)) => self.strangers(Some(*at), last),
            _ => Some(Broken::CutOff { after: last.map(|last| last.id) }),
        }
    }
}

#[cfg(test)]
#[path = "chain_tests.rs"]
mod tests;
