//! No page may show a key instead of a sentence: both languages word the same keys, and every key the code names is
//! among them.

use super::has;
use domain::text::{Coded, Lang};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path, extensions: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, extensions, found);
        } else if path.extension().and_then(|e| e.to_str()).is_some_and(|e| extensions.contains(&e)) {
            found.push(path);
        }
    }
}

fn keys(lang: Lang) -> BTreeSet<String> {
    let mut found = Vec::new();
    files(&root().join("locales").join(lang.code()), &["ftl"], &mut found);
    let text = found.iter().map(|path| fs::read_to_string(path).expect("a catalogue file")).collect::<Vec<_>>().join("\n");
    text.lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        .map(str::to_owned)
        .collect()
}

/// The keys named in the sources: the first text literal after `t(lang, ` and its like.
fn keys_in_the_code() -> BTreeSet<String> {
    let mut found = Vec::new();
    for folder in ["app/src", "server/src"] {
        files(&root().join(folder), &["rs"], &mut found);
    }
    files(&root().join("server"), &["html", "txt"], &mut found);
    let mut named = BTreeSet::new();
    for path in found.iter().filter(|path| !path.ends_with("i18n/tests.rs")) {
        let source = fs::read_to_string(path).expect("a source file");
        // What only ends like a call of ours (`write_str("`) is none.
        let source = source.replace("_str(", "");
        for call in ["t(lang, \"", "t_args(lang, \"", "t(self.lang, \"", "t_args(self.lang, \"", "tr(\"", "tr_args(\""] {
            named.extend(source.split(call).skip(1).filter_map(|rest| rest.split_once('"')).map(|(key, _)| key.to_owned()));
        }
    }
    named
}

