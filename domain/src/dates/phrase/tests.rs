use super::*;
use crate::dates::DueDate;
use chrono::NaiveDate;
use proptest::prelude::*;
use rstest::rstest;

fn lenient(text: &str) -> Reading {
    read(text, Context::default())
}

#[rstest]
#[case("March 31, 2018", "2018-03-31")]
#[case("Sept  30, 2017", "2017-09-30")]
#[case("31 mars 2018", "2018-03-31")]
#[case("Le 30 juin 2015", "2015-06-30")]
#[case("Le 1er avril 2019", "2019-04-01")]
#[case("31st of March, 2018", "2018-03-31")]
#[case("Friday, March 30th 2018", "2018-03-30")]
#[case("31-Mar-18", "2018-03-31")]
#[case("2019-12-31", "2019-12-31")]
#[case("2019/12/31", "2019-12-31")]
#[case("31/12/2019", "2019-12-31")]
#[case("12/31/2019", "2019-12-31")]
#[case("December 2019", "2019-12")]
#[case("by December 2019", "2019-12")]
#[case("d’ici décembre 2019", "2019-12")]
#[case("D'ici la fin de décembre 2019", "2019-12")]
#[case("au plus tard le 31 décembre 2019", "2019-12-31")]
#[case("No later than 31 December 2019", "2019-12-31")]
#[case("November2013", "2013-11")]
#[case("Mar-18", "2018-03")]
#[case("Dec. ’18", "2018-12")]
#[case("Avril\u{a0}2018", "2018-04")]
#[case("Septembre, 2018", "2018-09")]
#[case("Decemeber 2018", "2018-12")]
#[case("12/2019", "2019-12")]
#[case("2018-04", "2018-04")]
#[case("2013/12", "2013-12")]
#[case("Fall 2019", "2019-fall")]
#[case("à l’automne 2019", "2019-fall")]
#[case("été 2019", "2019-summer")]
#[case("Winter 2018-19", "2019-winter")]
#[case("Q2 2018-19", "FY2018-Q2")]
#[case("Q2 2016/17", "FY2016-Q2")]
#[case("T2 2019\u{2011}2020", "FY2019-Q2")]
#[case("T2 de 2018-2019", "FY2018-Q2")]
#[case("second quarter of 2018-19", "FY2018-Q2")]
#[case("2nd quarter of fiscal year 2018-2019", "FY2018-Q2")]
#[case("Deuxième trimestre de l’exercice 2018-2019", "FY2018-Q2")]
#[case("4e trimestre, 2018-2019", "FY2018-Q4")]
#[case("2018-19 Q3", "FY2018-Q3")]
#[case("2018-2019 (T3)", "FY2018-Q3")]
#[case("FY 2018-19, Q1", "FY2018-Q1")]
#[case("Q4 FY 2018/19", "FY2018-Q4")]
#[case("Q2 2019", "2019-Q2")]
#[case("2018-2019", "FY2018")]
#[case("2024/25", "FY2024")]
#[case("FY 2018-19", "FY2018")]
#[case("FY18-19", "FY2018")]
#[case("fiscal year 2019-20", "FY2019")]
#[case("end of fiscal year 2019-20", "FY2019")]
#[case("exercice 2019-2020", "FY2019")]
#[case("Fin de l’exercice financier 2019-2020", "FY2019")]
#[case("année financière 2019-2020", "FY2019")]
#[case("2019", "2019")]
#[case("end of 2019", "2019")]
#[case("Ongoing", "ongoing")]
#[case("On-going", "ongoing")]
#[case("En cours", "ongoing")]
#[case("En continu", "ongoing")]
#[case("Annually", "ongoing")]
#[case("TBD", "none")]
#[case("À déterminer", "none")]
#[case("s.o.", "none")]
#[case("N/A", "none")]
#[case("as soon as we can", "none")]
#[case("February 30, 2018", "none")]
#[case("", "none")]
fn a_phrase_is_read_with_its_precision(#[case] text: &str, #[case] code: &str) {
    assert_eq!(lenient(text).due.to_string(), code, "{text}");
}

