//! What `suivi audit verify` prints.

use crate::store::audit::Inspection;
use app::{
    components::history::broken_words,
    i18n::{Arg, t_args},
};
use domain::text::Lang;
use std::fmt::Write;

/// What the check found, for a terminal.
#[must_use]
pub fn audit_text(lang: Lang, found: &Inspection) -> String {
    let mut out = String::new();
    let rows = [("rows", Arg::from(found.rows))];
    if found.holds() {
        let _ = writeln!(out, "{}", t_args(lang, "log-check-whole", &rows));
        if let Some((number, hash)) = &found.last {
            let words = t_args(lang, "log-check-last", &[("number", Arg::from(number.to_string()))]);
            let _ = writeln!(out, "{words} {hash}");
        }
        return out;
    }
    let _ = writeln!(out, "{}", t_args(lang, "log-check-broken", &rows));
    if let Some(noted) = &found.missing {
        let number = [("number", Arg::from(noted.number.to_string()))];
        let _ = writeln!(out, "- {}", t_args(lang, "log-check-noted", &number));
    }
    for broken in &found.broken {
        let _ = writeln!(out, "- {}", broken_words(lang, broken));
    }
    out
}
