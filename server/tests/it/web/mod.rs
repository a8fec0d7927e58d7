//! The program over HTTP: what a browser, a stranger and a forged form get.

mod behind;
mod conflicts;
mod costs;
mod evidence;
mod forms;
mod headers;
mod limits;
mod log;
mod passwords;
mod plan_edit;
mod reports;
mod roles;
mod routes;
mod safety;
mod second_factor;
mod sessions;
mod sign_in;
mod sso;
mod strangers;
mod words;
