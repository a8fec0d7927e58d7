//! The arithmetic of the status report and the overdue summary: counts, ageing, comparisons. Pure: the services
//! bring the records, the pages and documents show the numbers.

mod ageing;
mod history;
mod meeting;
mod overdue;
mod picture;

pub use ageing::{AgeBand, Ageing};
pub use history::{
    MeasureHistory, PastDeliverable, PastExtension, PastReport, PastStanding, Standing, dates_as_of, is_open_request,
};
pub use meeting::{Section, section_of};
pub use overdue::{ExecutiveAsked, closed_from, look_ahead, report_order, trend_days};
pub use picture::{Picture, Tracked};
