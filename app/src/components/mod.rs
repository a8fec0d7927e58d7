//! Pieces several pages share. They show what they are given and ask the backend nothing.

pub mod address;
pub mod amended;
pub mod badge;
pub mod bar;
pub mod bilingual;
pub mod breadcrumbs;
pub mod check;
pub mod conflict;
pub mod dates;
pub mod deliverables;
pub mod errors;
pub mod escape;
pub mod evidence;
pub mod form;
pub mod help;
pub mod history;
pub mod language_switch;
pub mod measures;
pub mod nav;
pub mod notice;
pub mod page;
pub mod pagination;
pub mod password;
pub mod response;
#[cfg(test)]
pub mod testing;
pub mod text;
pub mod tick;
