//! Which measures are meant.

use crate::store::entities::measure::{Column, Entity};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Query, SelectStatement},
};

/// A set of measures, as a condition that every query about them repeats, so that their number never matters.
#[derive(Debug, Clone)]
pub struct Scope(Condition);

impl Scope {
    /// All measures of a plan.
    #[must_use]
    pub fn plan(id: i64) -> Self {
        Self(Condition::all().add(Column::PlanId.eq(id)))
    }

    /// All measures of some plans.
    #[must_use]
    pub fn plans(ids: &[i64]) -> Self {
        Self(Condition::all().add(Column::PlanId.is_in(ids.iter().copied())))
    }

    /// These measures.
    #[must_use]
    pub fn ids(ids: &[i64]) -> Self {
        Self(Condition::all().add(Column::Id.is_in(ids.iter().copied())))
    }

    /// The measures that one of these organisations leads or that one of these people owns.
    #[must_use]
    pub fn answered_by(organisations: &[i64], people: &[i64]) -> Self {
        let led = Column::LeadOrganisationId.is_in(organisations.iter().copied());
        Self(Condition::any().add(Column::OwnerId.is_in(people.iter().copied())).add(led))
    }

    /// The measures in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(Condition::all().add(self.0).add(other.0))
    }

    /// The measures in either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(Condition::any().add(self.0).add(other.0))
    }

    /// The condition on the table of measures.
    pub(crate) fn condition(&self) -> Condition {
        self.0.clone()
    }

    /// The ids of the measures, as a query inside another one.
    pub(crate) fn ids_query(&self) -> SelectStatement {
        Query::select().column((Entity, Column::Id)).from(Entity).cond_where(self.0.clone()).to_owned()
    }

    /// Another column of theirs, as a query inside another one.
    pub(crate) fn column_query(&self, column: Column) -> SelectStatement {
        Query::select().column((Entity, column)).from(Entity).cond_where(self.0.clone()).to_owned()
    }
}
