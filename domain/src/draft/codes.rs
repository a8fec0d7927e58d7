//! The codes of what an importer may warn of or refuse. Their wording is in the catalogue (`import.ftl`).

use crate::{codes::coded, text::Coded};

coded! {
    /// What a careful person should look at before committing a draft.
    WarningCode {
        /// Two months were given; the last one counts.
        MonthRange = "month_range",
        /// A span of days, quarters or years was given; its end counts.
        DateRange = "date_range",
        /// Several dates were given; the latest counts.
        TwoDates = "two_dates",
        /// A date was given and the work goes on after it.
        AlsoOngoing = "also_ongoing",
        /// The words of the date were not understood.
        DateNotUnderstood = "date_not_understood",
        /// The row has no date at all.
        DateMissing = "date_missing",
        /// The date is to be determined.
        DateToBeDetermined = "date_to_be_determined",
        /// Early, mid or about: the end of the named period counts.
        DateVague = "date_vague",
        /// Words beside the date make it another one: before it, so long after it.
        DateMoreSaid = "date_more_said",
        /// A year and a month, as the rest of the column shows.
        YearMonth = "yyyy/mm",
        /// A year and a month, or a fiscal year.
        YearMonthOrFiscalYear = "yyyy/mm_or_fiscal_year",
        /// Day and month could change places.
        DayMonthOrder = "day_month_order",
        /// A quarter with one year: calendar or fiscal.
        QuarterYearUnclear = "quarter_year_unclear",
        /// A fiscal year named by one year.
        FiscalYearUnclear = "fiscal_year_unclear",
        /// The start lies after the due date.
        StartAfterDue = "start_after_due",
        /// Sentences of one cell may be deliverables of their own.
        DeliverablesDoubtful = "deliverables_doubtful",
        /// The owner was taken from the row above.
        OwnerInherited = "owner_inherited",
        /// Labels in one cell do not all recur in the other cells.
        LabelsDoNotMatch = "labels_do_not_match",
        /// The recommendations come from a list elsewhere and were linked to the measures by order.
        RecommendationsLinkedByOrder = "recommendations_linked_by_order",
        /// Measures stand without a recommendation.
        RecommendationMissing = "recommendation_missing",
        /// A recommendation has a number and no text.
        RecommendationWithoutText = "recommendation_without_text",
        /// The words of a response say neither yes nor no.
        ResponseNotUnderstood = "response_not_understood",
        /// The table has no header; columns were told apart by their content.
        HeadersMissing = "headers_missing",
        /// A column was recognised although its header is misspelled.
        HeaderGuessed = "header_guessed",
        /// A column whose header is not known was left out.
        ColumnIgnored = "column_ignored",
        /// A row has other cells than the header.
        RowCells = "row_cells",
        /// A row that holds no measure was left out.
        RowIgnored = "row_ignored",
        /// The characters were not UTF-8 and were read as Windows-1252.
        EncodingGuessed = "encoding_guessed",
    }
}

coded! {
    /// Why a source could not be read at all.
    ImportErrorCode {
        /// Nothing in it.
        Empty = "empty",
        /// More bytes than are read.
        TooLarge = "too_large",
        /// More rows or cells than are read.
        TooManyCells = "too_many_cells",
        /// Not a text.
        NotText = "not_text",
        /// A kind of file that is not read.
        FormatNotSupported = "format_not_supported",
        /// No table or form of a plan in it.
        NoPlanFound = "no_plan_found",
        /// A plan without any measure.
        NoMeasureFound = "no_measure_found",
        /// A table drawn with bars has no line of dashes below its header.
        DashesMissing = "dashes_missing",
        /// A row with more or fewer cells than the header.
        RowCells = "row_cells",
        /// A quotation mark that is never closed.
        UnclosedQuote = "unclosed_quote",
    }
}

impl WarningCode {
    /// The key of its wording in the catalogue.
    #[must_use]
    pub fn message_key(self) -> String {
        format!("import-warning-{}", self.code().replace(['_', '/'], "-"))
    }
}

impl ImportErrorCode {
    /// The key of its wording in the catalogue.
    #[must_use]
    pub fn message_key(self) -> String {
        format!("import-error-{}", self.code().replace('_', "-"))
    }
}
