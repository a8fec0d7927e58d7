//! Everything behind the pages.

pub mod cli;
pub mod clock;
pub mod config;
pub mod documents;
pub mod files;
pub mod jobs;
pub mod mail;
pub mod services;
pub mod store;
pub mod web;
