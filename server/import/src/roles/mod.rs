//! What a column or a form label is about, from its words in English or French.

mod label;
mod words;

pub use label::{is_plan_heading, may_end_label, number_of, of_label, reads_like_header};

use domain::text::{fold, one_slip_apart};
use words::*;

/// A set of roles: published tables often put two things in one column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Roles(u32);

macro_rules! roles {
    ($($(#[$meta:meta])* $name:ident = $bit:literal),+ $(,)?) => {
        impl Roles { $($(#[$meta])* pub const $name: Self = Self(1 << $bit);)+ }
    };
}

roles! {
    RECOMMENDATION = 0,
    RESPONSE = 1,
    ACTION = 2,
    DELIVERABLE = 3,
    DUE = 4,
    START = 5,
    /// When it was done.
    ACTUAL = 6,
    OWNER = 7,
    ACCOUNTABLE = 8,
    SUPPORT = 9,
    STATUS = 10,
    /// A number or reference of the row.
    NUMBER = 11,
    /// Results, milestones: deliverables where no column is more clearly theirs.
    RESULT = 12,
    /// Known and of no use here: comments, risks, costs.
    OTHER = 13,
    /// The title of the source.
    TITLE = 14,
}

impl Roles {
    pub fn has(self, role: Self) -> bool {
        self.0 & role.0 != 0
    }
    pub fn with(self, role: Self) -> Self {
        Self(self.0 | role.0)
    }
    pub fn without(self, role: Self) -> Self {
        Self(self.0 & !role.0)
    }
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// What a header says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Meaning {
    pub roles: Roles,
    /// A word had to be corrected.
    pub guessed: bool,
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text).replace(['№', '°', 'º'], " ").replace('#', " # ");
    folded.split(|c: char| !c.is_alphanumeric() && c != '#' && c != '%').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

struct Segment<'a> {
    words: &'a [String],
    guessed: std::cell::Cell<bool>,
}

impl Segment<'_> {
    fn has(&self, list: List) -> bool {
        self.words.iter().any(|word| list.has(word))
    }

    fn has_any(&self, words: &[&str]) -> bool {
        self.words.iter().any(|word| words.contains(&word.as_str()))
    }

    /// The same, one slip of the keyboard forgiven in long words that are no other known word.
    fn nearly(&self, list: List) -> bool {
        let close = |word: &String| !is_known(word) && is_nearly(list, word);
        self.has(list)
            || (self.words.iter().any(close) && {
                self.guessed.set(true);
                true
            })
    }
}

/// Whether a long word is one slip away from a long word of a list.
fn is_nearly(list: List, word: &str) -> bool {
    word.len() >= 6 && list.words().any(|own| own.len() >= 7 && one_slip_apart(own, word))
}

/// What the words of a column header say.
pub fn of_header(text: &str) -> Meaning {
    let plain = without_brackets(text);
    let plain = if words(&plain).is_empty() { text.replace(['(', ')'], " ") } else { plain };
    let mut meaning = Meaning::default();
    for part in plain.split(['/', ',', ';', '&', '\n', '+']) {
        let words = words(part);
        for segment in words.split(|w| matches!(w.as_str(), "and" | "et" | "or" | "ou" | "with" | "avec")) {
            let one = of_segment(segment);
            meaning.roles = meaning.roles.with(one.roles);
            meaning.guessed |= one.guessed;
        }
    }
    let all = words(&plain);
    let roles = meaning.roles;
    // "Start and end": the end is a date because the start is one.
    if roles.has(Roles::START) && all.iter().any(|w| matches!(w.as_str(), "end" | "fin" | "finish")) {
        meaning.roles = meaning.roles.with(Roles::DUE);
    }
    // "Recommendation and finding", "Responsibility and comments".
    if roles != Roles::OTHER {
        meaning.roles = meaning.roles.without(Roles::OTHER);
    }
    meaning
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// The most telling word decides: "status of actions" is a status, "action lead" an owner.
fn of_segment(words: &[String]) -> Meaning {
    let segment = Segment { words, guessed: std::cell::Cell::new(false) };
    let follows = |first: &[&str], second: &[&str]| {
        words.windows(2).any(|pair| first.contains(&pair[0].as_str()) && second.contains(&pair[1].as_str()))
    };
    let roles = if words.is_empty() {
        Roles::default()
    } else if segment.has(STATUS) || follows(&["a"], &["jour"]) || follows(&["to"], &["date"]) {
        Roles::STATUS
    } else if words.iter().all(|w| [NUMBER, RECOMMENDATION, ACTION, SMALL].iter().any(|l| l.has(w))) && segment.has(NUMBER) {
        Roles::NUMBER
    } else if follows(&["management", "direction"], &["comments", "comment"])
        || follows(&["commentaires", "commentaire"], &["de"])
    {
        Roles::RESPONSE
    } else if segment.has_any(&["performance", "rendement", "measurement"]) || (segment.has(OTHER) && !segment.has(DATE)) {
        Roles::OTHER
    } else if segment.nearly(DATE)
        && !(segment.has_any(&["implementation", "realisation"]) && segment.has_any(&["plan", "mesures", "actions"]))
    {
        of_date(&segment)
    } else if segment.has(START) {
        Roles::START
    } else if segment.nearly(ACCOUNTABLE) {
        Roles::ACCOUNTABLE
    } else if segment.nearly(OWNER) || follows(&["primary", "chef", "premiere"], &["interest", "de", "responsabilite"]) {
        Roles::OWNER
    } else if segment.nearly(SUPPORT) {
        Roles::SUPPORT
    } else {
        of_content(&segment)
    };
    Meaning { roles, guessed: segment.guessed.get() }
}

fn of_date(segment: &Segment<'_>) -> Roles {
    if segment.has(START) {
        Roles::START
    } else if segment.has(ACTUAL) {
        Roles::ACTUAL
    } else {
        Roles::DUE
    }
}

fn of_content(segment: &Segment<'_>) -> Roles {
    let mut roles = Roles::default();
    if segment.nearly(DELIVERABLE) {
        return Roles::DELIVERABLE;
    }
    if segment.nearly(RESPONSE) {
        roles = roles.with(Roles::RESPONSE);
    }
    if segment.nearly(ACTION) {
        roles = roles.with(Roles::ACTION);
    }
    if roles.is_empty() && segment.has(RESULT) {
        return Roles::RESULT;
    }
    // "Response to the recommendation" is a response.
    if roles.is_empty() && segment.nearly(RECOMMENDATION) {
        return Roles::RECOMMENDATION;
    }
    if roles.is_empty() && segment.has(WEAK_OWNER) {
        return Roles::OWNER;
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Evaluation Recommendation", Roles::RECOMMENDATION)]
    #[case("RRecommandations", Roles::RECOMMENDATION)]
    #[case("Response to Recommendation", Roles::RESPONSE)]
    #[case("Management Response \n(Agree or Disagree and if Disagree, reason why)", Roles::RESPONSE)]
    #[case("Réspone et mesures prévues par la direction", Roles::RESPONSE.with(Roles::ACTION))]
    #[case("Management Response and Planned Management Action", Roles::RESPONSE.with(Roles::ACTION))]
    #[case("Management Action Plan", Roles::ACTION)]
    #[case("Mesure prévue", Roles::ACTION)]
    #[case("Produits livrables", Roles::DELIVERABLE)]
    #[case("Élément livrable", Roles::DELIVERABLE)]
    #[case("Lead (position) & Target Date", Roles::OWNER.with(Roles::DUE))]
    #[case("Planned Start and  Completion Dates", Roles::START.with(Roles::DUE))]
    #[case("Date de début et de fin", Roles::START.with(Roles::DUE))]
    #[case("Date d’achèvement prévue", Roles::DUE)]
    #[case("Échéancier de mise en œuvre", Roles::DUE)]
    #[case("Timeline for Implementation", Roles::DUE)]
    #[case("Actual completion date", Roles::ACTUAL)]
    #[case("Responsible Manager (Title / Sector)", Roles::OWNER)]
    #[case("Action lead", Roles::OWNER)]
    #[case("Responsable de la mesure", Roles::OWNER)]
    #[case("Accountability/\nResponsibility", Roles::ACCOUNTABLE.with(Roles::OWNER))]
    #[case("OPI", Roles::OWNER)]
    #[case("Support", Roles::SUPPORT)]
    #[case("Status of Actions", Roles::STATUS)]
    #[case("État d’avancement", Roles::STATUS)]
    #[case("Rec. #", Roles::NUMBER)]
    #[case("No.", Roles::NUMBER)]
    #[case("N°", Roles::NUMBER)]
    #[case("Comments", Roles::OTHER)]
    #[case("Management comments", Roles::RESPONSE)]
    #[case("Effort ou activité (organisation responsable)", Roles::ACTION)]
    #[case("Investissement du gouvernement du Canada pour 2012‑2013", Roles::default())]
    fn headers_are_understood_in_both_languages(#[case] header: &str, #[case] roles: Roles) {
        assert_eq!(of_header(header).roles, roles, "{header}");
    }

    #[rstest]
    #[case("Recommendation #1:", Some((Roles::RECOMMENDATION, Some("1"))))]
    #[case("Recommandation n° 2.1 :", Some((Roles::RECOMMENDATION, Some("2.1"))))]
    #[case("Management Response:", Some((Roles::RESPONSE, None)))]
    #[case("Key Actions", Some((Roles::ACTION, None)))]
    #[case("Completion date:", Some((Roles::DUE, None)))]
    #[case("Responsable du suivi", Some((Roles::OWNER, None)))]
    #[case("Evaluation lead", None)]
    #[case("Management Response: Agreed", None)]
    #[case("Due date: 31 December 2016", None)]
    #[case("The response of partners was good and came soon", None)]
    #[case("Title", Some((Roles::TITLE, None)))]
    fn a_form_label_has_only_known_words(#[case] label: &str, #[case] expected: Option<(Roles, Option<&str>)>) {
        let read = of_label(label);
        assert_eq!(read.as_ref().map(|(r, n)| (*r, n.as_deref())), expected, "{label}");
    }
}
