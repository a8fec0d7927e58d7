//! What a measure can be connected with: organisations, people, recommendations.

use super::Editor;
use crate::{
    services::views,
    store::{
        people,
        plans::{self, Reader},
        records::{Answered, Measure, Organisation},
    },
};
use app::{
    api::{
        common::OrganisationView,
        editing::{MeasureChoices, PersonChoice},
        measures::RecommendationLink,
    },
    error::AppError,
};
use std::collections::BTreeMap;

/// Everything there is to choose from.
pub(super) struct Choices {
    pub organisations: Vec<Organisation>,
    pub people: Vec<Reader>,
    pub recommendations: Vec<Answered>,
}

impl Choices {
    /// What can be chosen in this plan; what a measure is connected with already stays a choice.
    pub(super) async fn load(editor: &Editor<'_>, measure: Option<&Measure>) -> Result<Self, AppError> {
        let mut organisations = people::open_organisations(editor.tx).await?;
        for own in measure.iter().flat_map(|measure| measure.lead.iter().chain(&measure.support)) {
            if !organisations.contains(own) {
                organisations.push(own.clone());
            }
        }
        let owner = measure.and_then(|measure| measure.figures.owner_id);
        Ok(Self {
            organisations,
            people: plans::readers(editor.tx, editor.plan.id, owner).await?,
            recommendations: plans::recommendations(editor.tx, editor.plan.id).await?.0,
        })
    }

    pub(super) fn has_organisation(&self, id: i64) -> bool {
        self.organisations.iter().any(|organisation| organisation.id == id)
    }

    pub(super) fn has_person(&self, id: i64) -> bool {
        self.people.iter().any(|person| person.id == id)
    }

    pub(super) fn has_recommendation(&self, id: i64) -> bool {
        self.recommendations.iter().any(|answered| answered.recommendation.id == id)
    }

    /// The code of an organisation, for the audit trail.
    pub(super) fn code(&self, id: Option<i64>) -> Option<String> {
        self.organisations.iter().find(|organisation| Some(organisation.id) == id).map(|organisation| organisation.code.clone())
    }

    /// The name of a person, for the audit trail.
    pub(super) fn name(&self, id: Option<i64>) -> Option<String> {
        self.people.iter().find(|person| Some(person.id) == id).map(|person| person.name.clone())
    }

    /// The codes of some organisations, for the audit trail.
    pub(super) fn codes(&self, ids: &[i64]) -> Option<String> {
        let chosen = self.organisations.iter().filter(|organisation| ids.contains(&organisation.id));
        joined(chosen.map(|organisation| organisation.code.as_str()))
    }

    /// The numbers of some recommendations, for the audit trail.
    pub(super) fn numbers(&self, ids: &[i64]) -> Option<String> {
        let chosen = self.recommendations.iter().filter(|answered| ids.contains(&answered.recommendation.id));
        joined(chosen.map(|answered| answered.recommendation.number.as_str()))
    }

    /// The organisations as the form offers them.
    pub(super) fn organisation_views(&self, editor: &Editor<'_>) -> Vec<OrganisationView> {
        views::organisations(&self.organisations, editor.lang())
    }

    /// The people as the form offers them, each with the code of the organisation.
    pub(super) fn people_views(&self) -> Vec<PersonChoice> {
        let codes: BTreeMap<i64, &str> = self.organisations.iter().map(|o| (o.id, o.code.as_str())).collect();
        let choice = |person: &Reader| {
            let code = person.organisation_id.and_then(|id| codes.get(&id));
            let name = code.map_or_else(|| person.name.clone(), |code| format!("{} – {code}", person.name));
            PersonChoice { id: person.id, name }
        };
        self.people.iter().map(choice).collect()
    }

    /// Everything as the form offers it.
    pub(super) fn views(&self, editor: &Editor<'_>) -> MeasureChoices {
        let link = |answered: &Answered| RecommendationLink {
            id: answered.recommendation.id,
            number: answered.recommendation.number.clone(),
            text: answered.recommendation.text.for_reader(editor.lang()),
        };
        MeasureChoices {
            organisations: self.organisation_views(editor),
            people: self.people_views(),
            recommendations: self.recommendations.iter().map(link).collect(),
        }
    }
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> Option<String> {
    Some(parts.collect::<Vec<_>>().join(", ")).filter(|all| !all.is_empty())
}
