//! What a digest says, before it is worded.

use chrono::NaiveDate;
use domain::{
    dates::DueDate,
    reminders::{Occurrence, Urgency},
    text::{Bilingual, Email, Lang},
};
use std::collections::BTreeSet;

/// Whom a digest is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The person.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The address.
    pub email: Email,
    /// The language.
    pub lang: Lang,
}

/// Everything one person is reminded of on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// The reader.
    pub to: Recipient,
    /// The day.
    pub on: NaiveDate,
    /// Groups of lines, the most urgent first; never empty.
    pub sections: Vec<Section>,
}

/// Lines under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: Heading,
    /// The lines, the most urgent first; never empty.
    pub lines: Vec<Line>,
}

/// What groups lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// The reader's own work, by urgency.
    Urgency(Urgency),
    /// Work of organisations in which nobody can sign in, told to the plan's coordinators.
    WithoutAccount,
    /// Measures of which no organisation is known, told to the plan's coordinators.
    WithoutOwner,
}

impl Heading {
    /// What coordinators are told about a measure that nobody can be reminded of.
    #[must_use]
    pub fn for_coordinators(line: &Line) -> Self {
        if line.organisation.is_some() { Self::WithoutAccount } else { Self::WithoutOwner }
    }
}

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A measure.
    Measure(i64),
    /// A deliverable that has a date of its own.
    Deliverable(i64),
}

impl Subject {
    /// The key of the delivery record.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Measure(id) => format!("m{id}"),
            Self::Deliverable(id) => format!("d{id}"),
        }
    }
}

/// One reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub subject: Subject,
    /// Which reminder of it this is.
    pub occurrence: Occurrence,
    /// How urgent it is today.
    pub urgency: Urgency,
    /// The measure, whose form the line links to.
    pub measure: i64,
    /// The measure's label.
    pub label: String,
    /// The measure's or the deliverable's text.
    pub text: Bilingual,
    /// The plan's title.
    pub plan: Bilingual,
    /// The lead organisation's name.
    pub organisation: Option<Bilingual>,
    /// The owner in the words of the plan.
    pub owner_text: Option<String>,
    /// The date promised first; a deliverable only has a current one.
    pub original: Option<DueDate>,
    /// Today's date.
    pub current: DueDate,
    /// The name of who is away, when it is their deputy who is told.
    pub for_whom: Option<String>,
}

impl Digest {
    /// Every line, in order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.sections.iter().flat_map(|section| &section.lines)
    }

    /// How many measures it is about.
    #[must_use]
    pub fn measures(&self) -> usize {
        self.lines().map(|line| line.measure).collect::<BTreeSet<_>>().len()
    }

    /// How many of them are late, or have a late deliverable.
    #[must_use]
    pub fn late_measures(&self) -> usize {
        let late = self.lines().filter(|line| line.urgency == Urgency::Overdue);
        late.map(|line| line.measure).collect::<BTreeSet<_>>().len()
    }
}
