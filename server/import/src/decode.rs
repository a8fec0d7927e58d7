//! From bytes to text. Plans come as UTF-8, with or without a mark, and as Windows-1252 whatever the page claims.

use domain::draft::{ImportError, ImportErrorCode};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text, and whether its encoding had to be guessed.
pub fn decode(bytes: &[u8]) -> Result<(String, bool), ImportError> {
    characters(bytes).map(|(text, guessed)| (with_line_ends(text), guessed))
}

/// A carriage return alone ends a line too, as it did on old machines and does in some spreadsheets.
fn with_line_ends(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut ended = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let ends_alone = c == '\r' && characters.peek() != Some(&'\n');
        ended.push(if ends_alone { '\n' } else { c });
    }
    ended
}

fn characters(bytes: &[u8]) -> Result<(String, bool), ImportError> {
    refuse_other_formats(bytes)?;
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok((UTF_16LE.decode_without_bom_handling(rest).0.into_owned(), false));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok((UTF_16BE.decode_without_bom_handling(rest).0.into_owned(), false));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let controls = bytes.iter().filter(|b| b.is_ascii_control() && !b.is_ascii_whitespace()).count();
    if bytes.contains(&0) || controls * 50 > bytes.len() {
        return Err(ImportError::new(ImportErrorCode::NotText));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), false)),
        Err(_) => Ok((guessed(bytes), true)),
    }
}

/// Mostly UTF-8 with a few stray bytes keeps its letters; anything else is Windows-1252 throughout.
fn guessed(bytes: &[u8]) -> String {
    let (mut letters, mut strays) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        strays += chunk.invalid().len();
    }
    if strays * 2 > letters {
        return WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
    }
    bytes.utf8_chunks().fold(String::with_capacity(bytes.len()), |mut text, chunk| {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        text
    })
}

fn refuse_other_formats(bytes: &[u8]) -> Result<(), ImportError> {
    const SIGNS: &[(&[u8], ImportErrorCode, &str)] = &[
        (b"PK\x03\x04", ImportErrorCode::FormatNotSupported, "XLSX, DOCX, ZIP"),
        (b"PK\x05\x06", ImportErrorCode::FormatNotSupported, "XLSX, DOCX, ZIP"),
        (b"%PDF", ImportErrorCode::FormatNotSupported, "PDF"),
        (b"\xd0\xcf\x11\xe0", ImportErrorCode::FormatNotSupported, "XLS, DOC"),
        (b"{\\rtf", ImportErrorCode::FormatNotSupported, "RTF"),
        (b"\x89PNG", ImportErrorCode::NotText, "PNG"),
        (b"\xff\xd8\xff", ImportErrorCode::NotText, "JPEG"),
        (b"GIF8", ImportErrorCode::NotText, "GIF"),
        (b"\x1f\x8b", ImportErrorCode::NotText, "GZIP"),
    ];
    match SIGNS.iter().find(|(sign, _, _)| bytes.starts_with(sign)) {
        Some((_, code, name)) => Err(ImportError::new(*code).about(name)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_survive_in_every_encoding_plans_come_in() {
        let read = |bytes: &[u8]| decode(bytes).expect("text");
        assert_eq!(read("\u{feff}Échéance".as_bytes()), ("Échéance".to_owned(), false));
        assert_eq!(read(b"D\x92ici l\x92\xe9t\xe9"), ("D’ici l’été".to_owned(), true));
        assert_eq!(read(b"\xc3\xa9ch\xc3\xa9ance \x96 \xc3\xa9t\xc3\xa9"), ("échéance – été".to_owned(), true));
        assert_eq!(read(b"\xff\xfe\xe9\x00t\x00"), ("ét".to_owned(), false));
    }

    #[test]
    fn files_that_are_no_text_are_refused_by_name() {
        let refused = |bytes: &[u8]| decode(bytes).expect_err("refused");
        assert_eq!(refused(b"PK\x03\x04...").code, ImportErrorCode::FormatNotSupported);
        assert_eq!(refused(b"%PDF-1.4").detail.as_deref(), Some("PDF"));
        assert_eq!(refused(b"a\x00b").code, ImportErrorCode::NotText);
    }
}
