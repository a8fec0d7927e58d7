//! The settings of single sign-on, checked as one: half of them is worse than none.

use super::Config;
use domain::{
    sso::{RoleMap, RoleMapError},
    text::{Bilingual, Lang, Secret},
};
use url::{Host, Url};

/// Single sign-on, ready to be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SsoSettings {
    /// The provider, exactly as it calls itself.
    pub issuer: String,
    /// What this instance is called there.
    pub client_id: String,
    /// What it proves that with.
    pub client_secret: Option<Secret>,
    /// The words of the button; empty for those of the catalogue.
    pub name: Bilingual,
    /// The claim that lists groups.
    pub groups_claim: String,
    /// Which groups stand for which roles.
    pub roles: RoleMap,
    /// Whether unknown people with a role get in.
    pub new_people: bool,
}

/// Single sign-on that cannot work, in one sentence that names the setting.
#[derive(Debug, thiserror::Error)]
pub enum OidcError {
    /// Something is set, but not the provider.
    #[error("{0} is set, so SUIVI_OIDC_ISSUER must name the provider, for example https://login.organisation.gc.ca.")]
    NoIssuer(&'static str),
    /// A provider that cannot be trusted.
    #[error("SUIVI_OIDC_ISSUER must start with https:// (or name this machine), and have neither a question mark nor a #.")]
    Issuer,
    /// A provider, but nothing to be known by.
    #[error("SUIVI_OIDC_ISSUER is set, so SUIVI_OIDC_CLIENT_ID must say what Suivi is called there.")]
    NoClient,
    /// The button in one language.
    #[error("SUIVI_OIDC_NAME must say the button in both languages: en=Sign in with …;fr=Ouvrir une session avec ….")]
    Name,
    /// Groups or roles that make no sense.
    #[error("SUIVI_OIDC_ROLES cannot be used: {0}; write it as suivi-admins=administrator,suivi-leads=lead.")]
    Roles(#[from] RoleMapError),
    /// New people who would get in without any role.
    #[error("SUIVI_OIDC_NEW_PEOPLE is on, so SUIVI_OIDC_ROLES must say which groups get in.")]
    NewPeople,
}

impl Config {
    /// Single sign-on; `None` where it is not configured. Errors with the first setting that cannot work.
    pub fn sso(&self) -> Result<Option<SsoSettings>, OidcError> {
        let given = |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let Some(issuer) = given(&self.oidc_issuer) else {
            return match () {
                () if given(&self.oidc_client_id).is_some() => Err(OidcError::NoIssuer("SUIVI_OIDC_CLIENT_ID")),
                () if self.oidc_client_secret.is_some() => Err(OidcError::NoIssuer("SUIVI_OIDC_CLIENT_SECRET")),
                () if !self.oidc_roles.trim().is_empty() => Err(OidcError::NoIssuer("SUIVI_OIDC_ROLES")),
                () => Ok(None),
            };
        };
        if !is_trustworthy(&issuer) {
            return Err(OidcError::Issuer);
        }
        let roles = RoleMap::parse(&self.oidc_roles)?;
        if self.oidc_new_people && roles.is_empty() {
            return Err(OidcError::NewPeople);
        }
        Ok(Some(SsoSettings {
            issuer,
            client_id: given(&self.oidc_client_id).ok_or(OidcError::NoClient)?,
            client_secret: self.oidc_client_secret.clone().filter(|secret| !secret.is_empty()),
            name: given(&self.oidc_name).map(|text| name(&text)).transpose()?.unwrap_or_default(),
            groups_claim: self.oidc_groups_claim.trim().to_owned(),
            roles,
            new_people: self.oidc_new_people,
        }))
    }
}

/// Keys and tokens come from there: only over TLS, or from this very machine.
fn is_trustworthy(issuer: &str) -> bool {
    let Ok(url) = Url::parse(issuer) else { return false };
    let is_here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => return false,
    };
    let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_here);
    is_safe && url.query().is_none() && url.fragment().is_none() && url.username().is_empty()
}

fn name(text: &str) -> Result<Bilingual, OidcError> {
    let in_lang = |code: &str| text.split(';').find_map(|part| part.trim().strip_prefix(code)).map(str::to_owned);
    let name = Bilingual::new(in_lang("en="), in_lang("fr="));
    if [Lang::En, Lang::Fr].iter().all(|lang| name.get(*lang).is_some()) { Ok(name) } else { Err(OidcError::Name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn config() -> Config {
        Config {
            oidc_issuer: Some("https://login.example.gc.ca/realms/x".into()),
            oidc_client_id: Some("suivi".into()),
            oidc_client_secret: Some(Secret::new("hush-hush")),
            oidc_name: Some("en=Sign in with GCKey; fr=Ouvrir une session avec CléGC".into()),
            oidc_roles: "suivi-admins=administrator,suivi-gttp=lead".into(),
            ..Config::default()
        }
    }

    #[test]
    fn settings_that_work_are_read_and_the_secret_is_shown_nowhere() {
        let settings = config().sso().expect("settings").expect("single sign-on");
        assert_eq!(settings.name.get(Lang::Fr), Some("Ouvrir une session avec CléGC"));
        assert_eq!(settings.client_secret.as_ref().map(Secret::expose), Some("hush-hush"));
        assert!(!format!("{settings:?} {:?}", config()).contains("hush"));
        assert!(Config::default().sso().expect("settings").is_none());
    }

    #[rstest]
    #[case("http://login.example.gc.ca", false)]
    #[case("ftp://login.example.gc.ca", false)]
    #[case("https://login.example.gc.ca/?x=1", false)]
    #[case("https://me@login.example.gc.ca", false)]
    #[case("login.example.gc.ca", false)]
    #[case("http://127.0.0.1:9000", true)]
    #[case("http://localhost:9000/realms/x", true)]
    fn a_provider_is_reached_over_tls_or_is_this_machine(#[case] issuer: &str, #[case] accepted: bool) {
        let config = Config { oidc_issuer: Some(issuer.into()), ..config() };
        assert_eq!(config.check().is_ok(), accepted);
    }

    #[rstest]
    #[case::no_issuer(Config { oidc_issuer: None, ..config() }, "SUIVI_OIDC_ISSUER")]
    #[case::no_client(Config { oidc_client_id: Some(" ".into()), ..config() }, "SUIVI_OIDC_CLIENT_ID")]
    #[case::one_language(Config { oidc_name: Some("en=Sign in".into()), ..config() }, "SUIVI_OIDC_NAME")]
    #[case::no_such_role(Config { oidc_roles: "a=king".into(), ..config() }, "SUIVI_OIDC_ROLES")]
    #[case::no_role(Config { oidc_roles: String::new(), oidc_new_people: true, ..config() }, "SUIVI_OIDC_NEW_PEOPLE")]
    fn a_setting_that_cannot_work_is_named(#[case] config: Config, #[case] named: &str) {
        assert!(config.check().expect_err("refused").to_string().contains(named));
    }
}
