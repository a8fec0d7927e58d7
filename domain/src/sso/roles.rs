//! Groups of the provider that stand for roles on the whole instance.

use crate::people::Role;
use std::collections::BTreeSet;

/// Which group stands for which role. Roles that it does not name are none of its business.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoleMap(Vec<(String, Role)>);

/// A map that makes no sense: the part that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not “group=role”")]
pub struct RoleMapError(String);

/// What a sign-in changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoleChanges {
    /// Roles the groups give that were not held.
    pub granted: Vec<Role>,
    /// Roles of the map that were held and that no group gives any more.
    pub withdrawn: Vec<Role>,
}

impl RoleMap {
    /// Reads `group=role,group=role`. With a semicolon between them, groups may contain commas; the last equals sign
    /// counts, so that the names of a directory (`CN=suivi,OU=apps=lead`) can be given as they are.
    pub fn parse(text: &str) -> Result<Self, RoleMapError> {
        let between = if text.contains(';') { ';' } else { ',' };
        let pairs = text.split(between).map(str::trim).filter(|part| !part.is_empty());
        let pair = |part: &str| {
            let (group, role) = part.rsplit_once('=').ok_or_else(|| RoleMapError(part.to_owned()))?;
            match (group.trim(), role.trim().parse()) {
                ("", _) | (_, Err(_)) => Err(RoleMapError(part.to_owned())),
                (group, Ok(role)) => Ok((group.to_owned(), role)),
            }
        };
        Ok(Self(pairs.map(pair).collect::<Result<_, _>>()?))
    }

    /// Whether no group stands for a role.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The roles these groups give.
    #[must_use]
    pub fn roles_of(&self, groups: &[String]) -> BTreeSet<Role> {
        self.0.iter().filter(|(group, _)| groups.contains(group)).map(|(_, role)| *role).collect()
    }

    /// What changes for somebody who holds these roles on the whole instance and is in these groups.
    #[must_use]
    pub fn changes(&self, held: &[Role], groups: &[String]) -> RoleChanges {
        let given = self.roles_of(groups);
        let managed: BTreeSet<Role> = self.0.iter().map(|(_, role)| *role).collect();
        RoleChanges {
            granted: given.iter().copied().filter(|role| !held.contains(role)).collect(),
            withdrawn: managed.difference(&given).copied().filter(|role| held.contains(role)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Coded;
    use rstest::rstest;

    fn map() -> RoleMap {
        RoleMap::parse("suivi-admins=administrator, suivi-gttp=lead, suivi-ops=administrator").expect("a map")
    }

    fn groups(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[rstest]
    #[case::gained(&[], &["suivi-gttp"], &[Role::Lead], &[])]
    #[case::lost(&[Role::Lead], &[], &[], &[Role::Lead])]
    #[case::kept(&[Role::Lead], &["suivi-gttp"], &[], &[])]
    #[case::not_in_the_map(&[Role::Coordinator], &[], &[], &[])]
    #[case::by_another_group(&[Role::Administrator], &["suivi-ops"], &[], &[])]
    #[case::a_group_that_means_nothing(&[], &["staff", "SUIVI-GTTP"], &[], &[])]
    #[case::both_at_once(&[Role::Administrator], &["suivi-gttp"], &[Role::Lead], &[Role::Administrator])]
    fn only_roles_of_the_map_come_and_go(
        #[case] held: &[Role],
        #[case] of: &[&str],
        #[case] granted: &[Role],
        #[case] withdrawn: &[Role],
    ) {
        let changes = map().changes(held, &groups(of));
        assert_eq!((changes.granted.as_slice(), changes.withdrawn.as_slice()), (granted, withdrawn));
    }

    #[test]
    fn names_of_a_directory_are_read_as_they_are() {
        let map = RoleMap::parse("CN=suivi,OU=apps=lead;CN=chefs=executive").expect("a map");
        assert_eq!(map.roles_of(&groups(&["CN=suivi,OU=apps"])), BTreeSet::from([Role::Lead]));
        assert_eq!(map.roles_of(&groups(&["CN=chefs"])), BTreeSet::from([Role::Executive]));
    }

    #[rstest]
    #[case("suivi-admins")]
    #[case("=lead")]
    #[case("suivi-admins=king")]
    #[case("suivi-admins=")]
    fn a_map_that_makes_no_sense_is_refused(#[case] text: &str) {
        assert_eq!(RoleMap::parse(text), Err(RoleMapError(text.to_owned())));
    }

    #[test]
    fn no_map_changes_nothing() {
        let map = RoleMap::parse("").expect("a map");
        assert!(map.is_empty());
        assert_eq!(map.changes(Role::ALL, &groups(&["lead"])), RoleChanges::default());
    }
}