#[test]
fn both_languages_word_the_same_keys() {
    let (en, fr) = (keys(Lang::En), keys(Lang::Fr));
    assert!(en.len() > 50, "the catalogue was not read");
    assert_eq!(en.difference(&fr).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in French");
    assert_eq!(fr.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in English");
}

#[test]
fn no_key_is_worded_twice() {
    for lang in Lang::ALL {
        let mut found = Vec::new();
        files(&root().join("locales").join(lang.code()), &["ftl"], &mut found);
        let mut seen = BTreeSet::new();
        for path in &found {
            let text = fs::read_to_string(path).expect("a catalogue file");
            for key in text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()) {
                let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                assert!(!is_key || seen.insert(key.clone()), "{key} is worded again in {}", path.display());
            }
        }
    }
}

#[test]
fn every_key_the_code_names_is_worded() {
    let named = keys_in_the_code();
    assert!(named.len() > 20, "the sources were not read");
    let worded = keys(Lang::En);
    assert_eq!(named.difference(&worded).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn large_numbers_are_parted_in_every_sentence_and_still_choose_their_plural() {
    use super::{Arg, t_args};
    let said = |lang, key, name, number: i64| t_args(lang, key, &[(name, Arg::from(number))]);
    assert!(said(Lang::En, "days-late", "days", 2766).contains("2,766 days"));
    assert!(said(Lang::Fr, "days-late", "days", 2766).contains("2\u{a0}766\u{a0}jours"));
    assert!(said(Lang::Fr, "count-overdue", "count", 1_234_567).contains("1\u{a0}234\u{a0}567"));
    assert!(said(Lang::En, "days-late", "days", 1).contains("1 day "));
    assert!(said(Lang::En, "days-late", "days", 999).contains("999 days"));
}

fn check<T: Coded>(list: &str) {
    for value in T::ALL {
        let key = format!("{list}-{}", value.code().replace(['_', '/'], "-"));
        assert!(has(Lang::En, &key) && has(Lang::Fr, &key), "{key} is not worded");
    }
}

/// Every field that an audit row can tell of: the first text literal after `change(`, and of a list of changes.
#[test]
fn every_field_of_the_audit_trail_has_a_name() {
    let mut found = Vec::new();
    files(&root().join("server/src"), &["rs"], &mut found);
    let mut fields = BTreeSet::new();
    for path in &found {
        let source: String = fs::read_to_string(path).expect("a source file").split_whitespace().collect();
        for start in ["change(\"", "vec![(\"", "note(PLAN,plan,[(\""] {
            fields.extend(source.split(start).skip(1).filter_map(|rest| rest.split_once('"')).map(|(field, _)| field.to_owned()));
        }
    }
    assert!(fields.contains("status") && fields.contains("forecast") && fields.contains("role"), "the sources were not read");
    let words = |field: &str| crate::components::history::field_key(field);
    let missing: Vec<&String> = fields.iter().filter(|field| words(field).is_none()).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn every_coded_value_has_a_name() {
    check::<domain::measure::MeasureStatus>("status");
    check::<domain::measure::LatenessFilter>("lateness");
    check::<domain::deliverable::DeliverableStatus>("deliverable-status");
    check::<domain::plan::PlanStatus>("plan-status");
    check::<domain::plan::SourceKind>("source-kind");
    check::<domain::plan::Priority>("priority");
    check::<domain::plan::ResponseKind>("response");
    check::<domain::people::Role>("role");
    check::<domain::people::DigestChoice>("digest");
    check::<domain::people::Way>("way");
    check::<domain::problem::ProblemCode>("problem");
    check::<domain::extensions::ExtensionState>("extension-state");
    check::<domain::comments::ProposedDecision>("proposed");
    check::<domain::comments::ProposalAnswer>("proposal-answer");
    check::<domain::dates::Season>("season");
    check::<domain::draft::WarningCode>("import-warning");
    check::<domain::draft::ImportErrorCode>("import-error");
    check::<domain::trail::AuditAction>("history");
    check::<domain::trail::RecordKind>("record");
    check::<domain::people::Role>("role-help");
    check::<domain::people::Role>("account-lends");
    check::<domain::people::PersonState>("person-state");
    check::<domain::mail::MailKind>("mail-kind");
    check::<domain::mail::MailState>("mail-state");
    check::<Lang>("lang");
    check::<domain::progress::UpdateKind>("update-kind");
    check::<domain::evidence::EvidenceKind>("evidence-kind");
    check::<domain::evidence::Marking>("marking");
    check::<domain::evidence::MarkingChoice>("marking-choice");
    check::<domain::workflow::VerificationOutcome>("verification-outcome");
    check::<domain::workflow::DispositionKind>("disposition-kind");
    check::<domain::contacts::ContactPurpose>("contact-purpose");
    check::<domain::contacts::ProposalState>("proposal-state");
    check::<domain::costs::CostKind>("cost-kind");
    check::<domain::costs::CostSource>("cost-source");
    check::<domain::costs::Certainty>("certainty");
}

#[test]
fn french_uses_its_own_typography() {
    let mut found = Vec::new();
    files(&root().join("locales/fr"), &["ftl"], &mut found);
    let mut wrong = Vec::new();
    for path in found {
        let text = fs::read_to_string(&path).expect("a catalogue file");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let value = line.split_once(" =").map_or(line, |(_, value)| value);
            let words = value.replace("https://", "").replace("{ $", "{$");
            // In Canada a colon has a no-break space before it; a semicolon, a question and an exclamation mark have none.
            let spaced = [" :", " ;", " ?", " !", " »", "« ", "\u{a0};", "\u{a0}?", "\u{a0}!"];
            let tight = spaced.iter().any(|pair| words.contains(pair));
            if tight || words.contains('\'') || words.contains("...") {
                wrong.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "a plain space before punctuation, a straight apostrophe or three dots");
}

#[test]
fn the_overdue_headline_agrees_with_both_of_its_numbers() {
    use super::{Arg, t_args};
    let said = |lang, overdue: u32, due: u32| {
        let args = [("overdue", Arg::from(overdue)), ("due", Arg::from(due)), ("oldest", Arg::from("3"))];
        t_args(lang, "overdue-headline", &args).replace('\u{a0}', " ")
    };
    assert_eq!(said(Lang::En, 0, 1), "The one measure due by now is not overdue.");
    assert_eq!(said(Lang::En, 1, 1), "The one measure due by now is overdue, by 3.");
    assert_eq!(said(Lang::En, 1, 4), "1 of 4 due measures is overdue, by 3.");
    assert_eq!(said(Lang::Fr, 0, 1), "La seule mesure échue n’est pas en retard.");
    assert_eq!(said(Lang::Fr, 1, 1), "La seule mesure échue est en retard, de 3.");
    assert_eq!(said(Lang::Fr, 1, 4), "1 mesure sur 4 échues est en retard, de 3.");
}
