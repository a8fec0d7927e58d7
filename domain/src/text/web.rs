//! Web addresses that may be shown as links.

/// Whether it is an address of http or https with a host and without a password in it.
#[must_use]
pub fn is_web_address(url: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let head = url.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| &url[scheme.len()..])
    });
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let plain = !url.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c));
    !host.is_empty() && !host.contains('@') && plain
}

#[cfg(test)]
mod tests {
    use super::is_web_address;
    use rstest::rstest;

    #[rstest]
    #[case("https://www.publicsafety.gc.ca/a?b=c#d", true)]
    #[case("HTTP://example.ca", true)]
    #[case("javascript:alert(1)", false)]
    #[case("https://", false)]
    #[case("https://user:secret@example.ca", false)]
    #[case("https://example.ca/a b", false)]
    #[case("www.example.ca", false)]
    fn only_an_address_that_a_page_may_link_to_is_one(#[case] url: &str, #[case] expected: bool) {
        assert_eq!(is_web_address(url), expected);
    }
}
