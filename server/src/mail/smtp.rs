//! Handing mails to an SMTP server.

use super::{Letter, SendError, Transport};
use async_trait::async_trait;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::{fmt, time::Duration};
use url::{Host, Url};

/// How long the server may take over one command.
const PATIENCE: Duration = Duration::from_secs(20);

/// The SMTP URL cannot be used. The message never repeats the URL, which may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSmtpUrl {
    /// Not a URL of the right kind.
    #[error("SUIVI_SMTP_URL must look like smtps://user:password@host or smtp://user:password@host:587?tls=required")]
    Form,
    /// A password over an open line.
    #[error("SUIVI_SMTP_URL would send its password unencrypted: use smtps:// or add ?tls=required")]
    OpenPassword,
}

/// An SMTP server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl Smtp {
    /// The server at `smtps://user:password@host:port`, `smtp://user:password@host:port?tls=required`, or
    /// `smtp://host:port` without encryption, which takes no password unless the server is this machine.
    pub fn from_url(url: &str) -> Result<Self, InvalidSmtpUrl> {
        let parsed = Url::parse(url).map_err(|_| InvalidSmtpUrl::Form)?;
        if parsed.password().is_some() && !is_encrypted(&parsed) && !is_this_machine(&parsed) {
            return Err(InvalidSmtpUrl::OpenPassword);
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| InvalidSmtpUrl::Form)?;
        Ok(Self { transport: builder.timeout(Some(PATIENCE)).build() })
    }
}

fn is_encrypted(url: &Url) -> bool {
    url.scheme() == "smtps" || url.query_pairs().any(|(name, value)| name == "tls" && value == "required")
}

fn is_this_machine(url: &Url) -> bool {
    // `smtp` is not one of the schemes whose hosts are told apart, so addresses come as names.
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback()),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

#[async_trait]
impl Transport for Smtp {
    async fn send(&self, letter: &Letter) -> Result<(), SendError> {
        match self.transport.send(letter.message.clone()).await {
            Ok(_) => Ok(()),
            Err(error) => Err(SendError::passing(code(&error))),
        }
    }
}

/// What went wrong, without the words of the server, which may repeat addresses.
fn code(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(status) => format!("smtp-{status}"),
        None if error.is_timeout() => "smtp-timeout".to_owned(),
        None if error.is_tls() => "smtp-tls".to_owned(),
        None if error.is_response() => "smtp-response".to_owned(),
        None if error.is_client() => "smtp-client".to_owned(),
        None => "smtp-connection".to_owned(),
    }
}

/// Credentials stay out of logs.
impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("smtps://u:p@mail.example.ca", None)]
    #[case("smtp://u:p@mail.example.ca:587?tls=required", None)]
    #[case("smtp://mail.example.ca:25", None)]
    #[case("smtp://u:p@127.0.0.1:2525", None)]
    #[case("smtp://u:p@mail.example.ca", Some(InvalidSmtpUrl::OpenPassword))]
    #[case("smtp://u:p@mail.example.ca?tls=opportunistic", Some(InvalidSmtpUrl::OpenPassword))]
    #[case("https://mail.example.ca", Some(InvalidSmtpUrl::Form))]
    #[case("mail.example.ca", Some(InvalidSmtpUrl::Form))]
    fn a_password_is_only_sent_over_an_encrypted_line(#[case] url: &str, #[case] refused: Option<InvalidSmtpUrl>) {
        assert_eq!(Smtp::from_url(url).err(), refused);
    }
}
