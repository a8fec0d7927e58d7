//! The tests of the program from outside: services on both databases, pages over HTTP, commands.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests, too, say what they expect and skip"
)]

mod access;
mod account;
mod admin;
mod audit;
mod cli;
mod comments;
mod contacts;
mod costs;
mod decisions;
mod demo;
mod documents;
mod evidence;
mod imports;
mod mail;
mod plan_life;
mod plans;
mod progress;
mod queries;
mod reports;
mod schema;
mod support;
mod trail;
mod updates;
mod upgrade;
mod web;
mod work;
