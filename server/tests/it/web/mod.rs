//! The program over HTTP: what a browser, a stranger and a forged form get.

mod conflicts;
mod forms;
mod headers;
mod reports;
mod sign_in;
mod strangers;
