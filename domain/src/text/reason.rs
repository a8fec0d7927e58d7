//! The reason for which something is taken back or put away. It stays on record as it was written.

use crate::problem::{Problem, ProblemCode};

/// The longest reason, in characters.
pub const MAX_REASON: usize = 2_000;

/// A reason as it is kept: trimmed, without the NUL that PostgreSQL refuses. Errors with the problem of this field when
/// nothing was said, or more than `MAX_REASON` characters.
pub fn reason(field: &str, text: &str) -> Result<String, Problem> {
    let text = text.replace('\0', "");
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Problem::new(field, ProblemCode::ReasonRequired)),
        1..=MAX_REASON => Ok(text.to_owned()),
        _ => Err(Problem::new(field, ProblemCode::TooLong)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::said("  twice the same \n", Ok("twice the same"))]
    #[case::nothing("", Err(ProblemCode::ReasonRequired))]
    #[case::blank(" \u{a0}\n", Err(ProblemCode::ReasonRequired))]
    #[case::nothing_that_can_be_stored("\0", Err(ProblemCode::ReasonRequired))]
    fn a_reason_is_kept_trimmed_and_never_empty(#[case] text: &str, #[case] kept: Result<&str, ProblemCode>) {
        assert_eq!(reason("why", text), kept.map(str::to_owned).map_err(|code| Problem::new("why", code)));
    }

    #[test]
    fn a_reason_has_a_longest_length_in_characters_not_in_bytes() {
        assert!(reason("why", &"é".repeat(MAX_REASON)).is_ok());
        assert_eq!(reason("why", &"é".repeat(MAX_REASON + 1)), Err(Problem::new("why", ProblemCode::TooLong)));
    }
}
