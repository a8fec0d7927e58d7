//! From the owners that a source names in words to organisations, where there is no doubt.

use crate::store::records::Organisation;
use domain::text::{Coded, Lang, fold};
use std::collections::BTreeSet;

/// The organisations of the instance with their codes and names made comparable.
pub(super) struct Owners {
    all: Vec<(Vec<String>, Organisation)>,
}

impl Owners {
    pub(super) fn new(organisations: Vec<Organisation>) -> Self {
        let names = |organisation: &Organisation| {
            let names = Lang::ALL.iter().filter_map(|lang| organisation.name.get(*lang));
            names.chain([organisation.code.as_str()]).chain(organisation.code_fr.as_deref()).map(plain).collect()
        };
        Self { all: organisations.into_iter().map(|organisation| (names(&organisation), organisation)).collect() }
    }

    /// The organisation with this id.
    pub(super) fn get(&self, id: i64) -> Option<&Organisation> {
        self.all.iter().map(|(_, organisation)| organisation).find(|organisation| organisation.id == id)
    }

    /// The one organisation that the words name by code or name, alone or as `name (code)`.
    pub(super) fn find(&self, words: &str) -> Option<i64> {
        let (outside, inside) = match words.split_once('(') {
            Some((outside, rest)) => (outside, rest.trim_end().trim_end_matches(')')),
            None => (words, ""),
        };
        let said: Vec<String> = [words, outside, inside].into_iter().map(plain).filter(|said| !said.is_empty()).collect();
        let named = self.all.iter().filter(|(names, _)| names.iter().any(|name| said.contains(name)));
        let ids: BTreeSet<i64> = named.map(|(_, organisation)| organisation.id).collect();
        if ids.len() == 1 { ids.first().copied() } else { None }
    }

    /// The organisations that a list in words names; what is not one of them is left out.
    pub(super) fn find_each(&self, words: &str) -> BTreeSet<i64> {
        words.split([';', ',', '\n']).filter_map(|part| self.find(part)).collect()
    }
}

fn plain(words: &str) -> String {
    fold(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Bilingual;
    use rstest::rstest;

    fn organisation(id: i64, code: &str, en: &str, fr: &str) -> Organisation {
        Organisation {
            id,
            code: code.into(),
            code_fr: (code == "SP").then(|| "SPC".into()),
            name: Bilingual::new(Some(en.into()), Some(fr.into())),
        }
    }

    #[rstest]
    #[case("sp", Some(1))]
    #[case("Sécurité  publique Canada", Some(1))]
    #[case("Public Safety Canada (SP)", Some(1))]
    #[case("SPC", Some(1))]
    #[case("GRC", Some(2))]
    #[case("SP; GRC", None)]
    #[case("Police", None)]
    #[case("Public Safety Canada (GRC)", None)]
    #[case("", None)]
    fn words_name_an_organisation_only_without_doubt(#[case] words: &str, #[case] expected: Option<i64>) {
        let owners = Owners::new(vec![
            organisation(1, "SP", "Public Safety Canada", "Sécurité publique Canada"),
            organisation(2, "GRC", "RCMP", "Gendarmerie royale du Canada"),
            organisation(3, "P1", "Police", "Police"),
            organisation(4, "P2", "Police", "Police"),
        ]);
        assert_eq!(owners.find(words), expected);
        assert_eq!(owners.find_each("GRC; somebody, SP").into_iter().collect::<Vec<_>>(), [1, 2]);
    }
}
