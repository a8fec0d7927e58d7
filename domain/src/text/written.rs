//! What a person writes in the fields of a form, in the one language they say it is in.

use super::{Bilingual, Lang};
use crate::{
    problem::{Problem, ProblemCode},
    progress::MAX_TEXT,
};

/// Reads the texts of a form and notes what is wrong with them.
#[derive(Debug)]
pub struct Written<'a> {
    lang: Option<Lang>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Written<'a> {
    /// Texts in the language of this code; a problem of `text_lang` when it is none.
    pub fn new(text_lang: &str, problems: &'a mut Vec<Problem>) -> Self {
        let lang = text_lang.parse().ok();
        if lang.is_none() {
            problems.push(Problem::new("text_lang", ProblemCode::NotAChoice));
        }
        Self { lang, problems }
    }

    /// A text that may be left empty.
    pub fn optional(&mut self, field: &str, text: &str) -> Bilingual {
        if text.chars().count() > MAX_TEXT {
            self.problems.push(Problem::new(field, ProblemCode::TooLong));
        }
        self.lang.map(|lang| Bilingual::only(lang, text)).unwrap_or_default()
    }

    /// A reason, which stays on record.
    pub fn required(&mut self, field: &str, text: &str) -> Bilingual {
        if text.replace('\0', "").trim().is_empty() {
            self.problems.push(Problem::new(field, ProblemCode::ReasonRequired));
        }
        self.optional(field, text)
    }
}
