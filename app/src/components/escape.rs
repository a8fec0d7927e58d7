//! Text for the two elements whose content Leptos sends as it is, `textarea` and the document's `title`. Without this,
//! a text that holds `</textarea>` or `</title>` would end them and become part of the page.

/// The text with what HTML would take for its own spelled out.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_text_can_end_its_element_and_none_is_read_twice() {
        assert_eq!(escaped("</textarea><b>&amp;"), "&lt;/textarea&gt;&lt;b&gt;&amp;amp;");
        assert_eq!(escaped("« É »"), "« É »");
    }
}
