//! What single cells of a plan's table say: dates beside names, dittos, dashes, footnotes.

use crate::document::Cell;
use crate::fields;
use crate::roles::Roles;
use crate::split::Parts;
use domain::dates::phrase::{self, Context};

/// Cells that hold an owner or a text and a date: the lines that are dates, else the date within a line.
pub fn mixed_cell(parts: &mut Parts, roles: Roles, cell: &Cell, context: Context) -> bool {
    let mut found = false;
    for line in &cell.lines {
        let text = line.text.as_str();
        if phrase::read(text, context).is_date_like() {
            push_line(&mut parts.due, &line.raw);
            found = true;
        } else if let Some((date, left)) = fields::date_within(text, context).filter(|_| roles.has(Roles::OWNER) || !found) {
            push_line(&mut parts.due, &date);
            found = true;
            if roles.has(Roles::OWNER) {
                parts.owner_lines.push(left);
            }
        } else if roles.has(Roles::OWNER) {
            parts.owner_lines.push(text.to_owned());
        }
    }
    found
}

/// Adds a line to what a cell says.
pub fn push_line(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

/// What stands in a cell for "the same as above".
pub fn is_ditto(text: &str) -> bool {
    let folded = domain::text::fold(text);
    matches!(
        folded.trim_end_matches('.'),
        "\"" | "''" | "”" | "»" | "idem" | "ditto" | "as above" | "same as above" | "meme que ci-dessus" | "voir ci-dessus"
    )
}

/// What stands in a cell that could as well be blank.
pub fn is_nothing(text: &str) -> bool {
    matches!(
        domain::text::fold(text).trim_end_matches('.'),
        "n/a" | "na" | "-" | "–" | "—" | "s.o" | "s/o" | "sans objet" | "not applicable" | "none" | "aucune" | "nil"
    )
}

/// What stands below the rows of a table, not in one of them.
pub fn is_footnote(text: &str) -> bool {
    text.starts_with(['*', '†', '‡', '¹'])
        || ["note:", "note :", "notes:", "notes :", "source:", "source :"].iter().any(|s| text.to_lowercase().starts_with(s))
}
