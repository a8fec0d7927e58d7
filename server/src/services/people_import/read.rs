//! From text to cells: the separator, the columns by their names in either language, the rows. Pure.

use super::words;
use app::api::admin::people_import::{Column, ROW_LIMIT};
use csv::{ReaderBuilder, StringRecord};
use domain::problem::ProblemCode;

/// The separators that spreadsheets write.
const SEPARATORS: [u8; 3] = *b",;\t";
/// Columns without which nobody can be added.
const NEEDED: [Column; 4] = [Column::Name, Column::Email, Column::Lang, Column::Role];

/// One row before it is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raw {
    /// Its line, counted from 1.
    pub line: u64,
    /// Its cells, in the order of [`Column::ALL`], without the spaces around them.
    pub cells: [String; 6],
    /// Whether it has more cells than there are columns.
    pub is_too_long: bool,
}

/// The rows of a table. Errors with the reason why there is none to be read.
pub(super) fn table(text: &str) -> Result<Vec<Raw>, ProblemCode> {
    // Browsers send two characters for the end of a line, which would put the lines out of step.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader =
        ReaderBuilder::new().delimiter(separator(&text)).has_headers(false).flexible(true).from_reader(text.as_bytes());
    // Text that is text can be read; the reader takes anything else for cells.
    let mut records = reader.records().filter_map(Result::ok).filter(|record| record.iter().any(|cell| !cell.trim().is_empty()));
    let header = records.next().ok_or(ProblemCode::Required)?;
    let columns: Vec<Option<Column>> = header.iter().map(words::column).collect();
    if NEEDED.iter().any(|needed| !columns.contains(&Some(*needed))) {
        return Err(ProblemCode::ColumnsMissing);
    }
    let rows: Vec<Raw> = records.take(ROW_LIMIT + 1).map(|record| raw(&record, &columns)).collect();
    match rows.len() {
        0 => Err(ProblemCode::Required),
        count if count > ROW_LIMIT => Err(ProblemCode::TooManyRows),
        _ => Ok(rows),
    }
}

/// The separator that the first line has most of.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
    SEPARATORS.into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

fn raw(record: &StringRecord, columns: &[Option<Column>]) -> Raw {
    let cell = |column: Column| {
        let place = columns.iter().position(|other| *other == Some(column));
        place.and_then(|place| record.get(place)).unwrap_or_default().trim().to_owned()
    };
    Raw {
        line: record.position().map_or(0, csv::Position::line),
        cells: Column::ALL.map(cell),
        is_too_long: record.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("name,email,language,organisation,role\nMarie,m@x.ca,fr,SP,lead")]
    #[case("\u{feff}Rôle;Courriel;Nom;Langue;Code de l’organisation\r\nlead;m@x.ca;Marie;fr;SP\r\n")]
    #[case("Role\tE-mail\tOrganization\tName\tLanguage\n\nlead\tm@x.ca\tSP\tMarie\tfr\n\n")]
    #[case("name,\"e-mail\",language,role,phone,organisation\n\" Marie \",m@x.ca,fr,lead,\"613,555\",SP")]
    fn columns_are_found_by_name_whatever_their_order_and_separator(#[case] text: &str) {
        let rows = table(text).expect("a table");
        let expected = ["Marie", "m@x.ca", "fr", "SP", "lead", ""].map(str::to_owned);
        assert_eq!(rows.into_iter().map(|row| row.cells).collect::<Vec<_>>(), [expected]);
    }

    #[rstest]
    #[case("", ProblemCode::Required)]
    #[case("name,email,language,role\n,,,\n", ProblemCode::Required)]
    #[case("Marie,m@x.ca,fr,lead", ProblemCode::ColumnsMissing)]
    #[case("name,email,role\nMarie,m@x.ca,lead", ProblemCode::ColumnsMissing)]
    fn what_is_no_table_is_refused_with_the_reason(#[case] text: &str, #[case] code: ProblemCode) {
        assert_eq!(table(text), Err(code));
    }

    #[test]
    fn a_row_of_another_length_is_told_and_one_row_too_many_is_refused() {
        let rows = table("name,email,language,role\r\nMarie,m@x.ca\r\nPaul,p@x.ca,en,lead,,surprise").expect("a table");
        assert_eq!(rows.iter().map(|row| (row.line, row.is_too_long)).collect::<Vec<_>>(), [(2, false), (3, true)]);
        let many = |count: usize| format!("name,email,language,role\n{}", "a,b@c.ca,en,lead\n".repeat(count));
        assert_eq!(table(&many(ROW_LIMIT)).map(|rows| rows.len()), Ok(ROW_LIMIT));
        assert_eq!(table(&many(ROW_LIMIT + 1)), Err(ProblemCode::TooManyRows));
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "\\PC{0,80}", rest in "[,;\t\"\n\r\u{0}a]{0,200}") {
            let _ = table(&text);
            if let Ok(rows) = table(&format!("name,email,language,role\n{rest}")) {
                prop_assert!(rows.iter().all(|row| row.line > 1));
            }
        }
    }
}
