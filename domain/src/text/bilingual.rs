//! A text that may exist in English, in French or in both (rule 10).

use super::Lang;
use serde::{Deserialize, Serialize};

/// A text in one or both languages. Blank text counts as absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Bilingual {
    en: Option<String>,
    fr: Option<String>,
}

/// What a reader of one language is shown of a [`Bilingual`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InLang {
    /// The words.
    pub text: String,
    /// The language the words are in, for their `lang` attribute.
    pub lang: Lang,
    /// True when the reader's own language was missing, so that the page can say so.
    pub is_fallback: bool,
}

impl Bilingual {
    /// Both languages; a blank or missing text is kept as absent, surrounding white space is dropped.
    pub fn new(en: Option<String>, fr: Option<String>) -> Self {
        let clean = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
        Self { en: clean(en), fr: clean(fr) }
    }

    /// A text known in one language only.
    pub fn only(lang: Lang, text: impl Into<String>) -> Self {
        match lang {
            Lang::En => Self::new(Some(text.into()), None),
            Lang::Fr => Self::new(None, Some(text.into())),
        }
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_deref(),
            Lang::Fr => self.fr.as_deref(),
        }
    }

    /// True when neither language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_none() && self.fr.is_none()
    }

    /// The reader's own language, else the other one marked as a fallback; `None` when there is no text at all.
    #[must_use]
    pub fn for_reader(&self, lang: Lang) -> Option<InLang> {
        let own = self.get(lang).map(|text| (text, lang, false));
        let other = || self.get(lang.other()).map(|text| (text, lang.other(), true));
        own.or_else(other).map(|(text, lang, is_fallback)| InLang { text: text.to_owned(), lang, is_fallback })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_sees_the_own_language_and_else_the_other_one_marked() {
        let both = Bilingual::new(Some("Plan".into()), Some("Le plan".into()));
        assert_eq!(both.for_reader(Lang::Fr).map(|t| (t.text, t.is_fallback)), Some(("Le plan".into(), false)));
        let english = Bilingual::only(Lang::En, " Plan ");
        let shown = english.for_reader(Lang::Fr);
        assert_eq!(shown, Some(InLang { text: "Plan".into(), lang: Lang::En, is_fallback: true }));
        assert_eq!(Bilingual::new(Some("  ".into()), None).for_reader(Lang::En), None);
    }
}