#[rstest]
#[case("March/April 2017", "2017-04", None, &[Hint::MonthRange])]
#[case("Sept./Oct. 2017", "2017-10", None, &[Hint::MonthRange])]
#[case("December 2010 - June 2011", "2011-06", Some("2010-12-01"), &[Hint::MonthRange])]
#[case("Dec. 2010 – June 2011", "2011-06", Some("2010-12-01"), &[Hint::MonthRange])]
#[case("avril à juin 2018", "2018-06", Some("2018-04-01"), &[Hint::MonthRange])]
#[case("Dec - March 2018", "2018-03", Some("2017-12-01"), &[Hint::MonthRange])]
#[case("de janvier 2018 à mars 2019", "2019-03", Some("2018-01-01"), &[Hint::MonthRange])]
#[case("1 April 2018 to 31 March 2019", "2019-03-31", Some("2018-04-01"), &[Hint::DateRange])]
#[case("1 - 15 March 2018", "2018-03-15", Some("2018-03-01"), &[Hint::DateRange])]
#[case("Q1-Q2 2018-19", "FY2018-Q2", Some("2018-04-01"), &[Hint::DateRange])]
#[case("2018-2021", "2021", None, &[Hint::DateRange])]
#[case("June 2018 and March 2019", "2019-03", None, &[Hint::TwoDates])]
#[case("March 31, 2019 (first draft December 2018)", "2019-03-31", None, &[Hint::TwoDates])]
#[case("Start date: April 2018 Completion: June 2018", "2018-06", Some("2018-04-01"), &[])]
#[case("Début : avril 2018 Fin : juin 2018", "2018-06", Some("2018-04-01"), &[])]
#[case("Monthly Reporting. Q2 2016/17 (Formative Assessment) and ongoing.", "FY2016-Q2", None, &[Hint::AlsoOngoing])]
#[case("Mars 2018, puis en continu", "2018-03", None, &[Hint::AlsoOngoing])]
#[case("Mid-2019", "2019", None, &[Hint::Vague])]
#[case("Début 2019", "2019", None, &[Hint::Vague])]
#[case("By the start of 2019", "2019", None, &[Hint::Vague])]
#[case("Premier semestre 2019", "2019-06", None, &[Hint::Vague])]
#[case("1er semestre de 2019", "2019-06", None, &[Hint::Vague])]
#[case("S1 2019", "2019-06", None, &[Hint::Vague])]
#[case("H1 2019", "2019-06", None, &[Hint::Vague])]
#[case("S2 2019", "2019-12", None, &[Hint::Vague])]
#[case("2019 (S2)", "2019-12", None, &[Hint::Vague])]
#[case("second half of 2019", "2019-12", None, &[Hint::Vague])]
#[case("first half of 2019-20", "2019-09", None, &[Hint::Vague])]
#[case("Deuxième semestre de l’exercice 2019-2020", "2020-03", None, &[Hint::Vague])]
#[case("Au début de l’année 2019", "2019", None, &[Hint::Vague])]
#[case("Beginning of calendar year 2019", "2019", None, &[Hint::Vague])]
#[case("première moitié de l’année 2019", "2019-06", None, &[Hint::Vague])]
#[case("premier semestre de l’année 2019", "2019-06", None, &[Hint::Vague])]
#[case("Second semestre de l’année civile 2019", "2019-12", None, &[Hint::Vague])]
#[case("first half of calendar year 2019", "2019-06", None, &[Hint::Vague])]
#[case("première moitié de l’année 2019-2020", "2019-09", None, &[Hint::Vague])]
#[case("première moitié de l’année financière 2019-2020", "2019-09", None, &[Hint::Vague])]
#[case("second half of fiscal year 2019-20", "2020-03", None, &[Hint::Vague])]
#[case("premier trimestre de l’année 2019", "2019-Q1", None, &[Hint::QuarterYearUnclear])]
#[case("premier trimestre de l’année financière 2019-2020", "FY2019-Q1", None, &[])]
#[case("before April 2019", "2019-03", None, &[Hint::MoreSaid])]
#[case("avant l’année 2019", "2018", None, &[Hint::MoreSaid])]
#[case("avant l’année civile 2019", "2018", None, &[Hint::MoreSaid])]
#[case("avant la fin de l’année 2019", "2019", None, &[])]
#[case("À la fin de l’année 2019", "2019", None, &[])]
#[case("Au cours de l’année 2019", "2019", None, &[])]
#[case("avant le mois de janvier 2019", "2018-12", None, &[Hint::MoreSaid])]
#[case("avant l’été 2019", "2019-spring", None, &[Hint::MoreSaid])]
#[case("Before the start of 2019-20", "FY2018", None, &[Hint::MoreSaid])]
#[case("Not before April 2019", "2019-04", None, &[Hint::MoreSaid])]
#[case("before the end of March 2019", "2019-03", None, &[])]
#[case("before March 31, 2018", "2018-03-31", None, &[])]
#[case("on or before March 2019", "2019-03", None, &[])]
#[case("by or before Q2 2019-20", "FY2019-Q2", None, &[])]
#[case("on or prior to March 2019", "2019-03", None, &[])]
#[case("On or before the start of April 2019", "2019-04", None, &[Hint::Vague])]
#[case("au plus tard en mars 2019 ou avant", "2019-03", None, &[])]
#[case("en mars 2019 ou avant", "2019-03", None, &[])]
#[case("March 2019 or earlier", "2019-03", None, &[])]
#[case("March 2019 or sooner", "2019-03", None, &[])]
#[case("by April 2018", "2018-04", None, &[])]
#[case("d’ici avril 2018", "2018-04", None, &[])]
#[case("12 mois suivant mars 2019", "2019-03", None, &[Hint::MoreSaid])]
#[case("within 6 months of March 2019", "2019-03", None, &[Hint::MoreSaid])]
#[case("within six (6) months of March 2019", "2019-03", None, &[Hint::MoreSaid])]
#[case("dans les 6 (six) mois de mars 2019", "2019-03", None, &[Hint::MoreSaid])]
#[case("within 6 months of the end of March 2019", "2019-03", None, &[Hint::MoreSaid])]
#[case("within six (6) months of the end of March 2019", "2019-03", None, &[Hint::MoreSaid])]
#[case("six mois après la fin de l’exercice 2018-2019", "FY2018", None, &[Hint::MoreSaid])]
#[case("À compter d’avril 2019", "2019-04", None, &[Hint::MoreSaid])]
#[case("Following approval: March 2019", "2019-03", None, &[])]
#[case("Échéance : le mois de mars 2019", "2019-03", None, &[])]
#[case("2011/12", "FY2011", None, &[Hint::YearMonthOrFiscalYear])]
#[case("2013/12", "2013-12", None, &[Hint::YearMonth])]
#[case("03/04/2019", "2019-04-03", None, &[Hint::DayMonthOrder])]
#[case("Q2 2019", "2019-Q2", None, &[Hint::QuarterYearUnclear])]
#[case("TBD", "none", None, &[Hint::ToBeDetermined])]
#[case("When the new system is there", "none", None, &[Hint::NotUnderstood])]
fn what_was_unsure_is_said(#[case] text: &str, #[case] code: &str, #[case] start: Option<&str>, #[case] hints: &[Hint]) {
    let reading = lenient(text);
    assert_eq!(reading.due.to_string(), code, "{text}");
    assert_eq!(reading.start.map(|d| d.to_string()).as_deref(), start, "{text}");
    assert_eq!(reading.hints, hints, "{text}");
}

