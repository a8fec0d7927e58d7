//! `suivi remind`.

use super::{
    Failure,
    args::{RemindArgs, Shared},
    print, setup,
};
use crate::{jobs, services::reminders};

/// Shows, or writes and sends, what is due to be said today.
pub(super) async fn run(shared: &Shared, args: RemindArgs) -> Result<(), Failure> {
    let (config, services) = setup::for_command(shared, args.today).await?;
    setup::hint_at_demo(&config, &services).await?;
    let today = services.clock.today();
    if args.dry_run {
        let preview = reminders::preview(&services, today).await.map_err(Failure::new)?;
        return print::text(&reminders::preview_text(args.lang, &preview, today, &services.settings.base_url));
    }
    let mailer = super::serve::mailer(&config)?;
    let (reminded, sent) = jobs::once(&services, &mailer).await.map_err(Failure::new)?;
    print::line(&format!("{}\n{}", reminders::report_text(args.lang, &reminded), reminders::sent_text(args.lang, &sent)))
}
