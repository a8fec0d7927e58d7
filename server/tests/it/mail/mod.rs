//! Reminders and the outbox, on both databases and through a real SMTP server.

mod concurrent;
mod digests;
mod jobs;
mod outbox;
mod seed;
mod smtp;
