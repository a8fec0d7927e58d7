use super::*;
use crate::text::Coded;
use std::{fs, path::PathBuf};

fn catalogue(lang: Lang) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../locales").join(lang.code()).join("import.ftl");
    fs::read_to_string(path).expect("the catalogue is part of the project")
}

#[test]
fn every_warning_and_error_is_worded_in_both_languages() {
    for lang in Lang::ALL {
        let text = catalogue(*lang);
        let keys: Vec<&str> = text.lines().filter_map(|line| line.split_once(" = ").map(|(key, _)| key)).collect();
        let warnings = WarningCode::ALL.iter().map(|code| code.message_key());
        for key in warnings.chain(ImportErrorCode::ALL.iter().map(|code| code.message_key())) {
            assert!(keys.contains(&key.as_str()), "{lang} has no {key}");
        }
    }
}

#[test]
fn an_error_names_its_line_and_is_short() {
    let error = ImportError::new(ImportErrorCode::RowCells).at(12).about(&"x".repeat(500));
    assert!(error.to_string().contains("line 12"));
    assert!(error.to_string().len() < 200);
}
