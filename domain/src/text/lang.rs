//! The two official languages.

use crate::codes::coded;

coded! {
    /// One of Canada's official languages. The code is the HTML `lang` subtag and the catalogue's folder name.
    Lang {
        /// English.
        En = "en",
        /// French (Canadian).
        Fr = "fr",
    }
}

impl Lang {
    /// The other official language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Fr,
            Self::Fr => Self::En,
        }
    }

    /// The language a browser asks for (`Accept-Language`), the first of ours it names; English when it names none.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Self {
        header
            .split(',')
            .map(|part| part.trim().to_ascii_lowercase())
            .find_map(|part| match part.get(..2) {
                Some("fr") => Some(Self::Fr),
                Some("en") => Some(Self::En),
                _ => None,
            })
            .unwrap_or(Self::En)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_browser_language_is_the_first_official_one_it_names() {
        assert_eq!(Lang::from_accept_language("fr-CA,fr;q=0.9,en;q=0.8"), Lang::Fr);
        assert_eq!(Lang::from_accept_language("de-DE, en;q=0.5"), Lang::En);
        assert_eq!(Lang::from_accept_language(""), Lang::En);
        assert_eq!(Lang::from_accept_language("é"), Lang::En);
    }
}
