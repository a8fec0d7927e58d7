//! Reminders and the outbox, on both databases and through a real SMTP server.

mod concurrent;
mod digests;
mod jobs;
mod outbox;
pub mod seed;
mod smtp;
