//! Preparing the source of a page for the parser, which forgets lines and takes very long over very deep nesting.

use domain::draft::{ImportError, ImportErrorCode};

/// The attribute that carries the line of the source through the parser.
pub const LINE: &str = "data-suivi-line";

/// Elements whose line is worth knowing.
const MARKED: &[&str] = &[
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr", "td", "th", "dt", "dd", "br", "table", "div", "caption", "section",
    "title",
];

/// Elements that nest when they are not closed.
const NESTING: &[&str] = &[
    "div",
    "section",
    "article",
    "main",
    "aside",
    "span",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "font",
    "a",
    "table",
    "ul",
    "ol",
    "dl",
    "form",
    "center",
    "blockquote",
    "sup",
    "sub",
    "small",
    "big",
    "label",
    "fieldset",
    "details",
    "figure",
];

/// Deeper than any page that people wrote.
const DEEPEST: usize = 500;

/// The page with the number of its line in each start tag of interest.
pub fn with_lines(source: &str) -> Result<String, ImportError> {
    let mut out = String::with_capacity(source.len() + source.len() / 8);
    let (mut line, mut copied, mut depth) = (1, 0, 0usize);
    let bytes = source.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' => line += 1,
            b'<' if bytes.get(at + 1) == Some(&b'/') => {
                let (name, _) = tag_name(source, at + 2);
                depth = depth.saturating_sub(usize::from(NESTING.contains(&name.as_str())));
            }
            b'<' => {
                let (name, end) = tag_name(source, at + 1);
                depth += usize::from(NESTING.contains(&name.as_str()));
                if depth > DEEPEST {
                    return Err(ImportError::new(ImportErrorCode::TooManyCells).at(line));
                }
                let closes = bytes.get(end).is_some_and(|b| matches!(b, b'>' | b'/') || b.is_ascii_whitespace());
                if closes && MARKED.contains(&name.as_str()) {
                    out.push_str(&source[copied..end]);
                    out.push_str(&format!(" {LINE}=\"{line}\""));
                    copied = end;
                }
            }
            _ => {}
        }
    }
    out.push_str(&source[copied..]);
    Ok(out)
}

/// The name of a tag, in lower case, and where it ends.
fn tag_name(source: &str, from: usize) -> (String, usize) {
    let rest = source.as_bytes().get(from..).unwrap_or_default();
    let length = rest.iter().take(12).take_while(|b| b.is_ascii_alphanumeric()).count();
    (source.get(from..from + length).unwrap_or_default().to_ascii_lowercase(), from + length)
}
