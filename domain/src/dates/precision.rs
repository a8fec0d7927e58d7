//! How exact a promised date is.

use crate::codes::coded;

coded! {
    /// The precision of a promised date (rule 1). `Ongoing` and `None` have no day at all.
    DatePrecision {
        /// A calendar day.
        Day = "day",
        /// A calendar month.
        Month = "month",
        /// A calendar quarter, January to March being the first.
        Quarter = "quarter",
        /// A quarter of a fiscal year, April to June being the first.
        FiscalQuarter = "fiscal_quarter",
        /// A season; see [`Season`].
        Season = "season",
        /// A fiscal year, April to March.
        FiscalYear = "fiscal_year",
        /// A calendar year.
        Year = "year",
        /// Promised as continuous work: never late, never done by a date.
        Ongoing = "ongoing",
        /// No date was promised.
        None = "none",
    }
}

coded! {
    /// A season as federal plans use the word: winter 2019 is January to March 2019, so that a season is always
    /// one calendar quarter and its last day is known.
    Season {
        /// January to March.
        Winter = "winter",
        /// April to June.
        Spring = "spring",
        /// July to September.
        Summer = "summer",
        /// October to December.
        Fall = "fall",
    }
}
