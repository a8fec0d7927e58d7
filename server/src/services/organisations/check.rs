//! An organisation as typed, checked against those there are.

use crate::store::{organisations::Kept, records::typed};
use app::{api::admin::organisations::TypedOrganisation, error::AppError};
use domain::{
    problem::{Problem, ProblemCode},
    text::Bilingual,
};

/// The longest short code.
const CODE_LENGTH: usize = 20;
/// The longest name.
const NAME_LENGTH: usize = 200;

/// An organisation that may be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ready {
    pub code: String,
    /// Where it is another one.
    pub code_fr: Option<String>,
    pub name: Bilingual,
}

impl Ready {
    pub fn codes(&self) -> (&str, Option<&str>) {
        (&self.code, self.code_fr.as_deref())
    }
}

/// What may be written, or every problem. A code is that of one organisation only, archived ones and capitals
/// included; `own` is the one that may keep it.
pub(super) fn ready(form: &TypedOrganisation, known: &[Kept], own: Option<i64>) -> Result<Ready, AppError> {
    let mut problems = Vec::new();
    let code = typed(&form.code).unwrap_or_default();
    // The same in both languages is one code.
    let code_fr = typed(&form.code_fr).filter(|code_fr| code_fr.to_lowercase() != code.to_lowercase());
    if code.is_empty() {
        problems.push(Problem::new("code", ProblemCode::Required));
    }
    let others: Vec<String> = known.iter().filter(|kept| Some(kept.id) != own).flat_map(Kept::codes).collect();
    for (field, code) in [("code", Some(&code)), ("code_fr", code_fr.as_ref())] {
        let Some(code) = code else { continue };
        if code.chars().count() > CODE_LENGTH {
            problems.push(Problem::new(field, ProblemCode::TooLong));
        } else if others.contains(&code.to_lowercase()) {
            problems.push(Problem::new(field, ProblemCode::AlreadyExists));
        }
    }
    let (name_en, name_fr) = (typed(&form.name_en), typed(&form.name_fr));
    for (field, name) in [("name_en", &name_en), ("name_fr", &name_fr)] {
        if name.as_ref().is_some_and(|name| name.chars().count() > NAME_LENGTH) {
            problems.push(Problem::new(field, ProblemCode::TooLong));
        }
    }
    if name_en.is_none() && name_fr.is_none() {
        problems.push(Problem::new("name_en", ProblemCode::Required));
    }
    if problems.is_empty() {
        Ok(Ready { code, code_fr, name: Bilingual::new(name_en, name_fr) })
    } else {
        Err(AppError::Invalid(problems))
    }
}
