//! The words of headers and labels in both languages, without accents.

use std::{collections::HashSet, sync::LazyLock};

/// Words that mean the same thing.
#[derive(Clone, Copy)]
pub struct List(&'static str);

impl List {
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        self.0.split_ascii_whitespace()
    }

    pub fn has(self, word: &str) -> bool {
        self.words().any(|own| own == word)
    }
}

pub const RECOMMENDATION: List = List("recommendation recommendations recommandation recommandations rec recs");

pub const RESPONSE: List = List(
    "response responses reponse reponses agree agreement agreed accept accepted acceptance acceptation accepte concur \
     concurrence position reaction disposition accord desaccord disagree",
);

pub const ACTION: List = List(
    "action actions mesure mesures measure measures activity activities activite activites step steps etape etapes \
     engagement engagements commitment commitments initiative initiatives task tasks tache taches plan plans \
     intervention interventions undertaking undertakings correctives corrective map",
);

pub const DELIVERABLE: List =
    List("deliverable deliverables livrable livrables output outputs extrant extrants produit produits");

pub const RESULT: List = List(
    "milestone milestones jalon jalons result results resultat resultats outcome outcomes evidence preuve preuves \
     product products indicator indicators indicateur indicateurs",
);

pub const DATE: List = List(
    "date dates echeance echeances echeancier echeanciers deadline deadlines timeline timelines timeframe timeframes \
     timing calendrier schedule delai delais when quand completion achevement target due implementation period \
     periode realisation",
);

pub const START: List = List("start starting debut begin beginning commencement lancement");

pub const ACTUAL: List = List("actual reelle reel effective completed closed terminee");

pub const OWNER: List = List(
    "responsible responsibility responsibilities responsable responsables responsabilite responsabilites lead leads \
     leader owner owners opi bpr ipr assigned assignee who qui titulaire titulaires pilote proprietaire proprietaires",
);

pub const WEAK_OWNER: List = List(
    "organization organisation office bureau branch directorate sector secteur department ministere poste manager \
     gestionnaire contact team equipe title titre",
);

pub const ACCOUNTABLE: List = List("accountable accountability accountabilities imputabilite imputable");

pub const SUPPORT: List = List(
    "support supporting soutien appui secondary secondaire osi bsi collaborator collaborators collaborateur \
     collaborateurs collaboration partner partners partenaire partenaires contributing contributors",
);

pub const STATUS: List = List("status statut progress progres avancement etat update updates taken percent pourcentage %");

pub const NUMBER: List = List("para paragraph paragraphe report rapport # no n nr num number numero ref reference item id");

pub const OTHER: List = List(
    "priority priorite risk risks risque risques rating cote finding findings constatation constatations constat \
     constats observation observations conclusion conclusions comment comments commentaire commentaires remark \
     remarks remarque remarques note notes budget cost costs cout couts resource resources ressource ressources \
     category categorie criteria criterion critere theme area rationale justification page section",
);

/// Words that may stand beside others without changing what they say.
pub const SMALL: List = List(
    "management managements direction gestion the of de des du la le les l d a to for pour by par planned prevu \
     prevue prevues prevus proposed propose proposee proposees key cle cles principales expected estimated initial \
     original originale revised revisee target cible final finale official agent person personne main primary \
     premiere principal first chef file overall limite mise en oeuvre anticipated attendu attendue elements element s \
     es detailed interest ministerielle departmental agency specific follow up suivi",
);

pub const ALL: &[List] = &[
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

static KNOWN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| ALL.iter().flat_map(|list| list.words()).collect());

/// Whether a word stands in any list.
pub fn is_known(word: &str) -> bool {
    KNOWN.contains(word)
}
