//! Which passwords are accepted: long ones that are not easily guessed. No rule asks for digits, capitals or signs,
//! and none expires by itself; such rules make passwords worse (NIST SP 800-63B-4, 3.1.1.2).

use crate::{problem::ProblemCode, text::fold};

/// The most characters of a password.
pub const MOST: usize = 256;
/// Fewer characters than these beside a guessable word make no password.
const REST: usize = 8;
/// What a stranger tries first, in both languages, beside what they know of the person.
const COMMON: &[&str] =
    &["password", "motdepasse", "suivi", "administrator", "administrateur", "welcome", "bienvenue", "letmein", "canada"];
/// Rows of a keyboard and other orders that fingers follow.
const ORDERS: &[&str] =
    &["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn"];

/// Why a password is not accepted; `about` are texts that strangers know: the address, the name.
#[must_use]
pub fn problem(password: &str, least: usize, about: &[&str]) -> Option<ProblemCode> {
    let length = password.chars().count();
    if length == 0 {
        return Some(ProblemCode::Required);
    }
    if length > MOST {
        return Some(ProblemCode::TooLong);
    }
    if length < least {
        return Some(ProblemCode::TooShort);
    }
    is_guessable(password, about).then_some(ProblemCode::EasyToGuess)
}

/// Whether little is left of it once what anybody would try is taken out.
fn is_guessable(password: &str, about: &[&str]) -> bool {
    let plain: String = fold(password).chars().filter(|c| c.is_alphanumeric()).collect();
    // Signs alone: count them as they are.
    let plain = if plain.is_empty() { password.to_owned() } else { plain };
    if repeats(&plain) || follows_an_order(&plain) {
        return true;
    }
    let known = about.iter().flat_map(|text| words(text)).chain(COMMON.iter().map(|word| (*word).to_owned()));
    let mut known: Vec<String> = known.collect();
    known.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = known.iter().fold(plain.clone(), |rest, word| rest.replace(word.as_str(), ""));
    rest != plain && (rest.chars().count() < REST || repeats(&rest) || follows_an_order(&rest))
}

/// The words of a name or an address, long enough to matter, and the whole.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let whole: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let parts = folded.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
    parts.chain([whole]).filter(|word| word.chars().count() >= 3).collect()
}

/// Whether it is one piece of at most four characters over and over.
fn repeats(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (1..=4).any(|piece| chars.len() > piece && chars.iter().zip(chars.iter().skip(piece)).all(|(a, b)| a == b))
}

/// Whether it is nothing but a run along an order, forwards or backwards, however often it starts again.
fn follows_an_order(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let next_to = |pair: &[char]| {
        let [a, b] = pair else { return false };
        ORDERS.iter().any(|order| order.contains(&format!("{a}{b}")) || order.contains(&format!("{b}{a}")))
    };
    let steps = chars.len().saturating_sub(1);
    let along = chars.windows(2).filter(|pair| next_to(pair)).count();
    steps > 0 && (steps - along) * 5 <= steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const ABOUT: &[&str] = &["marie.tremblay@sp.gc.ca", "Marie Tremblay"];

    #[rstest]
    #[case::a_phrase("quatre chevaux sous la pluie")]
    #[case::letters_only("correcthorsebatterystaple")]
    #[case::own_name_and_enough_more("marie va au marché le jeudi")]
    #[case::other_scripts("пароль из многих слов")]
    #[case::generated("kX9$vQ2!mZ7@pL4")]
    fn a_long_password_is_accepted_whatever_it_is_made_of(#[case] password: &str) {
        assert_eq!(problem(password, 15, ABOUT), None);
    }

    #[rstest]
    #[case::one_character("aaaaaaaaaaaaaaaa")]
    #[case::one_sign("!!!!!!!!!!!!!!!!")]
    #[case::a_piece("ab12ab12ab12ab12")]
    #[case::digits("123456789012345")]
    #[case::keyboard("qwertyuiopasdfgh")]
    #[case::french_keyboard("azertyuiop123456")]
    #[case::address("marie.tremblay@sp.gc.ca")]
    #[case::name("MarieTremblay2018")]
    #[case::accents_do_not_help("Màrié-Tremblây-2018")]
    #[case::the_program("suivi-suivi-suivi-1")]
    #[case::common("Password12345678")]
    #[case::common_in_french("mot de passe 2018!")]
    fn what_a_stranger_would_try_is_refused(#[case] password: &str) {
        assert_eq!(problem(password, 15, ABOUT), Some(ProblemCode::EasyToGuess), "{password}");
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(problem("", 15, &[]), Some(ProblemCode::Required));
        assert_eq!(problem("éèàùçéèàùç", 15, &[]), Some(ProblemCode::TooShort));
        assert_eq!(problem("éèà ùçô îëü quoi", 15, &[]), None);
        assert_eq!(problem(&"ça va bien ".repeat(24), 15, &[]), Some(ProblemCode::TooLong));
    }
}
