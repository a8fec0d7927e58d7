//! The arithmetic of the status report and the overdue summary: counts, ageing, comparisons. Pure: the services
//! bring the records, the pages and documents show the numbers.

mod ageing;
mod meeting;
mod picture;

pub use ageing::{AgeBand, Ageing};
pub use meeting::{Section, section_of};
pub use picture::{Picture, Tracked};
