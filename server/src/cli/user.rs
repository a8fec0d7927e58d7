//! `suivi user …`: adding people, and helping those who cannot sign in.

use super::{
    Failure,
    args::{Shared, UserAdd, UserArgs, UserCommand, UserHelp},
    print, setup,
};
use crate::services::accounts::{NewAccount, Rescue};
use domain::text::Email;

/// Does what is asked.
pub(super) async fn run(shared: &Shared, args: UserArgs) -> Result<(), Failure> {
    match args.what {
        UserCommand::Add(new) => add(shared, new).await,
        UserCommand::RemoveSecondFactor(help) => rescue(shared, help, Rescue::SecondFactor).await,
        UserCommand::EndSessions(help) => rescue(shared, help, Rescue::Sessions).await,
        UserCommand::UnlinkAccount(help) => rescue(shared, help, Rescue::WorkAccount).await,
    }
}

/// Adds a person and prints their first link.
async fn add(shared: &Shared, UserAdd { email, name, roles, lang, organisation }: UserAdd) -> Result<(), Failure> {
    let email = address(&email)?;
    let (_, services) = setup::for_command(shared, None).await?;
    let new = NewAccount { name, email, lang, roles, organisation };
    let person = services.add_account(new).await.map_err(Failure::while_doing("Nobody was added"))?;
    let link = services.first_link(person).await.map_err(Failure::new)?;
    print::line(&format!("Added. This link signs them in once, within 24 hours:\n{link}"))
}

/// Does this for somebody, who is told by the next mails.
async fn rescue(shared: &Shared, UserHelp { email, reason }: UserHelp, what: Rescue) -> Result<(), Failure> {
    let email = address(&email)?;
    let (_, services) = setup::for_command(shared, None).await?;
    services.rescue_by_address(&email, what, &reason).await.map_err(Failure::while_doing("Nothing was changed"))?;
    print::line("Done. They are told by mail.")
}

fn address(text: &str) -> Result<Email, Failure> {
    text.parse().map_err(|_| Failure(format!("{text} is not an e-mail address")))
}
