//! Which pages there are, as the program itself lists them: what the tables of strangers and roles are held against.

use std::collections::BTreeSet;

/// The routes of the pages, as patterns such as `/plans/{id}`.
pub fn pages() -> BTreeSet<String> {
    let _ = any_spawner::Executor::init_tokio();
    let listed = leptos_axum::generate_route_list(app::shell::shell);
    let routes: BTreeSet<String> =
        listed.iter().map(|route| route.path().to_owned()).filter(|path| !path.contains("{*")).collect();
    assert!(routes.contains("/plans/{id}"), "the list is not what it was: {routes:?}");
    routes
}

/// The pages that are there for strangers.
pub const OPEN: &[&str] = &[
    "/sign-in",
    "/sign-in/sent",
    "/sign-in/forgot",
    "/sign-in/forgot/sent",
    "/sign-in/link/x",
    "/sign-in/reset/x",
    "/sign-in/second-factor",
    "/sign-in/sso/problem",
    "/answer/x",
    "/answered",
];

/// The route that shows a path: among those that fit, the one with the fewest parts left open.
pub fn route_of(path: &str, routes: &BTreeSet<String>) -> Option<String> {
    let parts: Vec<&str> = path.split('?').next().unwrap_or(path).split('/').collect();
    let is_open = |part: &str| part.starts_with('{');
    let fits = |route: &&String| {
        let pattern: Vec<&str> = route.split('/').collect();
        pattern.len() == parts.len() && pattern.iter().zip(&parts).all(|(p, part)| is_open(p) || p == part)
    };
    routes.iter().filter(fits).min_by_key(|route| route.matches('{').count()).cloned()
}

/// Fails unless these paths show every page there is, and each shows one.
pub fn assert_every_page_is_in(paths: &[&str]) {
    let routes = pages();
    let shown: BTreeSet<String> =
        paths.iter().map(|path| route_of(path, &routes).unwrap_or_else(|| panic!("{path} is no page any more"))).collect();
    let missing: Vec<&String> = routes.difference(&shown).collect();
    assert!(missing.is_empty(), "pages without a case: {missing:?}");
}

/// Fails unless these methods and paths meet every address that is answered beside the pages, and each meets one.
pub fn assert_every_address_is_in(asked: &[(&str, &str)]) {
    let addresses = server::web::addresses();
    let meets = |(method, path): &(&str, &str), (other, address): &(&str, &str)| {
        let own = BTreeSet::from([(*address).to_owned()]);
        let within = address.split("/{*").next().unwrap_or(address);
        let is_open = *address == "/pkg" || address.contains("{*");
        method == other && (route_of(path, &own).is_some() || (is_open && path.starts_with(&format!("{within}/"))))
    };
    let missing: Vec<_> = addresses.iter().filter(|address| !asked.iter().any(|row| meets(row, address))).collect();
    assert!(missing.is_empty(), "addresses without a case: {missing:?}");
    let gone: Vec<_> = asked.iter().filter(|row| !addresses.iter().any(|address| meets(row, address))).collect();
    assert!(gone.is_empty(), "no such address any more: {gone:?}");
}
