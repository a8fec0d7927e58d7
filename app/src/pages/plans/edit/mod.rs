//! The forms of a plan, its recommendations and its measures: both languages side by side, and what an amendment of
//! something approved needs.

mod answer;
mod measure;
mod missing;
mod owner;
mod parts;
mod plan;
mod recommendation;

pub use measure::{EditMeasure, NewMeasure};
pub use missing::Missing;
pub use owner::NameOwnerPage;
pub use plan::EditPlanPage;
pub use recommendation::{EditRecommendation, NewRecommendation};
