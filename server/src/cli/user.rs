//! `suivi user add`.

use super::{
    Failure,
    args::{Shared, UserAdd, UserArgs, UserCommand},
    setup,
};
use crate::services::accounts::NewAccount;

/// Adds a person and prints their first link.
pub(super) async fn run(shared: &Shared, args: UserArgs) -> Result<(), Failure> {
    let UserCommand::Add(UserAdd { email, name, roles, lang, organisation }) = args.what;
    let email = email.parse().map_err(|_| Failure(format!("{email} is not an e-mail address")))?;
    let (_, services) = setup::for_command(shared, None).await?;
    let new = NewAccount { name, email, lang, roles, organisation };
    let person = services.add_account(new).await.map_err(Failure::while_doing("Nobody was added"))?;
    let link = services.first_link(person).await.map_err(Failure::new)?;
    println!("Added. This link signs them in once, within 24 hours:\n{link}");
    Ok(())
}
