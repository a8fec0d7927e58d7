//! Comparing words whatever their accents, case and typing slips.

/// The text in lower case without accents or ligatures, for comparing; never for showing.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' | 'ì' => folded.push('i'),
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' => folded.push('o'),
            'û' | 'ü' | 'ù' | 'ú' => folded.push('u'),
            'ç' => folded.push('c'),
            'ÿ' => folded.push('y'),
            'ñ' => folded.push('n'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            // Soft hyphens and combining accents carry no letter.
            '\u{ad}' | '\u{300}'..='\u{36f}' => {}
            _ => folded.push(c),
        }
    }
    folded
}

/// Whether two words differ by at most one letter put in, left out or replaced, or two neighbours exchanged.
#[must_use]
pub fn one_slip_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    match (a, b) {
        ([x, y], [z, w]) => x == w && y == z,
        _ => a.len() <= 1 && b.len() <= 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, one_slip_apart};

    #[test]
    fn one_slip_of_the_keyboard_is_forgiven_and_two_are_not() {
        for near in ["reponse", "respone", "responce", "resonse", "repsonse", "rresponse"] {
            assert!(one_slip_apart("response", near), "{near}");
        }
        assert!(!one_slip_apart("response", "reason"));
    }

    #[test]
    fn accents_case_and_soft_hyphens_do_not_matter() {
        assert_eq!(fold("Éché\u{ad}ance À DÉTERMINER"), "echeance a determiner");
        assert_eq!(fold("e\u{301}te\u{301} œuvre"), "ete oeuvre");
    }
}
