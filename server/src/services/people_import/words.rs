//! What people write for columns, languages and roles, in either language. Accents, capitals and spaces do not matter.

use app::{api::admin::people_import::Column, i18n::name_of};
use domain::{
    people::Role,
    text::{Coded, Lang, fold},
};

/// Names of columns beside the shortest.
const COLUMNS: &[(Column, &[&str])] = &[
    (Column::Name, &["name", "fullname", "nom", "nomcomplet", "person", "personne"]),
    (
        Column::Email,
        &["email", "mail", "emailaddress", "courriel", "adressecourriel", "adressedecourriel", "adresseelectronique"],
    ),
    (Column::Lang, &["language", "lang", "langue"]),
    (
        Column::Organisation,
        &[
            "organisation",
            "organization",
            "organisationcode",
            "organizationcode",
            "code",
            "codeorganisation",
            "codedelorganisation",
            "codedorganisation",
        ],
    ),
    (Column::Role, &["role"]),
    (Column::Plan, &["plan", "planid", "plannumber", "numeroduplan", "nduplan"]),
];

/// Words for roles beside their codes and their names in the catalogue.
const ROLES: &[(Role, &[&str])] = &[
    (Role::Administrator, &["admin", "administrateur", "administratrice"]),
    (Role::Coordinator, &["coordonnateur", "coordonnatrice"]),
    (Role::Executive, &["cadre"]),
    (Role::Reader, &["lecteur", "lectrice"]),
];

/// The letters and digits of a text, comparable.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The column that a cell of the first row names.
pub(super) fn column(cell: &str) -> Option<Column> {
    let cell = plain(cell);
    COLUMNS.iter().find(|(_, names)| names.contains(&cell.as_str())).map(|(column, _)| *column)
}

/// The language that a cell names.
pub(super) fn lang(cell: &str) -> Option<Lang> {
    match plain(cell).as_str() {
        "en" | "english" | "anglais" | "a" | "e" => Some(Lang::En),
        "fr" | "french" | "francais" | "f" => Some(Lang::Fr),
        _ => None,
    }
}

/// The role that a cell names: by its code or its name in either language.
pub(super) fn role(cell: &str) -> Option<Role> {
    let cell = plain(cell);
    let named = |role: &Role| cell == role.code() || Lang::ALL.iter().any(|lang| plain(&name_of(*lang, "role", *role)) == cell);
    let known = ROLES.iter().find(|(_, words)| words.contains(&cell.as_str())).map(|(role, _)| *role);
    Role::ALL.iter().copied().find(named).or(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_and_languages_are_known_in_both_languages() {
        assert_eq!(role("Lead"), Some(Role::Lead));
        assert_eq!(role("responsable"), Some(Role::Lead));
        assert_eq!(role("Coordonnatrice"), Some(Role::Coordinator));
        assert_eq!(role("haute  direction"), Some(Role::Executive));
        assert_eq!(role("king"), None);
        assert_eq!((lang("Français"), lang("EN"), lang("de")), (Some(Lang::Fr), Some(Lang::En), None));
        assert_eq!((column("E-mail"), column("N° du plan"), column("Phone")), (Some(Column::Email), Some(Column::Plan), None));
    }
}
