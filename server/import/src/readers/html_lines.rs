//! The lines a reader sees of an element: blocks and line breaks end them, list items carry their numbers, footnote
//! marks and hidden texts are left out.

use super::html::line_of;
use crate::document::{Kind, Line};
use crate::plain::{collapsed, plain};
use scraper::{ElementRef, Node};

/// Deeper nesting than any page has; what lies below is read as plain text.
const DEEPEST: usize = 150;

pub enum Piece<'a> {
    Line(Kind, Line),
    Table(ElementRef<'a>),
}

/// The lines of a cell or a caption; tables inside are read as text.
pub fn lines(element: ElementRef<'_>) -> Vec<Line> {
    let mut walker = Walker { line: line_of(element).unwrap_or(1), tables_as_text: true, ..Walker::default() };
    walker.children(element, 0);
    walker.flush();
    walker.pieces.into_iter().filter_map(|p| if let Piece::Line(_, line) = p { Some(line) } else { None }).collect()
}

/// The lines and tables of a page.
pub fn walk<'a>(element: ElementRef<'a>, pieces: &mut Vec<Piece<'a>>) {
    let mut walker = Walker { line: 1, ..Walker::default() };
    walker.children(element, 0);
    walker.flush();
    pieces.append(&mut walker.pieces);
}

#[derive(Default)]
struct Walker<'a> {
    pieces: Vec<Piece<'a>>,
    tables_as_text: bool,
    raw: String,
    /// The text the line starts with, while it is bold.
    bold: String,
    bold_ended: bool,
    bold_depth: usize,
    kind: Option<Kind>,
    item: bool,
    marker: Option<String>,
    /// The line of the source now, and where the open line of text began.
    line: usize,
    started: Option<usize>,
    lists: Vec<List>,
}

struct List {
    numbered: Option<char>,
    next: i64,
}

impl<'a> Walker<'a> {
    fn children(&mut self, element: ElementRef<'a>, depth: usize) {
        if depth > DEEPEST {
            let text: String = element.text().collect();
            self.text(&text);
            return;
        }
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.text(text),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.element(element, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'a>, depth: usize) {
        if is_hidden(element) {
            return;
        }
        if let Some(line) = line_of(element) {
            self.line = line;
        }
        let name = element.value().name();
        match name {
            "br" => self.flush_but_keep_item(),
            "table" if !self.tables_as_text && !holds_table(element) => {
                self.flush();
                self.pieces.push(Piece::Table(element));
            }
            "ul" | "ol" => {
                self.flush();
                let numbered = (name == "ol").then(|| element.attr("type").and_then(|t| t.chars().next()).unwrap_or('1'));
                let next = element.attr("start").and_then(|s| s.trim().parse().ok()).unwrap_or(1);
                self.lists.push(List { numbered, next });
                self.children(element, depth);
                self.flush();
                self.lists.pop();
            }
            "li" => self.list_item(element, depth),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(2, |digit| digit.saturating_sub(b'0'));
                self.block(element, depth, Some(Kind::Heading(level)));
            }
            "dt" => self.block(element, depth, Some(Kind::Term)),
            "b" | "strong" | "label" => {
                self.bold_depth += 1;
                self.children(element, depth);
                self.bold_depth -= 1;
            }
            _ if is_block(name) => self.block(element, depth, None),
            _ => self.children(element, depth),
        }
    }

    fn block(&mut self, element: ElementRef<'a>, depth: usize, kind: Option<Kind>) {
        self.flush_but_keep_item();
        if kind.is_some() {
            self.kind = kind;
        }
        self.children(element, depth);
        self.flush();
        if kind.is_some() {
            self.kind = None;
        }
    }

    fn list_item(&mut self, element: ElementRef<'a>, depth: usize) {
        self.flush();
        self.item = true;
        if let Some(list) = self.lists.last_mut() {
            list.next = element.attr("value").and_then(|v| v.trim().parse().ok()).unwrap_or(list.next);
            self.marker = list.numbered.map(|style| numeral(list.next, style));
            list.next = list.next.saturating_add(1);
        }
        self.children(element, depth);
        self.flush();
    }

    fn text(&mut self, text: &str) {
        if text.trim().is_empty() && self.raw.is_empty() {
            return;
        }
        self.started.get_or_insert(self.line);
        self.raw.push_str(text);
        if self.bold_depth > 0 && !self.bold_ended {
            self.bold.push_str(text);
        } else if !text.trim().is_empty() {
            self.bold_ended = true;
        }
    }

    /// Ends the line. A list item that had no text yet stays open, so that `<li><p>` is still an item.
    fn flush_but_keep_item(&mut self) {
        if !self.raw.trim().is_empty() {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let raw = collapsed(&std::mem::take(&mut self.raw));
        let mut line = Line::new(&raw, self.started.take().unwrap_or(self.line));
        line.bold = plain(&std::mem::take(&mut self.bold));
        self.bold_ended = false;
        line.item |= std::mem::take(&mut self.item);
        line.marker = self.marker.take();
        if !line.text.is_empty() {
            self.pieces.push(Piece::Line(self.kind.unwrap_or(Kind::Text), line));
        }
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "aside"
            | "blockquote"
            | "figure"
            | "figcaption"
            | "caption"
            | "table"
            | "thead"
            | "tbody"
            | "tfoot"
            | "tr"
            | "td"
            | "th"
            | "dl"
            | "dd"
            | "details"
            | "summary"
            | "center"
            | "form"
            | "fieldset"
            | "legend"
            | "pre"
            | "address"
            | "hr"
            | "body"
    )
}

/// What a reader does not see, or sees only as the mark of a note.
fn is_hidden(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let class = |names: &[&str]| value.classes().any(|c| names.contains(&c));
    match value.name() {
        "script" | "style" | "noscript" | "template" | "head" | "nav" | "footer" | "svg" | "del" | "s" | "strike" | "iframe"
        | "select" => true,
        "sup" => {
            let text: String = element.text().collect();
            let letters = text.trim();
            let ordinal = letters.chars().all(char::is_alphabetic) && !letters.is_empty();
            !ordinal || element.descendent_elements().any(|e| e.value().name() == "a")
        }
        "dl" => value.id() == Some("wb-dtmd"),
        _ => {
            class(&["wb-inv", "wb-invisible", "wb-fnote", "fn-lnk", "sr-only", "visually-hidden"])
                || value.attr("hidden").is_some()
        }
    }
}

fn holds_table(table: ElementRef<'_>) -> bool {
    table.descendent_elements().any(|e| e.value().name() == "table" && e != table)
}

/// The number of a list item as browsers print it.
fn numeral(number: i64, style: char) -> String {
    let letter = |first: u8| u8::try_from(number - 1).ok().filter(|n| *n < 26).map(|n| char::from(first + n).to_string());
    let roman = || {
        const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
        usize::try_from(number - 1).ok().and_then(|n| ROMAN.get(n)).map(|r| (*r).to_owned())
    };
    let named = match style {
        'a' => letter(b'a'),
        'A' => letter(b'A'),
        'i' => roman(),
        'I' => roman().map(|r| r.to_uppercase()),
        _ => None,
    };
    named.unwrap_or_else(|| number.to_string())
}
