//! The tests of the program from outside: services on both databases, pages over HTTP, commands.

mod audit;
mod demo;
mod mail;
mod reports;
mod schema;
mod support;
