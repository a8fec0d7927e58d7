//! `suivi audit`.

use super::{
    Failure,
    args::{AuditArgs, AuditCommand, AuditExport, LogFileFormat, Shared},
    setup,
};
use crate::{
    documents::log::{LogFormat, LogWriter},
    services::{Services, audit_text, reports::program_caller},
    store::{StoreError, audit},
};
use app::{api::log::LogFilter, i18n::t};
use domain::text::Lang;
use std::{
    fs::File,
    io::{BufWriter, Write},
};

/// Checks or exports the log.
pub(super) async fn run(shared: &Shared, args: AuditArgs) -> Result<(), Failure> {
    let (_, services) = setup::for_command(shared, None).await?;
    match args.what {
        AuditCommand::Verify(args) => verify(&services, args.lang).await,
        AuditCommand::Export(args) => export(&services, args).await,
    }
}

async fn verify(services: &Services, lang: Lang) -> Result<(), Failure> {
    let found: Result<_, StoreError> = services.store.read(async |tx| audit::inspect(tx).await).await;
    let found = found.map_err(Failure::while_doing(&t(lang, "cli-audit-unreadable")))?;
    let words = audit_text(lang, &found);
    if found.broken.is_empty() {
        print!("{words}");
        return Ok(());
    }
    Err(Failure(words.trim_end().to_owned()))
}

async fn export(services: &Services, args: AuditExport) -> Result<(), Failure> {
    let mut out: Box<dyn Write + Send> = match &args.output {
        None => Box::new(std::io::stdout()),
        Some(path) => {
            let trouble = format!("{} cannot be written", path.display());
            Box::new(BufWriter::new(File::create(path).map_err(Failure::while_doing(&trouble))?))
        }
    };
    let caller = program_caller("suivi audit export", args.lang);
    let format = match args.format {
        LogFileFormat::Csv => LogFormat::Csv,
        LogFileFormat::Json => LogFormat::Json,
    };
    let mut writer = LogWriter::new(format, args.lang, services.clock.zone());
    let trouble = "The log cannot be written";
    out.write_all(&writer.begin().map_err(Failure::new)?).map_err(Failure::while_doing(trouble))?;
    let mut after = 0;
    loop {
        let rows = services.export_log(&caller, &LogFilter::default(), after).await.map_err(Failure::new)?;
        let Some(last) = rows.last() else { break };
        after = last.row.id;
        out.write_all(&writer.rows(&rows).map_err(Failure::new)?).map_err(Failure::while_doing(trouble))?;
    }
    out.write_all(&writer.end()).and_then(|()| out.flush()).map_err(Failure::while_doing(trouble))
}
