//! `suivi import`.

use super::{
    Failure,
    args::{ImportArgs, Shared},
    setup,
};
use crate::services::Author;
use app::i18n::{Arg, dates, t, t_args};
use domain::{
    draft::{DraftWarning, ImportError, PlanDraft},
    text::Lang,
};

/// Shows what was understood of a file, or writes it as a draft plan.
pub(super) async fn run(shared: &Shared, args: ImportArgs) -> Result<(), Failure> {
    let trouble = format!("{} cannot be read", args.file.display());
    let bytes = std::fs::read(&args.file).map_err(Failure::while_doing(&trouble))?;
    let name = args.file.file_name().and_then(|name| name.to_str());
    let draft = import::read(&bytes, name).map_err(|error| Failure(refused(args.lang, &error)))?;
    if args.json {
        println!("{}", serde_json::to_string_pretty(&import::expected_json(&draft)).map_err(Failure::new)?);
        return Ok(());
    }
    print!("{}", summary(args.lang, &draft));
    if let Some(title) = args.plan.filter(|_| !args.preview) {
        let (_, services) = setup::for_command(shared, args.today).await?;
        let author = Author::program("suivi import", services.clock.now());
        let plan =
            services.commit_draft(&author, &title, &draft).await.map_err(|error| Failure(t(args.lang, &error.message_key())))?;
        println!("{}", t_args(args.lang, "cli-import-written", &[("id", Arg::from(plan.to_string()))]));
    }
    Ok(())
}

/// The error in words, naming the line.
fn refused(lang: Lang, error: &ImportError) -> String {
    let mut words = t(lang, &error.code.message_key());
    if let Some(line) = error.line {
        words += &t_args(lang, "cli-at-line", &[("line", Arg::from(line.to_string()))]);
    }
    if let Some(detail) = &error.detail {
        words += &format!(" ({detail})");
    }
    words
}

/// The draft as a person checks it.
fn summary(lang: Lang, draft: &PlanDraft) -> String {
    let mut lines = Vec::new();
    lines.extend(draft.title.clone());
    let counts = [("recommendations", Arg::from(draft.recommendations.len())), ("measures", Arg::from(draft.measures.len()))];
    lines.push(t_args(lang, "cli-import-counts", &counts));
    for (index, measure) in draft.measures.iter().enumerate() {
        let number = measure.recommendation.map_or_else(String::new, |r| format!(" → {}", r + 1));
        let label = measure.label.clone().unwrap_or_else(|| (index + 1).to_string());
        lines.push(format!("{label}{number}  {}  [{}]", measure.text, dates::due(lang, measure.due)));
        lines.extend(measure.deliverables.iter().map(|d| format!("    – {}{}", d.text, if d.doubtful { " (?)" } else { "" })));
    }
    lines.extend(draft.warnings.iter().map(|warning| warned(lang, warning)));
    lines.join("\n") + "\n"
}

fn warned(lang: Lang, warning: &DraftWarning) -> String {
    let line = t_args(lang, "cli-at-line", &[("line", Arg::from(warning.place.line.to_string()))]);
    format!("! {}{line}", t(lang, &warning.code.message_key()))
}
