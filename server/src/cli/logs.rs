//! Where the log goes: to the standard error, so that what commands print can be piped.

use super::Failure;
use crate::config::{Config, LogFormat};
use tracing_subscriber::{EnvFilter, fmt};

/// Starts the log.
pub(super) fn start(config: &Config) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&config.log).map_err(Failure::while_doing("SUIVI_LOG cannot be read"))?;
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = match config.log_format {
        LogFormat::Text => log.compact().try_init(),
        LogFormat::Json => log.json().try_init(),
    };
    started.map_err(Failure::while_doing("The log cannot be started"))
}
