//! Labels of items: "1.1", "a)", "(ii)", "3.". Nothing here knows what they label.

/// A label at the start of a text: as printed without brackets or final dot, and the text after it.
pub fn leading(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let (bracket, rest) = text.strip_prefix('(').map_or((false, text), |rest| (true, rest));
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
    let token = rest.get(..length)?;
    let label = token.trim_end_matches('.');
    let dotted = label.contains('.');
    if !is_label(label) {
        return None;
    }
    let after = rest.get(length..)?;
    let (closed, after) = match after.strip_prefix(')') {
        Some(after) => (true, after),
        None => (false, after),
    };
    if bracket && !closed {
        return None;
    }
    let ended = closed || token.ends_with('.');
    let body = after.trim_start_matches(['.', ':']).trim_start();
    let body = body.strip_prefix(['-', '–', '—']).map_or(body, str::trim_start);
    let spaced =
        after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '-' | '–')) || closed;
    // "1.1 Text" needs no bracket; "3 Text" could be a count and "3.5 million" a sum.
    let is_sum =
        || ["million", "milliard", "billion", "per", "pour", "%", "m$", "k"].iter().any(|w| body.to_lowercase().starts_with(w));
    ((ended && spaced) || (dotted && spaced && !is_sum())).then_some((label, body))
}

fn is_label(label: &str) -> bool {
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let letter = |part: &str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let roman = |part: &str| part.len() <= 4 && !part.is_empty() && part.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let number_letter = |part: &str| {
        part.len() >= 2
            && part.bytes().last().is_some_and(|b| b.is_ascii_lowercase())
            && part.get(..part.len() - 1).is_some_and(digits)
    };
    let parts: Vec<&str> = label.split('.').collect();
    match parts.as_slice() {
        [one] => digits(one) || letter(one) || roman(one) || number_letter(one),
        [first, .., last] => {
            parts.len() <= 4
                && (digits(first) || (letter(first)))
                && parts.iter().skip(1).rev().skip(1).all(|p| digits(p))
                && (digits(last) || letter(last) || number_letter(last))
        }
        [] => false,
    }
}

/// What a label may mean: a family and a place in it ("i" is the ninth letter or the first Roman number).
fn meanings(label: &str) -> Vec<(String, u32)> {
    let (prefix, last) = label.rsplit_once('.').map_or((String::new(), label), |(p, l)| (format!("{p}."), l));
    let split = last.find(|c: char| !c.is_ascii_digit()).unwrap_or(last.len());
    let (number, tail) = last.split_at(split);
    let mut meanings = Vec::new();
    if tail.is_empty() {
        meanings.extend(number.parse().ok().map(|n| (format!("{prefix}#"), n)));
    } else if let [letter] = tail.as_bytes() {
        meanings.push((format!("{prefix}{number}a"), u32::from(letter.to_ascii_lowercase() - b'a') + 1));
    }
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    meanings.extend(ROMAN.iter().zip(1u32..).find(|(r, _)| **r == last).map(|(_, n)| (format!("{prefix}roman"), n)));
    meanings
}

fn follows(label: &str, before: &str) -> bool {
    let before = meanings(before);
    meanings(label).iter().any(|(family, n)| before.iter().any(|(other, m)| family == other && *n == m + 1))
}

/// A text cut at its labels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Items {
    /// What stands before the first label.
    pub lead: String,
    /// Label and text, in order; a single label counts only at the very start.
    pub items: Vec<(String, String)>,
}

impl Items {
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|(label, _)| label.as_str())
    }

    pub fn get(&self, label: &str) -> Option<&str> {
        self.items.iter().find(|(own, _)| own.eq_ignore_ascii_case(label)).map(|(_, text)| text.as_str())
    }
}

/// Cuts a text at labels that follow one another (a, b, c; 1.1, 1.2).
pub fn items(text: &str) -> Items {
    let mut cuts: Vec<(usize, String, usize)> = Vec::new();
    let mut line_start = true;
    for (at, c) in text.char_indices() {
        let before = text.get(..at).unwrap_or_default();
        let at_start = line_start && !c.is_whitespace();
        let inline = !line_start && before.ends_with(char::is_whitespace);
        if c == '\n' {
            line_start = true;
        } else if !c.is_whitespace() {
            line_start = false;
        }
        // A bullet before the label does not hide it.
        let bulleted = before.ends_with("- ") && before.trim_end_matches("- ").chars().last().is_none_or(|c| c == '\n');
        if !(at_start || inline || bulleted) {
            continue;
        }
        let Some((label, body)) = text.get(at..).and_then(leading) else { continue };
        let body_at = text.len() - body.len();
        let clear = text.get(at..body_at).is_some_and(|mark| mark.contains(')')) || before.trim_end().ends_with(['.', ';', ':']);
        let wanted = match cuts.last() {
            None => at_start || bulleted,
            Some((_, last, _)) => follows(label, last) && (at_start || bulleted || clear),
        };
        if wanted {
            cuts.push((at, label.to_owned(), body_at));
        }
    }
    let first = cuts.first().map_or(text.len(), |(at, _, _)| *at);
    let lead = text.get(..first).unwrap_or_default().trim_end_matches("- ").trim().to_owned();
    if cuts.len() == 1 && !lead.is_empty() {
        return Items { lead: text.trim().to_owned(), items: Vec::new() };
    }
    let ends = cuts.iter().skip(1).map(|(at, _, _)| *at).chain([text.len()]);
    let items = cuts.iter().zip(ends).map(|((_, label, body), end)| {
        (label.clone(), text.get(*body..end.max(*body)).unwrap_or_default().trim_end_matches("- ").trim().to_owned())
    });
    Items { lead, items: items.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_counts_sums_and_years() {
        assert_eq!(leading("1.1 Leçons écrites"), Some(("1.1", "Leçons écrites")));
        assert_eq!(leading("(ii) Draft"), Some(("ii", "Draft")));
        assert_eq!(leading("a) Draft"), Some(("a", "Draft")));
        assert_eq!(leading("1.1.1. Draft"), Some(("1.1.1", "Draft")));
        assert_eq!(leading("2a) Draft"), Some(("2a", "Draft")));
        for text in
            ["32 recipients assessed", "3.5 million dollars", "2018. A year", "As agreed", "A plan", "I will", "CIAD. Director"]
        {
            assert_eq!(leading(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_is_cut_at_labels_that_follow_one_another() {
        let cut = items("a) Review the mandate:\n- better ways. b) Say how (see a) above).");
        assert_eq!(cut.labels().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(cut.get("A"), Some("Review the mandate:\n- better ways."));
        assert_eq!(items("Steps:\ni) one\nii) two").lead, "Steps:");
        assert_eq!(items("No label b) here").items, []);
        assert_eq!(items("1.2 Report").items, [("1.2".to_owned(), "Report".to_owned())]);
    }
}
