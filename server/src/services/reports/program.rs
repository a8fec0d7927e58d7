//! Reports asked for on the command line: who asks, and which plan is meant.

use crate::{
    services::Services,
    store::{StoreError, plans},
};
use app::backend::Caller;
use domain::{
    people::{Actor, Grant, Role},
    text::{Bilingual, Lang, fold},
};

/// A plan that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanMatch {
    /// Its id.
    pub id: i64,
    /// Its title.
    pub title: Bilingual,
}

/// Who asks when a command does: somebody with access to the machine may read everything.
#[must_use]
pub fn program_caller(command: &str, lang: Lang) -> Caller {
    let grants = vec![Grant { role: Role::Administrator, plan: None }];
    let actor = Actor {
        person: 0,
        name: command.to_owned(),
        organisation: None,
        lang,
        time_zone: None,
        grants,
        stands_in_for: Vec::new(),
    };
    Caller { actor, lang, request_id: command.to_owned() }
}

impl Services {
    /// The plans that words on the command line may mean: the one with this id, else those with this title in either
    /// language, else those whose title holds the words. Accents and case aside.
    pub async fn plans_matching(&self, words: &str) -> Result<Vec<PlanMatch>, StoreError> {
        let all: Vec<PlanMatch> = self
            .store
            .read(async |tx| {
                let ids: Vec<i64> = plans::subjects(tx).await?.into_iter().map(|plan| plan.id).collect();
                let found: Result<_, StoreError> = plans::load(tx, &ids).await;
                found
            })
            .await?
            .into_iter()
            .map(|plan| PlanMatch { id: plan.id, title: plan.title })
            .collect();
        Ok(best_matches(all, words))
    }
}

fn best_matches(all: Vec<PlanMatch>, words: &str) -> Vec<PlanMatch> {
    let words = words.trim();
    let wanted = fold(words);
    let id: Option<i64> = words.parse().ok();
    let titled = |plan: &PlanMatch, fits: &dyn Fn(&str) -> bool| {
        [Lang::En, Lang::Fr].into_iter().filter_map(|lang| plan.title.get(lang)).any(|title| fits(&fold(title)))
    };
    let by_id = |plan: &PlanMatch| Some(plan.id) == id;
    let by_title = |plan: &PlanMatch| titled(plan, &|title| title == wanted);
    let by_part = |plan: &PlanMatch| !wanted.is_empty() && titled(plan, &|title| title.contains(&wanted));
    let ways: [&dyn Fn(&PlanMatch) -> bool; 3] = [&by_id, &by_title, &by_part];
    let best = ways.into_iter().find(|way| all.iter().any(*way));
    best.map(|way| all.into_iter().filter(|plan| way(plan)).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2", &[2])]
    #[case("reponse a l'audit", &[3])]
    #[case("Réponse", &[2, 3])]
    #[case("answer 1", &[1])]
    #[case("9", &[])]
    #[case("  ", &[])]
    fn a_plan_is_found_by_id_then_title_then_a_part_of_it(#[case] words: &str, #[case] expected: &[i64]) {
        let plan = |id, en: &str, fr: &str| PlanMatch { id, title: Bilingual::new(Some(en.into()), Some(fr.into())) };
        let all = vec![
            plan(1, "Answer 1", ""),
            plan(2, "Response to the evaluation", "Réponse à l’évaluation"),
            plan(3, "Response to the audit", "Réponse à l'audit"),
        ];
        let found: Vec<i64> = best_matches(all, words).into_iter().map(|plan| plan.id).collect();
        assert_eq!(found, expected);
    }
}
