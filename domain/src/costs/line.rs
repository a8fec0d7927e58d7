//! One line of a plan's costs, and the check of what is typed.

use super::Cents;
use crate::{
    codes::coded,
    dates::FiscalYear,
    problem::{Problem, ProblemCode},
};
use serde::{Deserialize, Serialize};

coded! {
    /// What an amount is.
    CostKind {
        /// What was promised.
        Commitment = "commitment",
        /// What is expected.
        Estimate = "estimate",
        /// What was spent.
        Actual = "actual",
    }
}

coded! {
    /// Where the money comes from.
    CostSource {
        /// Money that was added.
        New = "new",
        /// Money the organisation had already.
        Reallocated = "reallocated",
        /// Nobody said.
        Unknown = "unknown",
    }
}

coded! {
    /// How sure an amount is.
    Certainty {
        /// This much.
        Exact = "exact",
        /// No more than this.
        UpTo = "up_to",
        /// From a later year on, so that it is not part of this one's total.
        FromLaterYear = "from_later_year",
        /// Nobody counts it: there is no amount, and that is said.
        NotTracked = "not_tracked",
    }
}

/// A line as totals need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostLine {
    /// What it is.
    pub kind: CostKind,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Where the money comes from.
    pub source: CostSource,
    /// How sure it is.
    pub certainty: Certainty,
    /// The amount; `None` when it is not tracked.
    pub amount: Option<Cents>,
    /// The organisations it belongs to; more than one share it, in parts nobody has said.
    pub organisations: Vec<i64>,
}

/// The form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedCost {
    /// What is paid for, in English.
    pub activity_en: String,
    /// What is paid for, in French.
    pub activity_fr: String,
    /// A [`CostKind`] code.
    pub kind: String,
    /// The fiscal year, `2012-13`.
    pub year: String,
    /// A [`CostSource`] code.
    pub source: String,
    /// A [`Certainty`] code.
    pub certainty: String,
    /// The amount.
    pub amount: String,
    /// The ids of the organisations.
    pub organisations: Vec<String>,
    /// What else there is to say, in English.
    pub note_en: String,
    /// What else there is to say, in French.
    pub note_fr: String,
    /// Which view of the form this is; empty where that is not told apart.
    #[serde(default)]
    pub form_key: String,
}

/// The longest text of a line, in characters.
const MAX_TEXT: usize = 1_000;

impl TypedCost {
    /// Checks the whole form. Errors with every problem.
    pub fn check(&self) -> Result<CostLine, Vec<Problem>> {
        let mut problems = Vec::new();
        if self.activity_en.trim().is_empty() && self.activity_fr.trim().is_empty() {
            problems.push(Problem::new("cost_activity_en", ProblemCode::Required));
        }
        let texts = [
            ("cost_activity_en", &self.activity_en),
            ("cost_activity_fr", &self.activity_fr),
            ("cost_note_en", &self.note_en),
            ("cost_note_fr", &self.note_fr),
        ];
        let too_long = texts.iter().filter(|(_, text)| text.chars().count() > MAX_TEXT);
        problems.extend(too_long.map(|(field, _)| Problem::new(*field, ProblemCode::TooLong)));
        let kind = choice(&self.kind, "cost_kind", &mut problems);
        let source = choice(&self.source, "cost_source", &mut problems);
        let certainty = choice(&self.certainty, "cost_certainty", &mut problems);
        let year = self.year.trim().parse::<FiscalYear>().ok();
        if year.is_none() {
            problems.push(Problem::new("cost_year", ProblemCode::NotAFiscalYear));
        }
        let amount = self.amount(certainty).map_err(|code| problems.push(Problem::new("cost_amount", code))).ok();
        let organisations: Option<Vec<i64>> =
            self.organisations.iter().filter(|id| !id.trim().is_empty()).map(|id| id.trim().parse().ok()).collect();
        match &organisations {
            None => problems.push(Problem::new("cost_organisations", ProblemCode::NotAChoice)),
            Some(none) if none.is_empty() => problems.push(Problem::new("cost_organisations", ProblemCode::Required)),
            Some(_) => {}
        }
        match (kind, source, certainty, year, amount, organisations) {
            (Some(kind), Some(source), Some(certainty), Some(year), Some(amount), Some(organisations)) if problems.is_empty() => {
                Ok(CostLine { kind, year, source, certainty, amount, organisations })
            }
            _ => Err(problems),
        }
    }

    /// What is not tracked has no amount; everything else has one.
    fn amount(&self, certainty: Option<Certainty>) -> Result<Option<Cents>, ProblemCode> {
        match (certainty, self.amount.trim()) {
            (Some(Certainty::NotTracked), "") => Ok(None),
            (Some(Certainty::NotTracked), _) => Err(ProblemCode::AmountNotTracked),
            (_, "") => Err(ProblemCode::Required),
            (_, typed) => Cents::parse(typed).map(Some).ok_or(ProblemCode::NotAnAmount),
        }
    }
}

fn choice<T: std::str::FromStr>(typed: &str, field: &str, problems: &mut Vec<Problem>) -> Option<T> {
    let read = typed.parse().ok();
    if read.is_none() {
        let code = if typed.trim().is_empty() { ProblemCode::Required } else { ProblemCode::NotAChoice };
        problems.push(Problem::new(field, code));
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(certainty: &str, amount: &str) -> TypedCost {
        TypedCost {
            activity_fr: "Formation".into(),
            kind: "commitment".into(),
            year: "2012-13".into(),
            source: "reallocated".into(),
            certainty: certainty.into(),
            amount: amount.into(),
            organisations: vec!["4".into()],
            ..TypedCost::default()
        }
    }

    fn codes(result: Result<CostLine, Vec<Problem>>) -> Vec<(String, ProblemCode)> {
        result.expect_err("problems").into_iter().map(|p| (p.field, p.code)).collect()
    }

    #[test]
    fn what_is_not_tracked_has_no_amount_and_everything_else_has_one() {
        assert_eq!(typed("not_tracked", "").check().expect("a line").amount, None);
        assert_eq!(codes(typed("not_tracked", "5").check()), [("cost_amount".into(), ProblemCode::AmountNotTracked)]);
        assert_eq!(typed("up_to", "500 000 $").check().expect("a line").amount, Some(Cents::dollars(500_000)));
        assert_eq!(codes(typed("exact", "").check()), [("cost_amount".into(), ProblemCode::Required)]);
        assert_eq!(codes(typed("exact", "beaucoup").check()), [("cost_amount".into(), ProblemCode::NotAnAmount)]);
    }

    #[test]
    fn every_problem_of_the_form_comes_at_once() {
        let fields: Vec<_> = codes(TypedCost::default().check()).into_iter().map(|(field, _)| field).collect();
        assert_eq!(
            fields,
            ["cost_activity_en", "cost_kind", "cost_source", "cost_certainty", "cost_year", "cost_amount", "cost_organisations"]
        );
    }
}
