//! A line of costs as it was typed, and as the audit trail tells what changed in it.

use crate::{
    services::change,
    store::{
        audit::Change,
        costs::{Cost, Said},
    },
};
use app::i18n::dates;
use domain::{
    costs::{Cents, CostLine, TypedCost},
    text::{Bilingual, Coded, Lang},
};

/// The form of a line that is there.
pub(super) fn typed(cost: &Cost, lang: Lang) -> TypedCost {
    let text = |text: &Bilingual, lang: Lang| text.get(lang).unwrap_or_default().to_owned();
    TypedCost {
        activity_en: text(&cost.activity, Lang::En),
        activity_fr: text(&cost.activity, Lang::Fr),
        kind: cost.line.kind.code().to_owned(),
        year: dates::fiscal_year(lang, cost.line.year),
        source: cost.line.source.code().to_owned(),
        certainty: cost.line.certainty.code().to_owned(),
        amount: cost.line.amount.map(|amount| plain(amount, lang)).unwrap_or_default(),
        organisations: cost.organisations.iter().map(|of| of.id.to_string()).collect(),
        note_en: text(&cost.note, Lang::En),
        note_fr: text(&cost.note, Lang::Fr),
        form_key: String::new(),
    }
}

/// An amount as it is typed in a language: read back as the same.
fn plain(amount: Cents, lang: Lang) -> String {
    app::i18n::money::amount(lang, amount).replace('\u{a0}', " ")
}

/// What a line says, with the codes of its organisations.
type Told = (Said, String);

/// The fields that changed.
pub(in crate::services) fn changes(before: Option<&Cost>, (now, codes): &Told) -> Vec<Change> {
    let old_codes = before.map(|cost| cost.organisations.iter().map(|of| of.code.as_str()).collect::<Vec<_>>().join(", "));
    let line = |read: &dyn Fn(&CostLine) -> Option<String>| (before.and_then(|cost| read(&cost.line)), read(&now.line));
    let text = |old: Option<&Bilingual>, new: &Bilingual, lang: Lang| {
        let words = |text: &Bilingual| text.get(lang).map(str::to_owned);
        (old.and_then(words), words(new))
    };
    let (activity, note) = (before.map(|cost| &cost.activity), before.map(|cost| &cost.note));
    let fields = [
        ("activity_en", text(activity, &now.activity, Lang::En)),
        ("activity_fr", text(activity, &now.activity, Lang::Fr)),
        ("organisations", (old_codes, Some(codes.clone()))),
        ("kind", line(&|line| Some(line.kind.code().to_owned()))),
        ("year", line(&|line| Some(dates::fiscal_year(Lang::En, line.year)))),
        ("source", line(&|line| Some(line.source.code().to_owned()))),
        ("certainty", line(&|line| Some(line.certainty.code().to_owned()))),
        ("amount_cents", line(&|line| line.amount.map(|amount| amount.get().to_string()))),
        ("note_en", text(note, &now.note, Lang::En)),
        ("note_fr", text(note, &now.note, Lang::Fr)),
    ];
    fields.into_iter().filter_map(|(field, (old, new))| change(field, old, new)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_back_as_it_was_offered() {
        for cents in [0, 5, 99_00, 730_600_000, 730_600_050] {
            let amount = Cents::new(cents).expect("an amount");
            for lang in Lang::ALL {
                assert_eq!(Cents::parse(&plain(amount, *lang)), Some(amount), "{}", plain(amount, *lang));
            }
        }
    }
}
