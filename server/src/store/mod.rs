//! The database: connections, transactions and every SQL statement of Suivi.

pub mod entities;
