//! The flags of `suivi user`.

use super::spoken;
use crate::cli::examples;
use clap::{Args, Subcommand};
use domain::{people::Role, text::Lang};

/// User.
#[derive(Debug, Args)]
#[command(after_help = examples::USER)]
pub struct UserArgs {
    /// What to do.
    #[command(subcommand)]
    pub what: UserCommand,
}

/// What to do with people.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add a person and print a one-time sign-in link for them.
    Add(UserAdd),
    /// Take away the second factor of somebody who lost it. They are told by mail.
    #[command(after_help = examples::REMOVE_FACTOR)]
    RemoveSecondFactor(UserHelp),
    /// End every session of somebody, and the links on their way. They are told by mail.
    #[command(after_help = examples::END_SESSIONS)]
    EndSessions(UserHelp),
    /// Forget the work account of somebody who got another one with the same address. They are told by mail.
    #[command(after_help = examples::UNLINK_ACCOUNT)]
    UnlinkAccount(UserHelp),
}

/// Somebody to help.
#[derive(Debug, Args)]
pub struct UserHelp {
    /// The e-mail address.
    pub email: String,
    /// Why; it is kept on the audit trail.
    #[arg(long, value_name = "WORDS")]
    pub reason: String,
}

/// A person to add.
#[derive(Debug, Args)]
#[command(after_help = examples::USER)]
pub struct UserAdd {
    /// The e-mail address.
    pub email: String,
    /// The name.
    #[arg(long)]
    pub name: String,
    /// A role on the whole instance: administrator, coordinator, lead, member, executive or reader. May be repeated.
    #[arg(long = "role", value_name = "ROLE", required = true)]
    pub roles: Vec<Role>,
    /// The language they are written to in.
    #[arg(long, value_name = "fr|en", default_value_t = spoken())]
    pub lang: Lang,
    /// The short code of their organisation; a new one is added.
    #[arg(long, value_name = "CODE")]
    pub organisation: Option<String>,
}
