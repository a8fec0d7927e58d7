//! The title of the source report: the heading that names an evaluation, audit or review, without what only says that
//! a plan follows.

use crate::document::{Block, Document, Kind};
use crate::forms;
use crate::plain::plain;
use crate::roles::{self, Roles};
use domain::text::fold;

pub fn of(document: &Document, before: usize) -> Option<String> {
    let mut candidates: Vec<(usize, String)> = Vec::new();
    for (at, block) in document.blocks.iter().take(before + 1).enumerate() {
        match block {
            Block::Text(_, line) if line.item || line.text.len() > 600 => {}
            Block::Text(kind, line) => {
                let labelled = forms::cut(&line.text).into_iter().find(|p| p.roles == Roles::TITLE).map(|p| p.text);
                let is_labelled = labelled.is_some();
                if let Some(name) = clean(&labelled.unwrap_or_else(|| line.text.clone())) {
                    candidates.push((rank(*kind, at, is_labelled, &name), name));
                }
            }
            Block::Table(grid) => {
                let head = grid.fresh(0).filter(|(_, c)| !c.is_blank()).map(|(_, c)| c.flat()).collect::<Vec<_>>();
                let alone = (head.len() == 1).then(|| head.concat());
                for text in [grid.caption.clone(), alone].into_iter().flatten() {
                    candidates.extend(clean(&text).filter(|name| names_a_report(name)).map(|name| (2, name)));
                }
            }
        }
    }
    candidates.extend(document.title.as_deref().and_then(clean).map(|name| (2, name)));
    candidates.into_iter().filter(|(rank, _)| *rank > 0).rev().max_by_key(|(rank, _)| *rank).map(|(_, name)| name)
}

fn rank(kind: Kind, at: usize, labelled: bool, name: &str) -> usize {
    if labelled {
        return 9;
    }
    let report = if names_a_report(name) { 3 } else { 0 };
    match kind {
        Kind::Heading(1) => 4 + report,
        Kind::Heading(_) if report > 0 && at < 8 => 2 + report,
        Kind::Text if report > 0 && at < 8 && name.chars().count() < 200 && !name.ends_with('.') => 1 + report,
        _ => 0,
    }
}

fn names_a_report(text: &str) -> bool {
    let folded = fold(text);
    ["evaluation", "audit", "review", "verification", "examen"].iter().any(|word| folded.contains(word))
}

/// A heading without "Archived", the name of the plan and the date; `None` when nothing is left.
fn clean(text: &str) -> Option<String> {
    let text = plain(text);
    if text.chars().count() > 300 {
        return None;
    }
    let dashed = text.replace(" - ", " – ").replace(" — ", " – ");
    let kept: Vec<&str> = dashed.split(" – ").map(str::trim).filter(|part| is_telling(part)).collect();
    let title = kept.join(" – ");
    let title = title.trim_end_matches([':', ' ']);
    let title = match title.rsplit_once(':') {
        Some((name, plan)) if roles::is_plan_heading(plan) => name.trim(),
        _ => title,
    };
    let title = match title.split_once(':') {
        Some((plan, name)) if roles::is_plan_heading(plan) && !names_a_report(plan) => name.trim(),
        _ => title,
    };
    (title.chars().count() > 3).then(|| title.to_owned())
}

fn is_telling(part: &str) -> bool {
    let folded = fold(part);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).count();
    let only_plan = roles::is_plan_heading(part) && words <= 9 && !names_a_report(part);
    let reading = domain::dates::phrase::read(part, domain::dates::phrase::Context::default());
    let only_date = reading.is_date_like() && reading.dates > 0;
    !(folded.starts_with("archiv") || only_plan || only_date || folded.is_empty())
}
