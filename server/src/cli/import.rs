//! `suivi import`.

use super::{
    Failure,
    args::{ImportArgs, Shared},
    print, setup,
};
use crate::services::{Author, imports::Head};
use app::{
    components::form,
    error::AppError,
    i18n::{Arg, dates, name_of, t, t_args},
};
use domain::{
    draft::{DraftWarning, ImportError, PlanDraft},
    problem::Problem,
    text::Lang,
};

/// Shows what was understood of a file, or writes it as a draft plan.
pub(super) async fn run(shared: &Shared, args: ImportArgs) -> Result<(), Failure> {
    let trouble = format!("{} cannot be read", args.file.display());
    let bytes = std::fs::read(&args.file).map_err(Failure::while_doing(&trouble))?;
    let name = args.file.file_name().and_then(|name| name.to_str());
    let draft = import::read(&bytes, name).map_err(|error| Failure(refused(args.lang, &error)))?;
    if args.json {
        return print::line(&serde_json::to_string_pretty(&import::expected_json(&draft)).map_err(Failure::new)?);
    }
    print::text(&summary(args.lang, &draft))?;
    if let Some(title) = args.plan.filter(|_| !args.preview) {
        let (_, services) = setup::for_command(shared, args.today).await?;
        let author = Author::program("suivi import", services.clock.now());
        let head = Head { title, kind: args.kind, url: args.url, published_on: args.published };
        let written = services.commit_draft(&author, head, &draft).await;
        let plan = written.map_err(|error| Failure(not_written(args.lang, &error, &draft)))?;
        print::line(&t_args(args.lang, "cli-import-written", &[("id", Arg::from(plan.to_string()))]))?;
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

/// Why nothing was written: each problem with its field and, where it has one, its line of the source.
fn not_written(lang: Lang, error: &AppError, draft: &PlanDraft) -> String {
    let problems: Vec<String> = error.problems().iter().map(|problem| wrong(lang, problem, draft)).collect();
    let words = t(lang, &error.message_key());
    if problems.is_empty() {
        return words;
    }
    let words = format!("{words}\n  {}", problems.join("\n  "));
    if error.problems().iter().any(is_for_the_web) { words + "\n" + &t(lang, "cli-import-on-web") } else { words }
}

/// Whether no flag can put it right, and the preview on the web can.
fn is_for_the_web(problem: &Problem) -> bool {
    problem.field.starts_with("recommendations[") || problem.field.starts_with("response_")
}

fn wrong(lang: Lang, problem: &Problem, draft: &PlanDraft) -> String {
    let row = |list: &str| problem.field.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?.0.parse::<usize>().ok();
    let measure = row("measures").and_then(|row| Some(draft.measures.get(row)?.place.line));
    let line = measure.or_else(|| row("recommendations").and_then(|row| Some(draft.recommendations.get(row)?.place.line)));
    let answer = || draft.response.as_ref().filter(|_| problem.field.starts_with("response_")).map(|answer| answer.place.line);
    let line = line.or_else(answer);
    let line = line.filter(|line| *line > 0).map(|line| t_args(lang, "cli-at-line", &[("line", Arg::from(line.to_string()))]));
    let args =
        [("field", Arg::from(form::label(lang, &problem.field))), ("problem", Arg::from(name_of(lang, "problem", problem.code)))];
    t_args(lang, "cli-problem", &args) + &line.unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;
    use domain::problem::ProblemCode;

    #[test]
    fn what_could_not_be_written_names_its_field_and_its_line() {
        let source = "Plan\n\n| Recommendation | Action | Due date |\n|---|---|---|\n| 1. Measure. | Choose. | April 2018 |\n";
        let draft = import::read(source.as_bytes(), Some("plan.txt")).expect("a plan");
        let problems =
            vec![Problem::new("measures[0][due]", ProblemCode::NotADate), Problem::new("source_url", ProblemCode::NotALink)];
        let words = not_written(Lang::En, &AppError::Invalid(problems), &draft);
        assert!(words.contains("Due (row 1): ") && words.contains("(line 5)"), "{words}");
        assert!(words.lines().count() == 3 && !words.contains("field-"), "{words}");
    }
}
