//! The catalogue: every sentence a person reads, in English and French, from `locales/`. Pages, mail and documents
//! all ask here. Nothing here decides anything.

pub mod dates;
pub mod money;
#[cfg(test)]
mod tests;

use domain::text::{Coded, Lang};
use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, langid, static_loader};
use std::{borrow::Cow, collections::HashMap};

static_loader! {
    static CATALOGUE = {
        locales: "../locales",
        fallback_language: "en",
        // Isolation marks would show up in mail subjects, CSV cells and copied text.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            let is_french = bundle.locales.first().is_some_and(|locale| locale.language == FR.language);
            bundle.set_formatter(Some(if is_french { in_french } else { in_english }));
        },
    };
}

static EN: LanguageIdentifier = langid!("en");
static FR: LanguageIdentifier = langid!("fr");

/// Numbers within sentences have their thousands parted, in every sentence alike; what is no quantity (an id, a year, a
/// line) is put in as a text.
fn in_english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    parted(Lang::En, value)
}

fn in_french<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    parted(Lang::Fr, value)
}

fn parted(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    number.as_string().parse().ok().filter(|number: &i64| number.unsigned_abs() > 999).map(|number| money::grouped(lang, number))
}

/// A value put into a sentence; numbers select plurals.
pub type Arg = FluentValue<'static>;

fn id(lang: Lang) -> &'static LanguageIdentifier {
    match lang {
        Lang::En => &EN,
        Lang::Fr => &FR,
    }
}

/// The sentence of a key. An unknown key is shown as it is; a test keeps that from happening.
#[must_use]
pub fn t(lang: Lang, key: &str) -> String {
    CATALOGUE.try_lookup(id(lang), key).unwrap_or_else(|| key.to_owned())
}

/// The sentence of a key with values put in.
#[must_use]
pub fn t_args(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    let args: HashMap<Cow<'static, str>, Arg> = args.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
    CATALOGUE.try_lookup_with_args(id(lang), key, &args).unwrap_or_else(|| key.to_owned())
}

/// Whether the catalogue words this key.
#[must_use]
pub fn has(lang: Lang, key: &str) -> bool {
    CATALOGUE.lookup_no_default_fallback::<&str>(id(lang), key, None).is_some()
}

/// The name of a coded value: `<list>-<code>` with the underscores made hyphens, as in `status-in-progress`.
#[must_use]
pub fn name_of<T: Coded>(lang: Lang, list: &str, value: T) -> String {
    t(lang, &format!("{list}-{}", value.code().replace(['_', '/'], "-")))
}
