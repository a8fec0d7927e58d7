//! Settings as administrators type them: all problems of a group are told at once, each with its field.

use super::{InstanceSettings, SignInRules};
use crate::{
    people::Role,
    problem::{Problem, ProblemCode},
    reminders::ReminderPolicy,
    text::{Bilingual, Coded},
};
use std::{collections::BTreeSet, ops::RangeInclusive, str::FromStr};

/// The longest name an instance may have.
const NAME_LENGTH: usize = 120;

/// The settings of the instance as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedInstance {
    /// The name in English.
    pub name_en: String,
    /// The name in French.
    pub name_fr: String,
    /// The address to write to for help, or blank.
    pub contact: String,
}

impl TypedInstance {
    /// The settings, or every problem.
    pub fn check(&self) -> Result<InstanceSettings, Vec<Problem>> {
        let mut problems = Vec::new();
        for (field, name) in [("name_en", &self.name_en), ("name_fr", &self.name_fr)] {
            if name.trim().chars().count() > NAME_LENGTH {
                problems.push(Problem::new(field, ProblemCode::TooLong));
            }
        }
        let contact = match self.contact.trim() {
            "" => None,
            typed => match typed.parse() {
                Ok(address) => Some(address),
                Err(_) => {
                    problems.push(Problem::new("contact", ProblemCode::NotAnEmail));
                    None
                }
            },
        };
        let name = Bilingual::new(Some(self.name_en.clone()), Some(self.name_fr.clone()));
        if problems.is_empty() { Ok(InstanceSettings { name, contact }) } else { Err(problems) }
    }
}

/// The rules of signing in as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedSignIn {
    /// Whether links are on.
    pub links: bool,
    /// Whether passwords are on.
    pub passwords: bool,
    /// The least length of a password.
    pub password_length: String,
    /// The codes of the roles that need a second factor.
    pub second_factor_for: Vec<String>,
    /// Minutes without a request.
    pub idle_minutes: String,
    /// Hours after signing in.
    pub absolute_hours: String,
}

impl TypedSignIn {
    /// The rules, or every problem. There is always a way in.
    pub fn check(&self) -> Result<SignInRules, Vec<Problem>> {
        let mut problems = Vec::new();
        if !self.links && !self.passwords {
            problems.push(Problem::new("links", ProblemCode::NoWayIn));
        }
        let password_length = number("password_length", &self.password_length, SignInRules::PASSWORD_LENGTHS, &mut problems);
        let idle_minutes = number("idle_minutes", &self.idle_minutes, SignInRules::IDLE_MINUTES, &mut problems);
        let absolute_hours = number("absolute_hours", &self.absolute_hours, SignInRules::ABSOLUTE_HOURS, &mut problems);
        let chosen = |role: &&Role| self.second_factor_for.iter().any(|code| code == role.code());
        let second_factor_for = Role::ALL.iter().filter(chosen).copied().collect();
        match (password_length, idle_minutes, absolute_hours) {
            (Some(password_length), Some(idle_minutes), Some(absolute_hours)) if problems.is_empty() => Ok(SignInRules {
                links: self.links,
                passwords: self.passwords,
                password_length,
                second_factor_for,
                idle_minutes,
                absolute_hours,
            }),
            _ => Err(problems),
        }
    }
}

/// The reminder policy as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedReminders {
    /// Days before, as a list.
    pub days_before: String,
    /// Whether to write on the due day.
    pub on_due_day: bool,
    /// Days between reminders after the due day; blank turns them off.
    pub every_days_after: String,
}

impl TypedReminders {
    /// The policy, or every problem. Days before are put in order, the longest first.
    pub fn check(&self) -> Result<ReminderPolicy, Vec<Problem>> {
        let mut problems = Vec::new();
        let typed = self.days_before.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|part| !part.is_empty());
        let mut days = BTreeSet::new();
        for part in typed {
            // One problem for the field, however many numbers are wrong.
            if !problems.is_empty() {
                break;
            }
            days.extend(number("days_before", part, ReminderPolicy::DAYS_BEFORE, &mut problems));
        }
        if days.len() > ReminderPolicy::REMINDERS_BEFORE {
            problems.push(Problem::new("days_before", ProblemCode::TooLong));
        }
        let every_days_after = match self.every_days_after.trim() {
            "" => None,
            typed => number("every_days_after", typed, ReminderPolicy::DAYS_AFTER, &mut problems),
        };
        let days_before = days.into_iter().rev().collect();
        let policy = ReminderPolicy { days_before, on_due_day: self.on_due_day, every_days_after };
        if problems.is_empty() { Ok(policy) } else { Err(problems) }
    }
}

