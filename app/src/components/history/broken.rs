//! What was done to the trail behind the program's back, in words.

use crate::i18n::{Arg, t_args};
use domain::{text::Lang, trail::Broken};

/// One finding of the check.
#[must_use]
pub fn broken_words(lang: Lang, broken: &Broken) -> String {
    let row = |id: i64| Arg::from(id.to_string());
    match *broken {
        Broken::Edited { id } => t_args(lang, "broken-edited", &[("row", row(id))]),
        Broken::Replaced { id } => t_args(lang, "broken-replaced", &[("row", row(id))]),
        Broken::Removed { after: Some(after), before } => {
            t_args(lang, "broken-removed", &[("after", row(after)), ("before", row(before))])
        }
        Broken::Removed { after: None, before } => t_args(lang, "broken-removed-first", &[("before", row(before))]),
        Broken::Reordered { id, follows } => t_args(lang, "broken-reordered", &[("row", row(id)), ("follows", row(follows))]),
        Broken::Inserted { first, last } if first == last => t_args(lang, "broken-inserted", &[("row", row(first))]),
        Broken::Inserted { first, last } => t_args(lang, "broken-inserted-rows", &[("first", row(first)), ("last", row(last))]),
        Broken::CutOff { after: Some(after) } => t_args(lang, "broken-cut-off", &[("after", row(after))]),
        Broken::CutOff { after: None } => t_args(lang, "broken-cut-off-all", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_names_its_rows_in_both_languages() {
        let all = [
            Broken::Edited { id: 4711 },
            Broken::Replaced { id: 4711 },
            Broken::Removed { after: Some(4711), before: 4713 },
            Broken::Removed { after: None, before: 4711 },
            Broken::Reordered { id: 4711, follows: 4713 },
            Broken::Inserted { first: 4711, last: 4711 },
            Broken::Inserted { first: 4711, last: 4713 },
            Broken::CutOff { after: Some(4711) },
        ];
        for lang in <Lang as domain::text::Coded>::ALL {
            let words: Vec<_> = all.iter().map(|broken| broken_words(*lang, broken)).collect();
            assert!(words.iter().all(|words| words.contains("4711")), "{words:?}");
            assert_eq!(words.iter().filter(|words| words.contains("4713")).count(), 3, "{words:?}");
        }
    }
}
