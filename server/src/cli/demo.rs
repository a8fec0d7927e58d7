//! `suivi demo`.

use super::{
    Failure,
    args::{DemoArgs, Shared},
    setup,
};
use crate::services::demo;

/// Loads the demonstration plan.
pub(super) async fn run(shared: &Shared, args: DemoArgs) -> Result<(), Failure> {
    let (_, services) = setup::for_command(shared, args.today).await?;
    demo::load(&services, services.clock.today(), false)
        .await
        .map_err(Failure::while_doing("The demonstration was not loaded"))?;
    println!("The demonstration plan is loaded. `suivi serve --demo` shows it without any mail.");
    Ok(())
}
