//! What a column or a form label is about, from its words in English or French.

use domain::text::{fold, one_slip_apart};

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

const RECOMMENDATION: &[&str] = &["recommendation", "recommendations", "recommandation", "recommandations", "rec", "recs"];
const RESPONSE: &[&str] = &[
    "response",
    "responses",
    "reponse",
    "reponses",
    "agree",
    "agreement",
    "agreed",
    "accept",
    "accepted",
    "acceptance",
    "acceptation",
    "accepte",
    "concur",
    "concurrence",
    "position",
    "reaction",
    "disposition",
    "accord",
    "desaccord",
    "disagree",
];
const ACTION: &[&str] = &[
    "action",
    "actions",
    "mesure",
    "mesures",
    "measure",
    "measures",
    "activity",
    "activities",
    "activite",
    "activites",
    "step",
    "steps",
    "etape",
    "etapes",
    "engagement",
    "engagements",
    "commitment",
    "commitments",
    "initiative",
    "initiatives",
    "task",
    "tasks",
    "tache",
    "taches",
    "plan",
    "plans",
    "intervention",
    "interventions",
    "undertaking",
    "undertakings",
    "correctives",
    "corrective",
    "map",
];
const DELIVERABLE: &[&str] =
    &["deliverable", "deliverables", "livrable", "livrables", "output", "outputs", "extrant", "extrants", "produit", "produits"];
const RESULT: &[&str] = &[
    "milestone",
    "milestones",
    "jalon",
    "jalons",
    "result",
    "results",
    "resultat",
    "resultats",
    "outcome",
    "outcomes",
    "evidence",
    "preuve",
    "preuves",
    "product",
    "products",
    "indicator",
    "indicators",
    "indicateur",
    "indicateurs",
];
const DATE: &[&str] = &[
    "date",
    "dates",
    "echeance",
    "echeances",
    "echeancier",
    "echeanciers",
    "deadline",
    "deadlines",
    "timeline",
    "timelines",
    "timeframe",
    "timeframes",
    "timing",
    "calendrier",
    "schedule",
    "delai",
    "delais",
    "when",
    "quand",
    "completion",
    "achevement",
    "target",
    "due",
    "implementation",
    "period",
    "periode",
    "realisation",
];
const START: &[&str] = &["start", "starting", "debut", "begin", "beginning", "commencement", "lancement"];
const ACTUAL: &[&str] = &["actual", "reelle", "reel", "effective", "completed", "closed", "terminee"];
const OWNER: &[&str] = &[
    "responsible",
    "responsibility",
    "responsibilities",
    "responsable",
    "responsables",
    "responsabilite",
    "responsabilites",
    "lead",
    "leads",
    "leader",
    "owner",
    "owners",
    "opi",
    "bpr",
    "ipr",
    "assigned",
    "assignee",
    "who",
    "qui",
    "titulaire",
    "titulaires",
    "pilote",
    "proprietaire",
    "proprietaires",
];
const WEAK_OWNER: &[&str] = &[
    "organization",
    "organisation",
    "office",
    "bureau",
    "branch",
    "directorate",
    "sector",
    "secteur",
    "department",
    "ministere",
    "poste",
    "manager",
    "gestionnaire",
    "contact",
    "team",
    "equipe",
    "title",
    "titre",
];
const ACCOUNTABLE: &[&str] = &["accountable", "accountability", "accountabilities", "imputabilite", "imputable"];
const SUPPORT: &[&str] = &[
    "support",
    "supporting",
    "soutien",
    "appui",
    "secondary",
    "secondaire",
    "osi",
    "bsi",
    "collaborator",
    "collaborators",
    "collaborateur",
    "collaborateurs",
    "collaboration",
    "partner",
    "partners",
    "partenaire",
    "partenaires",
    "contributing",
    "contributors",
];
const STATUS: &[&str] =
    &["status", "statut", "progress", "progres", "avancement", "etat", "update", "updates", "taken", "percent", "pourcentage"];
