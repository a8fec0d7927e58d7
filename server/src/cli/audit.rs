//! `suivi audit`.

use super::{
    Failure,
    args::{AuditArgs, AuditCommand, AuditExport, AuditVerify, LogFileFormat, Shared},
    print, setup,
};
use crate::{
    documents::log::{LogFormat, LogWriter},
    services::{Author, Services, audit_text, reports::program_caller},
    store::{Store, StoreError, audit},
};
use app::{api::log::LogFilter, i18n::t};
use std::{
    fs::File,
    io::{BufWriter, Write},
};

/// Checks or exports the log.
pub(super) async fn run(shared: &Shared, args: AuditArgs) -> Result<(), Failure> {
    match args.what {
        AuditCommand::Verify(args) => verify(&setup::store_as_it_is(shared).await?, &args).await,
        AuditCommand::Export(args) => export(&setup::for_command(shared, None).await?.1, args).await,
    }
}

async fn verify(store: &Store, args: &AuditVerify) -> Result<(), Failure> {
    let lang = args.lang;
    let found: Result<_, StoreError> = store.read(async |tx| audit::inspect(tx, args.expect.as_ref()).await).await;
    let found = found.map_err(Failure::while_doing(&t(lang, "cli-audit-unreadable")))?;
    let words = audit_text(lang, &found);
    if found.holds() {
        return print::text(&words);
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
    let command = "suivi audit export";
    let caller = program_caller(command, args.lang);
    let format = match args.format {
        LogFileFormat::Csv => LogFormat::Csv,
        LogFileFormat::Json => LogFormat::Json,
    };
    let author = Author::program(command, services.clock.now());
    services.note_export(&author, &LogFilter::default(), format.extension()).await.map_err(Failure::new)?;
    let mut writer = LogWriter::new(format, args.lang, services.clock.zone());
    if !print::put(&mut out, &writer.begin().map_err(Failure::new)?)? {
        return Ok(());
    }
    let mut after = 0;
    loop {
        let rows = services.export_log(&caller, &LogFilter::default(), after).await.map_err(Failure::new)?;
        let Some(last) = rows.last() else { break };
        after = last.row.id;
        if !print::put(&mut out, &writer.rows(&rows).map_err(Failure::new)?)? {
            return Ok(());
        }
    }
    print::put(&mut out, &writer.end()).map(|_| ())
}
