//! A transport together with the address mails are sent from.

use super::{
    Letter, SendError, Transport,
    letter::{Envelope, host},
};
use lettre::message::Mailbox;
use std::{sync::Arc, time::Duration};
use url::Url;

/// The longest a single hand-over may take, well below the lease of the outbox.
const PATIENCE: Duration = Duration::from_secs(60);

/// The sender is not `name@host` or `Name <name@host>`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the sender of mails must look like suivi@organisation.gc.ca or Suivi <suivi@organisation.gc.ca>")]
pub struct InvalidSender;

/// Hands mails over. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Mailer {
    transport: Arc<dyn Transport>,
    from: Mailbox,
}

impl Mailer {
    /// Sends through `transport` in the name of `from`.
    pub fn new(transport: Arc<dyn Transport>, from: &str) -> Result<Self, InvalidSender> {
        Ok(Self { transport, from: from.parse().map_err(|_| InvalidSender)? })
    }

    /// Hands one mail over.
    pub async fn send(&self, base_url: &Url, envelope: &Envelope<'_>) -> Result<(), SendError> {
        let letter = Letter::new(&self.from, host(base_url), envelope)?;
        match tokio::time::timeout(PATIENCE, self.transport.send(&letter)).await {
            Ok(result) => result,
            Err(_) => Err(SendError::passing("timeout")),
        }
    }
}
