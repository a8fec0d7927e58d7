//! Whether every text that somebody wrote is still there: in its row, in the baseline, or in the audit row that tells
//! what it was replaced with.

use super::world::World;
use sea_orm::EntityTrait;
use server::store::{
    entities::{
        audit, baseline, baseline_value, deliverable, disposition, evidence, extension, measure, plan, progress_draft,
        progress_update, recommendation, response, verification,
    },
    records::Measure,
};
use std::collections::{BTreeMap, HashSet};

/// Something that was written.
pub enum Text {
    /// Words for the record.
    Words(String),
    /// A draft of one view of the form of one person about one measure, in place of the one that view wrote before.
    Draft((i64, i64), &'static str, String),
    /// An update, in place of the draft which that view of the form wrote.
    Sent((i64, i64), &'static str),
}

impl Text {
    pub fn of(words: String) -> Self {
        Self::Words(words)
    }

    pub fn draft(whose: (i64, i64), view: &'static str, words: String) -> Self {
        Self::Draft(whose, view, words)
    }

    pub fn sent(whose: (i64, i64), view: &'static str) -> Self {
        Self::Sent(whose, view)
    }
}

/// All that was written so far.
#[derive(Default)]
pub struct Written {
    words: Vec<String>,
    drafts: BTreeMap<((i64, i64), &'static str), String>,
}

impl Written {
    /// The words the plan came with.
    pub fn note_the_start(&mut self, measures: &[Measure]) {
        for measure in measures {
            let texts = [&measure.text].into_iter().chain(measure.deliverables.iter().map(|deliverable| &deliverable.title));
            self.words.extend(texts.filter_map(|text| text.get(domain::text::Lang::Fr)).map(str::to_owned));
            self.words.extend(measure.owner_text.clone());
        }
    }

    pub fn more(&mut self, texts: Vec<Text>) {
        for text in texts {
            match text {
                Text::Words(words) => self.words.push(words),
                Text::Draft(whose, view, words) => drop(self.drafts.insert((whose, view), words)),
                Text::Sent(whose, view) => drop(self.drafts.remove(&(whose, view))),
            }
        }
    }

    pub fn count(&self) -> usize {
        self.words.len()
    }

    /// What is nowhere any more.
    pub async fn lost(&self, world: &World) -> Vec<&str> {
        let kept = stored(world).await;
        let drafts = world.bench.write(async |tx| Ok(progress_draft::Entity::find().all(tx).await?)).await;
        let is_kept = |(((measure, person), _), words): (&((i64, i64), &'static str), &String)| {
            drafts.iter().any(|row| (row.measure_id, row.person_id) == (*measure, *person) && row.typed.contains(words.as_str()))
        };
        let words = self.words.iter().filter(|words| !kept.contains(*words)).map(String::as_str);
        words.chain(self.drafts.iter().filter(|draft| !is_kept(*draft)).map(|(_, words)| words.as_str())).collect()
    }
}

/// Every text in a row, in the baseline, and every one that an audit row says was there, or why something was done.
async fn stored(world: &World) -> HashSet<String> {
    let texts = world.bench.write(async |tx| {
        let mut texts: Vec<Option<String>> = Vec::new();
        for row in progress_update::Entity::find().all(tx).await? {
            texts.extend([row.done_fr, row.obstacles_fr, row.next_step_fr]);
        }
        for row in extension::Entity::find().all(tx).await? {
            texts.extend([row.reason_fr, row.impact_fr, row.notes_fr]);
        }
        for row in evidence::Entity::find().all(tx).await? {
            texts.extend([row.title_fr, row.withdrawn_reason]);
        }
        texts.extend(verification::Entity::find().all(tx).await?.into_iter().map(|row| row.notes_fr));
        texts.extend(disposition::Entity::find().all(tx).await?.into_iter().map(|row| row.reason_fr));
        for row in measure::Entity::find().all(tx).await? {
            texts.extend([Some(row.label), row.text_fr, row.owner_text]);
        }
        texts.extend(deliverable::Entity::find().all(tx).await?.into_iter().map(|row| row.title_fr));
        texts.extend(recommendation::Entity::find().all(tx).await?.into_iter().map(|row| row.text_fr));
        for row in response::Entity::find().all(tx).await? {
            texts.extend([row.text_fr, row.reason_fr]);
        }
        for row in plan::Entity::find().all(tx).await? {
            texts.extend([row.title_fr, row.source_title_fr]);
        }
        texts.extend(baseline::Entity::find().all(tx).await?.into_iter().map(|row| row.text_fr));
        texts.extend(baseline_value::Entity::find().all(tx).await?.into_iter().map(|row| Some(row.value)));
        for row in audit::Entity::find().all(tx).await? {
            let changes: Vec<(String, Option<String>, Option<String>)> = serde_json::from_str(&row.changes).expect("changes");
            texts.extend(changes.into_iter().map(|(field, old, new)| if field == "reason" { new } else { old }));
        }
        Ok(texts)
    });
    texts.await.into_iter().flatten().collect()
}