const NUMBER: &[&str] = &["#", "no", "n", "nr", "num", "number", "numero", "ref", "reference", "item", "id"];
const OTHER: &[&str] = &[
    "priority",
    "priorite",
    "risk",
    "risks",
    "risque",
    "risques",
    "rating",
    "cote",
    "finding",
    "findings",
    "constatation",
    "constatations",
    "constat",
    "constats",
    "observation",
    "observations",
    "conclusion",
    "conclusions",
    "comment",
    "comments",
    "commentaire",
    "commentaires",
    "remark",
    "remarks",
    "remarque",
    "remarques",
    "note",
    "notes",
    "budget",
    "cost",
    "costs",
    "cout",
    "couts",
    "resource",
    "resources",
    "ressource",
    "ressources",
    "category",
    "categorie",
    "criteria",
    "criterion",
    "critere",
    "theme",
    "area",
    "rationale",
    "justification",
    "page",
    "section",
];
/// Words that may stand beside others without changing what they say.
const SMALL: &[&str] = &[
    "management",
    "managements",
    "direction",
    "gestion",
    "the",
    "of",
    "de",
    "des",
    "du",
    "la",
    "le",
    "les",
    "l",
    "d",
    "a",
    "to",
    "for",
    "pour",
    "by",
    "par",
    "planned",
    "prevu",
    "prevue",
    "prevues",
    "prevus",
    "proposed",
    "propose",
    "proposee",
    "proposees",
    "key",
    "cle",
    "cles",
    "principales",
    "expected",
    "estimated",
    "initial",
    "original",
    "originale",
    "revised",
    "revisee",
    "target",
    "cible",
    "final",
    "finale",
    "official",
    "agent",
    "person",
    "personne",
    "main",
    "primary",
    "premiere",
    "principal",
    "first",
    "chef",
    "file",
    "overall",
    "proposed",
    "limite",
    "mise",
    "en",
    "oeuvre",
    "anticipated",
    "attendu",
    "attendue",
    "elements",
    "element",
    "s",
    "es",
    "detailed",
    "interest",
    "ministerielle",
    "departmental",
    "agency",
    "specific",
    "follow",
    "up",
    "suivi",
];

fn words(text: &str) -> Vec<String> {
    let folded = fold(text).replace(['№', '°', 'º'], " ").replace('#', " # ");
    folded.split(|c: char| !c.is_alphanumeric() && c != '#' && c != '%').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

struct Segment<'a> {
    words: &'a [String],
    guessed: std::cell::Cell<bool>,
}

impl Segment<'_> {
    fn has(&self, list: &[&str]) -> bool {
        self.words.iter().any(|word| list.contains(&word.as_str()))
    }

    /// The same, one slip of the keyboard forgiven in long words that are no other known word.
    fn nearly(&self, list: &[&str]) -> bool {
        let known = |word: &str| ALL.iter().any(|other| other.contains(&word));
        let close =
            |word: &String| word.len() >= 6 && !known(word) && list.iter().any(|own| own.len() >= 7 && one_slip_apart(own, word));
        self.has(list)
            || (self.words.iter().any(close) && {
                self.guessed.set(true);
                true
            })
    }
}

const ALL: &[&[&str]] = &[
    RECOMMENDATION,
    RESPONSE,
    ACTION,
    DELIVERABLE,
    RESULT,
    DATE,
    START,
    ACTUAL,
    OWNER,
    WEAK_OWNER,
    ACCOUNTABLE,
    SUPPORT,
    STATUS,
    NUMBER,
    OTHER,
    SMALL,
];

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
    } else if words.iter().all(|w| [NUMBER, RECOMMENDATION, ACTION, SMALL].iter().any(|l| l.contains(&w.as_str())))
        && segment.has(NUMBER)
    {
        Roles::NUMBER
    } else if follows(&["management", "direction"], &["comments", "comment"])
        || follows(&["commentaires", "commentaire"], &["de"])
    {
        Roles::RESPONSE
    } else if segment.has(&["performance", "rendement", "measurement"]) || (segment.has(OTHER) && !segment.has(DATE)) {
        Roles::OTHER
    } else if segment.nearly(DATE)
        && !(segment.has(&["implementation", "realisation"]) && segment.has(&["plan", "mesures", "actions"]))
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