#[rstest]
#[case("Completed", true, "none")]
#[case("COMPLETED November 2013", true, "2013-11")]
#[case("June 2016 (completed)", true, "2016-06")]
#[case("Terminé – mai 2014", true, "2014-05")]
#[case("Mis en œuvre", true, "none")]
#[case("100 % complete", true, "none")]
#[case("50 % complete", false, "none")]
#[case("Not completed", false, "none")]
#[case("To be completed by June 2018", false, "2018-06")]
#[case("Sera terminé en juin 2018", false, "2018-06")]
#[case("Completion date: June 2018", false, "2018-06")]
#[case("Partially implemented", false, "none")]
#[case("Over due", false, "none")]
fn done_is_only_what_is_said_to_be_done(#[case] text: &str, #[case] completed: bool, #[case] code: &str) {
    let reading = lenient(text);
    assert_eq!((reading.completed, reading.due.to_string().as_str()), (completed, code), "{text}");
}

#[test]
fn the_rest_of_a_column_settles_how_its_dates_are_written() {
    let context = Context::of_column(["2011/12", "2013/12"]);
    assert_eq!(read("2011/12", context).due.to_string(), "2011-12");
    assert_eq!(read("2011/12", context).hints, [Hint::YearMonthOrFiscalYear]);
    let context = Context::of_column(["03/04/2019", "12/31/2019"]);
    assert_eq!(read("03/04/2019", context).due.to_string(), "2019-03-04");
    assert_eq!(read("03/04/2019", context).hints, []);
}

