//! Making text plain: white space, hyphens, sentences. Nothing here knows what a plan is.

/// Characters that only serve the line breaking of the source.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// White space collapsed (no-break spaces too), soft hyphens dropped, no-break hyphens shown as "-".
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        match c {
            _ if c.is_whitespace() || c.is_control() => {
                if !plain.is_empty() && !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            '\u{2010}' | '\u{2011}' => plain.push('-'),
            _ => plain.push(c),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// White space collapsed and nothing else changed.
pub fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_ascii_whitespace()).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The exact characters, where making them plain changed more than white space.
pub fn raw_if_different(raw: &str, plain: &str) -> Option<String> {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    (letters(raw) != letters(plain)).then(|| raw.trim().to_owned())
}

/// Without the final dot of a sentence; the dot of "etc." stays.
pub fn without_final_dot(text: &str) -> &str {
    let text = text.trim();
    match text.strip_suffix('.') {
        Some(rest) if !rest.ends_with('.') && !is_abbreviation(rest) => rest.trim_end(),
        _ => text,
    }
}

fn is_abbreviation(before_dot: &str) -> bool {
    const SHORT: &[&str] = &[
        "etc", "p", "ex", "no", "e.g", "i.e", "dr", "mr", "mrs", "ms", "st", "art", "cf", "vs", "inc", "dept", "approx", "jan",
        "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "janv", "févr", "avr", "juil", "déc",
    ];
    let word = before_dot.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default().to_lowercase();
    SHORT.contains(&word.as_str()) || word.chars().count() == 1 || word.split('.').all(|part| part.chars().count() == 1)
}

/// The sentences of a text: cut after ".", "!" or "?" where a capital letter, a digit or a line break follows.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let cut = match c {
            '\n' => true,
            '.' | '!' | '?' => ends_sentence(text, start, at, end, c),
            _ => false,
        };
        if cut {
            sentences.push(text[start..end].trim());
            start = end;
        }
    }
    sentences.push(text[start..].trim());
    sentences.retain(|s| !s.is_empty());
    sentences
}

fn ends_sentence(text: &str, start: usize, at: usize, end: usize, mark: char) -> bool {
    let rest = &text[end..];
    let next = rest.trim_start().chars().next();
    rest.starts_with(char::is_whitespace)
        && next.is_some_and(|c| c.is_uppercase() || c == '«' || c == '"' || c == '(')
        && !(mark == '.' && is_abbreviation(&text[start..at]))
}

/// The first words of a text, for comparing and showing.
pub fn first_words(text: &str, chars: usize) -> String {
    let flat = plain(text);
    if flat.chars().count() <= chars {
        return flat;
    }
    let cut: String = flat.chars().take(chars).collect();
    cut.rsplit_once(' ').map_or(cut.clone(), |(words, _)| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_hyphens_are_made_plain() {
        assert_eq!(plain(" T2\u{a0} 2019\u{2011}2020\n, éché\u{ad}ance "), "T2 2019-2020 , échéance");
        assert_eq!(raw_if_different("T2\u{a0}2019", "T2 2019"), None);
        assert_eq!(raw_if_different("2019\u{2011}2020", "2019-2020").as_deref(), Some("2019\u{2011}2020"));
    }

    #[test]
    fn sentences_end_before_a_capital_letter_but_not_after_abbreviations() {
        assert_eq!(
            sentences("Approve the profile. Set up a table (e.g. a list). Done."),
            ["Approve the profile.", "Set up a table (e.g. a list).", "Done."]
        );
        assert_eq!(sentences("Voir p. ex. Ottawa no. 3 M. Untel"), ["Voir p. ex. Ottawa no. 3 M. Untel"]);
        assert_eq!(without_final_dot("Plans, notes, etc."), "Plans, notes, etc.");
        assert_eq!(without_final_dot("Un plan. "), "Un plan");
    }
}