/// Whether a text reads like a header and not like a sentence: it is short and at least half of its words are known.
pub fn reads_like_header(text: &str) -> bool {
    let words = words(&without_brackets(text));
    let known = |w: &&String| {
        let list = |w: &str| ALL.iter().any(|list| list.contains(&w)) || matches!(w, "and" | "et" | "or" | "ou");
        list(w) || (w.len() >= 6 && ALL.iter().any(|l| l.iter().any(|own| own.len() >= 7 && one_slip_apart(own, w))))
    };
    let count = words.len();
    (1..=14).contains(&count)
        && words.iter().filter(known).count() * 2 >= count
        && (!text.trim_end().ends_with('.') || text.len() < 5)
}

/// A label of a form: its role and its number ("Recommendation #1", "Action 1.2:"). Every word must be known, so that a
/// sentence is not taken for a label.
pub fn of_label(text: &str) -> Option<(Roles, Option<String>)> {
    let text = text.trim().trim_end_matches(':').trim();
    let words = words(&without_brackets(text));
    if words.is_empty() || words.len() > 8 || text.chars().count() > 90 {
        return None;
    }
    let is_number = |w: &String| w.chars().all(|c| c.is_ascii_digit()) && w.len() <= 2;
    let first_number = words.iter().position(is_number);
    let named = words.get(..first_number.unwrap_or(words.len()))?;
    let known = |w: &String| {
        ALL.iter().any(|list| list.contains(&w.as_str())) || matches!(w.as_str(), "and" | "et" | "end" | "fin" | "plan")
    };
    let title_only = named.len() == 1 && matches!(named[0].as_str(), "title" | "titre");
    if title_only {
        return Some((Roles::TITLE, None));
    }
    if named.is_empty() || !named.iter().all(known) {
        return None;
    }
    let mut roles = of_header(&named.join(" ")).roles;
    if roles == Roles::NUMBER || (first_number.is_some() && roles.has(Roles::NUMBER)) {
        let whole = named.iter().filter(|w| !NUMBER.contains(&w.as_str())).cloned().collect::<Vec<_>>().join(" ");
        roles = of_header(&whole).roles;
    }
    // "Office:" above a plan says who published it, not who answers for it.
    if roles == Roles::OWNER && !named.iter().any(|w| OWNER.contains(&w.as_str()) || w == "interest") {
        return None;
    }
    let number = first_number.and_then(|_| number_of(text));
    (!roles.is_empty()).then_some((roles, number))
}

/// The first number of a label as printed: "1", "1.2", "3a".
pub fn number_of(text: &str) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
    Some(rest.get(..end)?.trim_end_matches('.').to_owned())
}

/// Whether a text is the heading of a plan: "Management Response and Action Plan", « Réponse et plan d'action ».
pub fn is_plan_heading(text: &str) -> bool {
    let folded = words(text).join(" ");
    let has = |needles: &[&str]| needles.iter().any(|n| folded.contains(n));
    text.chars().count() < 250
        && ((has(&["response", "reponse"])
            && has(&[
                "action plan",
                "plan d action",
                "plans d action",
                "management response",
                "de la direction",
                "de la gestion",
            ]))
            || has(&["management action plan", "mrap", "rpad", "plan d action de la direction", "action plan to address"]))
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
    #[case("The response of partners was good and came soon", None)]
    #[case("Title", Some((Roles::TITLE, None)))]
    fn a_form_label_has_only_known_words(#[case] label: &str, #[case] expected: Option<(Roles, Option<&str>)>) {
        let read = of_label(label);
        assert_eq!(read.as_ref().map(|(r, n)| (*r, n.as_deref())), expected, "{label}");
    }
}
