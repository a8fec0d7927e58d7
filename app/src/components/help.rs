//! Whom to ask for help, where the instance names somebody.

use crate::{i18n::t, request::request};
use leptos::prelude::*;

/// The address to write to; nothing where none is set.
#[component]
pub fn Help() -> impl IntoView {
    let info = request();
    info.instance
        .contact
        .map(|contact| {
            let href = format!("mailto:{contact}");
            view! { <p>{t(info.lang, "help-contact")}" "<a href=href>{contact.to_string()}</a></p> }
        })
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{html_of, request_in};
    use domain::text::Lang;

    #[test]
    fn help_is_offered_only_where_somebody_gives_it() {
        let mut request = request_in(Lang::En);
        assert_eq!(html_of(request.clone(), || view! { <Help /> }).replace("<!>", ""), "");
        request.instance.contact = Some("help@example.gc.ca".parse().expect("an address"));
        assert!(html_of(request, || view! { <Help /> }).contains("href=\"mailto:help@example.gc.ca\""));
    }
}
