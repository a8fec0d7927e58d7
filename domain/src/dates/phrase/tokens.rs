//! Cutting a phrase into words, numbers and marks. `November2013` and `Q2` are cut between letter and digit.

use crate::text::fold;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// In lower case, without accents.
    Word(String),
    Number {
        value: i32,
        digits: usize,
    },
    Mark(char),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    /// Bytes of the phrase.
    pub start: usize,
    pub end: usize,
    /// No white space before it.
    pub glued: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Letter,
    Digit,
    Mark,
    Space,
}

fn class(c: char) -> Class {
    match c {
        _ if c.is_ascii_digit() => Class::Digit,
        '\u{ad}' | '\u{300}'..='\u{36f}' => Class::Letter,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' => Class::Space,
        _ => Class::Mark,
    }
}

/// Dashes and slashes come in many forms; one of each is enough here.
fn plain_mark(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{2018}' | '\u{2019}' => '\'',
        _ => c,
    }
}

fn token(text: &str, class: Class, start: usize, end: usize, glued: bool) -> Option<Token> {
    let piece = text.get(start..end)?;
    let kind = match class {
        Class::Space => return None,
        Class::Letter => Kind::Word(fold(piece)),
        // A number too long to be part of a date still separates what stands around it.
        Class::Digit => Kind::Number { value: piece.parse().unwrap_or(i32::MAX), digits: piece.len() },
        Class::Mark => Kind::Mark(plain_mark(piece.chars().next()?)),
    };
    Some(Token { kind, start, end, glued })
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut run: Option<(Class, usize)> = None;
    let mut glued = false;
    let mut close = |run: (Class, usize), end: usize| {
        tokens.extend(token(text, run.0, run.1, end, glued));
        glued = run.0 != Class::Space;
    };
    for (at, c) in text.char_indices() {
        let class = class(c);
        match run {
            Some(open) if open.0 == class && class != Class::Mark => {}
            Some(open) => {
                close(open, at);
                run = Some((class, at));
            }
            None => run = Some((class, at)),
        }
    }
    if let Some(open) = run {
        close(open, text.len());
    }
    tokens
}

/// Looking ahead in the tokens without ever running over their end.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub tokens: &'t [Token],
    pub at: usize,
}

impl<'t> Cursor<'t> {
    pub fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.at)
    }

    pub fn word(&self) -> Option<&'t str> {
        match &self.peek()?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn skip(self, count: usize) -> Self {
        Self { at: self.at + count, ..self }
    }

    pub fn is_glued(&self) -> bool {
        self.peek().is_some_and(|t| t.glued)
    }

    /// Steps over a word of the list.
    pub fn eat_word(self, words: &[&str]) -> Option<Self> {
        self.word().filter(|w| words.contains(w)).map(|_| self.skip(1))
    }

    /// Steps over a mark of the list.
    pub fn eat_mark(self, marks: &[char]) -> Option<(char, Self)> {
        match self.peek()?.kind {
            Kind::Mark(mark) if marks.contains(&mark) => Some((mark, self.skip(1))),
            _ => None,
        }
    }

    /// Steps over a number of so many digits.
    pub fn eat_number(self, digits: std::ops::RangeInclusive<usize>) -> Option<(i32, Self)> {
        match self.peek()?.kind {
            Kind::Number { value, digits: found } if digits.contains(&found) => Some((value, self.skip(1))),
            _ => None,
        }
    }

    /// Steps over any of these words and marks, at most `limit` of them.
    pub fn skip_any(mut self, words: &[&str], marks: &[char], limit: usize) -> Self {
        for _ in 0..limit {
            match self.eat_word(words).or_else(|| self.eat_mark(marks).map(|(_, next)| next)) {
                Some(next) => self = next,
                None => break,
            }
        }
        self
    }
}
