//! From the form by which a coordinator asks somebody without an account to what may be sent.

use super::ContactPurpose;
use crate::{
    problem::{Problem, ProblemCode},
    text::{Email, Lang},
};
use std::str::FromStr;

/// How long a link lives unless the coordinator says otherwise, in days.
pub const DEFAULT_DAYS: u32 = 14;
/// How long it may live at most, in days.
pub const MAX_DAYS: u32 = 60;
/// The longest name, in characters.
const MAX_NAME: usize = 200;

/// The form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedAsk {
    /// The contact's name.
    pub name: String,
    /// The contact's address.
    pub email: String,
    /// The language the contact is written to in, a [`Lang`] code.
    pub contact_lang: String,
    /// A [`ContactPurpose`] code.
    pub purpose: String,
    /// How many days the link lives; empty for [`DEFAULT_DAYS`].
    pub days: String,
    /// Which view of the form this is; empty where that is not told apart.
    pub form_key: String,
}

/// Whom to ask for what, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactAsk {
    /// The contact's name.
    pub name: String,
    /// The contact's address.
    pub email: Email,
    /// The language the contact is written to in.
    pub lang: Lang,
    /// What is asked for.
    pub purpose: ContactPurpose,
    /// How many days the link lives.
    pub days: u32,
}

impl TypedAsk {
    /// Checks the form. Errors with every problem.
    pub fn check(&self) -> Result<ContactAsk, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut keep = |field: &str, code| problems.push(Problem::new(field, code));
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            keep("name", ProblemCode::Required);
        } else if name.chars().count() > MAX_NAME {
            keep("name", ProblemCode::TooLong);
        }
        let email = read::<Email>(&self.email, ProblemCode::NotAnEmail).map_err(|code| keep("email", code)).ok();
        let lang = read::<Lang>(&self.contact_lang, ProblemCode::NotAChoice).map_err(|code| keep("contact_lang", code)).ok();
        let purpose = read::<ContactPurpose>(&self.purpose, ProblemCode::NotAChoice).map_err(|code| keep("purpose", code)).ok();
        let days = match self.days.trim() {
            "" => Ok(DEFAULT_DAYS),
            typed => typed.parse::<u32>().map_err(|_| ProblemCode::NotANumber),
        };
        let days = days.and_then(|days| if (1..=MAX_DAYS).contains(&days) { Ok(days) } else { Err(ProblemCode::OutOfRange) });
        let days = days.map_err(|code| keep("days", code)).ok();
        match (email, lang, purpose, days) {
            (Some(email), Some(lang), Some(purpose), Some(days)) if problems.is_empty() => {
                Ok(ContactAsk { name, email, lang, purpose, days })
            }
            _ => Err(problems),
        }
    }
}

fn read<T: FromStr>(typed: &str, wrong: ProblemCode) -> Result<T, ProblemCode> {
    let typed = typed.trim();
    if typed.is_empty() { Err(ProblemCode::Required) } else { typed.parse().map_err(|_| wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn typed(days: &str) -> TypedAsk {
        TypedAsk {
            name: "  Anne\n Roy ".into(),
            email: "Anne.Roy@example.org".into(),
            contact_lang: "fr".into(),
            purpose: "update".into(),
            days: days.into(),
            ..TypedAsk::default()
        }
    }

    #[rstest]
    #[case("", Ok(14))]
    #[case(" 60 ", Ok(60))]
    #[case("61", Err(ProblemCode::OutOfRange))]
    #[case("0", Err(ProblemCode::OutOfRange))]
    #[case("-1", Err(ProblemCode::NotANumber))]
    fn a_link_lives_two_weeks_and_at_most_sixty_days(#[case] days: &str, #[case] expected: Result<u32, ProblemCode>) {
        let found = typed(days).check().map(|ask| ask.days);
        assert_eq!(found, expected.map_err(|code| vec![Problem::new("days", code)]));
    }

    #[test]
    fn a_name_is_one_line_and_every_problem_comes_at_once() {
        assert_eq!(typed("").check().expect("an ask").name, "Anne Roy");
        let fields: Vec<_> = TypedAsk::default().check().expect_err("problems").into_iter().map(|p| p.field).collect();
        assert_eq!(fields, ["name", "email", "contact_lang", "purpose"]);
    }
}