#[test]
fn a_start_and_an_end_with_labels_are_told_apart() {
    let text = "Start date:December 2018\nCompletion: April 2019";
    let reading = lenient(text);
    assert_eq!(reading.due_span.and_then(|span| text.get(span)), Some("April 2019"));
    assert_eq!(reading.start_span.and_then(|span| text.get(span)), Some("December 2018"));
    assert_eq!(reading.start, NaiveDate::from_ymd_opt(2018, 12, 1));
}

#[rstest]
#[case("2018-04", "2018-04")]
#[case("2011-12", "2011-12")]
#[case("FY2018-Q1", "FY2018-Q1")]
#[case("avril 2018", "2018-04")]
#[case("  By the end of March 2019 ", "2019-03")]
#[case("On or before March 2019", "2019-03")]
#[case("au plus tard en mars 2019 ou avant", "2019-03")]
#[case("T2 2018-2019", "FY2018-Q2")]
#[case("automne 2019", "2019-fall")]
#[case("2018-2019", "FY2018")]
#[case("Ongoing", "ongoing")]
#[case("En continu", "ongoing")]
#[case("À déterminer", "none")]
#[case("", "none")]
fn a_form_field_takes_a_phrase_or_a_code(#[case] typed: &str, #[case] code: &str) {
    assert_eq!(parse_due(typed).map(|due| due.to_string()).as_deref(), Ok(code), "{typed}");
}

#[rstest]
#[case("soon", InvalidPhrase::NotUnderstood)]
#[case("31", InvalidPhrase::NotUnderstood)]
#[case("March 31", InvalidPhrase::NotUnderstood)]
#[case("Completed June 2018", InvalidPhrase::NotUnderstood)]
#[case("before April 2019", InvalidPhrase::NotUnderstood)]
#[case("avant l’année 2019", InvalidPhrase::NotUnderstood)]
#[case("six months after the end of March 2019", InvalidPhrase::NotUnderstood)]
#[case("S1 2019", InvalidPhrase::NotUnderstood)]
#[case("Début 2019", InvalidPhrase::NotUnderstood)]
#[case("June 2018 if funds allow", InvalidPhrase::NotUnderstood)]
#[case("June 2018 and ongoing", InvalidPhrase::NotUnderstood)]
#[case("June or July 2018", InvalidPhrase::SeveralDates)]
#[case("2018-2021", InvalidPhrase::SeveralDates)]
#[case("03/04/2019", InvalidPhrase::Ambiguous)]
#[case("Q2 2019", InvalidPhrase::Ambiguous)]
fn a_form_field_refuses_what_is_no_single_date(#[case] typed: &str, #[case] error: InvalidPhrase) {
    assert_eq!(parse_due(typed), Err(error), "{typed}");
}

proptest! {
    #[test]
    fn no_phrase_makes_the_readers_panic(text in any::<String>()) {
        let _ = lenient(&text);
        let _ = parse_due(&text);
        let _ = Context::of_column([text.as_str()]);
    }

    #[test]
    fn every_date_read_has_its_year_in_the_phrase(
        text in "((March|mai|Q[1-4]|T2|fall|FY|31|1er|le|and|to|à|completed|en cours|TBD)[ ./,-]{1,2}|(19|20)[0-9]{2}[ /-]{0,2}|[0-9]{1,2}[ /-]){0,8}"
    ) {
        use chrono::Datelike;
        let reading = lenient(&text);
        if let (Some(first), Some(last)) = (reading.due.first_day(), reading.due.last_day()) {
            let named = |year: i32| text.contains(&format!("{:02}", year % 100));
            prop_assert!(named(first.year()) || named(last.year()) || named(last.year() - 1), "{:?} of {:?}", reading.due, text);
        }
        if let Some(span) = reading.due_span {
            prop_assert!(text.get(span).is_some());
        }
    }

    #[test]
    fn every_code_can_be_typed_back(year in 1900i32..2190, month in 1u32..=12) {
        let due = DueDate::of(crate::dates::Period::Month(year, month)).expect("a month");
        prop_assert_eq!(parse_due(&due.to_string()), Ok(due));
    }
}
