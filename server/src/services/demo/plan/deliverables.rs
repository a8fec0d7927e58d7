//! The dates of the deliverables of one measure of the demo, as its extensions move them.

use super::Frame;
use crate::{
    services::{
        change,
        demo::{
            DemoError,
            data::{Extension, ExtensionDate},
        },
    },
    store::{Tx, audit::Change, extensions::NewDate, measures, records::Deliverable},
};
use domain::{
    dates::DueDate,
    extensions::ExtensionState,
    text::{Bilingual, Coded, Lang},
};

/// The deliverables with the dates they have by now.
pub(super) struct OwnDates(Vec<(Deliverable, Option<DueDate>)>);

impl OwnDates {
    /// As they were promised.
    pub(super) async fn of(tx: &Tx, measure: i64) -> Result<Self, DemoError> {
        let written = measures::find(tx, measure).await?.map(|measure| measure.deliverables).unwrap_or_default();
        Ok(Self(written.into_iter().map(|of| (of.clone(), of.original())).collect()))
    }

    /// What an extension asks for them, and for the audit trail what it moves. Errors when the data contradicts itself.
    pub(super) fn moved(&mut self, frame: &Frame<'_>, extension: &Extension) -> Result<(Vec<NewDate>, Vec<Change>), DemoError> {
        let until = frame.due(extension.to)?;
        let (mut dates, mut changes) = (Vec::new(), Vec::new());
        for date in &extension.deliverables {
            let (new, title) = self.one(frame, date, until, extension.state == ExtensionState::Granted)?;
            if let Some(to) = new.granted {
                changes.extend(change("deliverable", None, words(&title)));
                changes.extend(change("deliverable_due", Some(new.from.to_string()), Some(to.to_string())));
            }
            dates.push(new);
        }
        Ok((dates, changes))
    }

    fn one(
        &mut self,
        frame: &Frame<'_>,
        date: &ExtensionDate,
        until: DueDate,
        is_granted: bool,
    ) -> Result<(NewDate, Bilingual), DemoError> {
        let asked = frame.due(date.to)?;
        let wrong = |why: &str| DemoError::Data(format!("the date {asked} of a deliverable {why}"));
        let found = date.deliverable.checked_sub(1).and_then(|index| self.0.get_mut(index));
        let (of, current) = found.ok_or_else(|| wrong("is for none there is"))?;
        let from = current.ok_or_else(|| wrong("is for one without a date"))?;
        if asked.last_day() <= from.last_day() || asked.last_day() > until.last_day() {
            return Err(wrong(&format!("is not between {from} and {until}")));
        }
        if is_granted {
            *current = Some(asked);
        }
        let new = NewDate { deliverable_id: of.id, from, asked, granted: is_granted.then_some(asked) };
        Ok((new, of.title.clone()))
    }
}

fn words(title: &Bilingual) -> Option<String> {
    Lang::ALL.iter().find_map(|lang| title.get(*lang)).map(str::to_owned)
}