/// A whole number within a range; what is wrong with it is added to the problems.
fn number<T: FromStr + PartialOrd>(field: &str, typed: &str, range: RangeInclusive<T>, problems: &mut Vec<Problem>) -> Option<T> {
    let typed = typed.trim();
    let code = match typed.parse::<T>() {
        Ok(number) if range.contains(&number) => return Some(number),
        Ok(_) => ProblemCode::OutOfRange,
        Err(_) if typed.is_empty() => ProblemCode::Required,
        Err(_) if typed.strip_prefix('-').unwrap_or(typed).bytes().all(|b| b.is_ascii_digit()) => ProblemCode::OutOfRange,
        Err(_) => ProblemCode::NotANumber,
    };
    problems.push(Problem::new(field, code));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn codes(problems: Vec<Problem>) -> Vec<(String, ProblemCode)> {
        problems.into_iter().map(|problem| (problem.field, problem.code)).collect()
    }

    fn sign_in() -> TypedSignIn {
        TypedSignIn {
            links: true,
            passwords: false,
            password_length: "15".into(),
            second_factor_for: vec!["administrator".into(), "nobody".into()],
            idle_minutes: " 30 ".into(),
            absolute_hours: "12".into(),
        }
    }

    #[test]
    fn there_is_always_a_way_in_and_all_problems_come_at_once() {
        let rules = sign_in().check().expect("rules");
        assert_eq!((rules.idle_minutes, rules.second_factor_for), (30, vec![Role::Administrator]));
        let wrong = TypedSignIn {
            links: false,
            password_length: "8".into(),
            idle_minutes: "soon".into(),
            absolute_hours: "99999999999".into(),
            ..sign_in()
        };
        let expected = [
            ("links", ProblemCode::NoWayIn),
            ("password_length", ProblemCode::OutOfRange),
            ("idle_minutes", ProblemCode::NotANumber),
            ("absolute_hours", ProblemCode::OutOfRange),
        ];
        let expected: Vec<_> = expected.iter().map(|(field, code)| ((*field).to_owned(), *code)).collect();
        assert_eq!(codes(wrong.check().expect_err("problems")), expected);
    }

    #[rstest]
    #[case("3, 30; 14", &[30, 14, 3])]
    #[case("7 7", &[7])]
    #[case("", &[])]
    fn days_before_are_read_as_people_list_them(#[case] typed: &str, #[case] expected: &[u16]) {
        let typed = TypedReminders { days_before: typed.into(), on_due_day: false, every_days_after: String::new() };
        assert_eq!(typed.check().expect("a policy").days_before, expected);
    }

    #[rstest]
    #[case("0", "", "days_before", ProblemCode::OutOfRange)]
    #[case("-3", "", "days_before", ProblemCode::OutOfRange)]
    #[case("ten", "", "days_before", ProblemCode::NotANumber)]
    #[case("1 2 3 4 5 6 7 8 9 10 11", "", "days_before", ProblemCode::TooLong)]
    #[case("3", "0", "every_days_after", ProblemCode::OutOfRange)]
    #[case("3", "weekly", "every_days_after", ProblemCode::NotANumber)]
    fn a_policy_that_makes_no_sense_is_refused(
        #[case] before: &str,
        #[case] after: &str,
        #[case] field: &str,
        #[case] code: ProblemCode,
    ) {
        let typed = TypedReminders { days_before: before.into(), on_due_day: true, every_days_after: after.into() };
        assert_eq!(codes(typed.check().expect_err("a problem")), [(field.to_owned(), code)]);
    }

    #[test]
    fn an_instance_needs_neither_a_name_nor_a_contact_but_a_contact_is_an_address() {
        assert_eq!(TypedInstance::default().check(), Ok(InstanceSettings::default()));
        let wrong = TypedInstance { name_en: "x".repeat(121), contact: "the help desk".into(), ..TypedInstance::default() };
        let expected = [("name_en".to_owned(), ProblemCode::TooLong), ("contact".to_owned(), ProblemCode::NotAnEmail)];
        assert_eq!(codes(wrong.check().expect_err("problems")), expected);
    }
}
