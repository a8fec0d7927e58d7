//! Plain text as mail programs like it: lines of at most 76 characters, broken between words only.

/// The widest line of a plain-text mail.
pub const WIDTH: usize = 76;

/// The text in lines of at most `width` characters. Only plain spaces break: a non-breaking space keeps its words
/// together. A longer word (an address) stays whole.
#[must_use]
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut length) = (String::new(), 0);
    for word in text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
        let letters = word.chars().count();
        if length > 0 && length + 1 + letters > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += letters;
    }
    if length > 0 {
        lines.push(line);
    }
    lines
}

/// A paragraph, its lines indented by two spaces after the first one's `mark`.
#[must_use]
pub fn hanging(mark: &str, text: &str) -> String {
    lines(text, WIDTH - 2).into_iter().enumerate().fold(String::new(), |mut block, (n, line)| {
        if n > 0 {
            block.push('\n');
        }
        block.push_str(if n == 0 { mark } else { "  " });
        block.push_str(&line);
        block
    })
}

/// A paragraph.
#[must_use]
pub fn paragraph(text: &str) -> String {
    lines(text, WIDTH).join("\n")
}

/// The beginning of a text, at most `limit` characters, cut between words and closed with an ellipsis.
#[must_use]
pub fn beginning(text: &str, limit: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= limit {
        return text;
    }
    let head: String = text.chars().take(limit.saturating_sub(1)).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_joined_by_a_non_breaking_space_stay_on_one_line() {
        assert_eq!(lines("aaa bbb\u{a0}ccc", 8), ["aaa", "bbb\u{a0}ccc"]);
        assert_eq!(hanging("* ", &"mot ".repeat(20)).lines().nth(1).map(|l| &l[..5]), Some("  mot"));
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(beginning("Élaborer un cadre commun", 30), "Élaborer un cadre commun");
        assert_eq!(beginning("Élaborer un cadre, commun", 20), "Élaborer un cadre…");
        assert_eq!(beginning("éééééééééé", 5), "éééé…");
    }

    proptest! {
        #[test]
        fn wrapping_loses_no_word_and_respects_the_width(text in "[a-zé ]{0,200}", width in 10usize..80) {
            let wrapped = lines(&text, width);
            prop_assert!(wrapped.iter().all(|l| l.chars().count() <= width || !l.contains(' ')));
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(wrapped.iter().flat_map(|l| l.split(' ')).collect::<Vec<_>>(), words);
        }
    }
}
