//! The program over HTTP: what a browser, a stranger and a forged form get.

mod forms;
mod headers;
mod sign_in;
mod strangers;
