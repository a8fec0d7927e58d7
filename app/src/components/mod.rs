//! Pieces several pages share. They show what they are given and ask the backend nothing.

pub mod breadcrumbs;
pub mod errors;
pub mod form;
pub mod language_switch;
pub mod nav;
pub mod page;
pub mod pagination;
pub mod text;
