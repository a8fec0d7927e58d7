//! `suivi report`.

use super::{
    Failure,
    args::{OneReport, ReportArgs, ReportFormat, Shared, Which},
    print, setup,
};
use crate::{
    documents::{self, Format, Report},
    services::{Services, reports::program_caller},
};
use app::{
    backend::Reports,
    i18n::{Arg, t, t_args},
};

/// Makes a report and writes it to a file or the terminal.
pub(super) async fn run(shared: &Shared, args: ReportArgs) -> Result<(), Failure> {
    let (Which::Meeting(one) | Which::Overdue(one)) = &args.which;
    let (config, services) = setup::for_command(shared, one.today).await?;
    setup::hint_at_demo(&config, &services).await?;
    let caller = program_caller("suivi report", one.lang);
    let refused = |error: app::error::AppError| Failure(t(one.lang, &error.message_key()));
    let plan = match &one.plan {
        Some(words) => Some(plan_of(&services, words, one).await?),
        None => None,
    };
    let report = match (&args.which, plan) {
        (Which::Meeting(_), None) => return Err(Failure(t(one.lang, "cli-report-needs-plan"))),
        (Which::Meeting(_), Some(plan)) => {
            Report::Meeting(Box::new(Reports::meeting(&services, &caller, plan, one.date).await.map_err(refused)?))
        }
        (Which::Overdue(_), plan) => {
            Report::Overdue(Box::new(Reports::overdue(&services, &caller, plan, one.date).await.map_err(refused)?))
        }
    };
    let format = match one.format {
        ReportFormat::Html => Format::Html,
        ReportFormat::Json => Format::Json,
        ReportFormat::Csv => Format::Csv,
    };
    write(one, &documents::render(&report, format).map_err(Failure::new)?)
}

/// The plan that is meant; several or none are said.
async fn plan_of(services: &Services, words: &str, one: &OneReport) -> Result<i64, Failure> {
    let found = services.plans_matching(words).await.map_err(Failure::new)?;
    let words = [("words", Arg::from(words.to_owned()))];
    match found.as_slice() {
        [] => Err(Failure(t_args(one.lang, "cli-report-no-plan", &words))),
        [plan] => Ok(plan.id),
        several => {
            let title = |id: i64, text: Option<String>| format!("\n  {id}  {}", text.unwrap_or_default());
            let list = several.iter().map(|plan| title(plan.id, plan.title.for_reader(one.lang).map(|t| t.text)));
            Err(Failure(t_args(one.lang, "cli-report-several-plans", &words) + &list.collect::<String>()))
        }
    }
}

fn write(one: &OneReport, bytes: &[u8]) -> Result<(), Failure> {
    match &one.output {
        Some(path) => {
            let trouble = format!("{} cannot be written", path.display());
            std::fs::write(path, bytes).map_err(Failure::while_doing(&trouble))
        }
        None => print::bytes(bytes),
    }
}
