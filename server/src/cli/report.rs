//! `suivi report`.

use super::{
    Failure,
    args::{OneReport, ReportArgs, ReportFormat, Shared, Which},
    setup,
};
use crate::documents::{self, Format};
use app::i18n::t;
use std::io::Write;

/// Makes a report and writes it to a file or the terminal.
pub(super) async fn run(shared: &Shared, args: ReportArgs) -> Result<(), Failure> {
    let (Which::Meeting(one) | Which::Overdue(one)) = &args.which;
    let (_, services) = setup::for_command(shared, one.today).await?;
    let format = match one.format {
        ReportFormat::Html => Format::Html,
        ReportFormat::Json => Format::Json,
        ReportFormat::Csv => Format::Csv,
    };
    let refused = |error: app::error::AppError| Failure(t(one.lang, &error.message_key()));
    let plan = match &one.plan {
        Some(named) => {
            Some(services.find_plan(named).await.map_err(refused)?.ok_or_else(|| Failure(format!("There is no plan {named}")))?)
        }
        None => None,
    };
    let bytes = match &args.which {
        Which::Meeting(_) => {
            let plan = plan.ok_or_else(|| Failure::new("The report of a meeting needs --plan, a plan's number or title"))?;
            let report = services.meeting_report_for_system(plan, one.date, one.lang).await.map_err(refused)?;
            documents::meeting(&report, format, services.clock.today())
        }
        Which::Overdue(_) => {
            let report = services.overdue_summary_for_system(plan, one.date, one.lang).await.map_err(refused)?;
            documents::overdue(&report, format, services.clock.today())
        }
    };
    write(one, &bytes.map_err(Failure::while_doing("The report cannot be made"))?)
}

fn write(one: &OneReport, bytes: &[u8]) -> Result<(), Failure> {
    match &one.output {
        Some(path) => {
            let trouble = format!("{} cannot be written", path.display());
            std::fs::write(path, bytes).map_err(Failure::while_doing(&trouble))
        }
        None => std::io::stdout().write_all(bytes).map_err(Failure::while_doing("The terminal cannot be written to")),
    }
}
