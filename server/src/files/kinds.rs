//! Which kinds of files are taken as evidence. A file is what its bytes say, and its name has to agree.

/// What the form offers, as browsers understand it.
pub const ACCEPTED: &str = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.txt,.csv,.eml";

/// The first bytes of every ZIP archive, which office documents are.
const ZIP: &[u8] = b"PK\x03\x04";
/// The end of the directory of a ZIP archive, and how far from the end of the file it may begin.
const ZIP_END: &[u8] = b"PK\x05\x06";
const ZIP_END_WITHIN: usize = 22 + 65_535;

/// The media type of a file that is taken; `None` when its kind is not, or its name says something else.
pub(super) fn media_type(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let ending = name.rsplit_once('.')?.1.to_lowercase();
    let (expected, is_it) = match ending.as_str() {
        "pdf" => ("application/pdf", sniffed(bytes) == Some("application/pdf")),
        "png" => ("image/png", sniffed(bytes) == Some("image/png")),
        "jpg" | "jpeg" => ("image/jpeg", sniffed(bytes) == Some("image/jpeg")),
        "odt" => open_document("application/vnd.oasis.opendocument.text", bytes),
        "ods" => open_document("application/vnd.oasis.opendocument.spreadsheet", bytes),
        "odp" => open_document("application/vnd.oasis.opendocument.presentation", bytes),
        "docx" => {
            ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", is_office(bytes, "word/document.xml"))
        }
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", is_office(bytes, "xl/workbook.xml")),
        "pptx" => (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            is_office(bytes, "ppt/presentation.xml"),
        ),
        "txt" => ("text/plain; charset=utf-8", is_text(bytes)),
        "csv" => ("text/csv; charset=utf-8", is_text(bytes)),
        "eml" => ("message/rfc822", is_text(bytes) && begins_as_mail(bytes)),
        _ => return None,
    };
    is_it.then_some(expected)
}

fn sniffed(bytes: &[u8]) -> Option<&'static str> {
    infer::get(bytes).map(|kind| kind.mime_type())
}

fn open_document(kind: &'static str, bytes: &[u8]) -> (&'static str, bool) {
    // Macros of an open document lie in a folder of that name.
    let has_macros = || entries(bytes).is_none_or(|names| names.iter().any(|name| name.starts_with("Basic/")));
    (kind, sniffed(bytes) == Some(kind) && !has_macros())
}

/// A document of the newer office formats, without macros, whatever the order of its parts.
fn is_office(bytes: &[u8], main: &str) -> bool {
    let Some(names) = entries(bytes) else { return false };
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    has("[Content_Types].xml") && has(main) && !names.iter().any(|name| name.to_lowercase().ends_with("vbaproject.bin"))
}

/// The names in the directory of a ZIP archive; `None` when it is none.
fn entries(bytes: &[u8]) -> Option<Vec<String>> {
    if !bytes.starts_with(ZIP) {
        return None;
    }
    let tail = bytes.len().saturating_sub(ZIP_END_WITHIN);
    let end = tail + bytes.get(tail..)?.windows(ZIP_END.len()).rposition(|window| window == ZIP_END)?;
    let number = |at: usize, length: usize| -> Option<usize> {
        Some(bytes.get(at..at.checked_add(length)?)?.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
    };
    let count = number(end + 10, 2)?;
    let mut at = number(end + 16, 4)?;
    let mut names = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let (name, extra, comment) = (number(at + 28, 2)?, number(at + 30, 2)?, number(at + 32, 2)?);
        names.push(String::from_utf8_lossy(bytes.get(at + 46..at + 46 + name)?).into_owned());
        at += 46 + name + extra + comment;
    }
    Some(names)
}

/// Text: no byte that only programs and pictures have, and nothing a browser would take for a page or a shell for
/// a script. In UTF-8, or in the older encoding of western Windows.
fn is_text(bytes: &[u8]) -> bool {
    let is_plain = |byte: &u8| !byte.is_ascii_control() || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    bytes.iter().all(is_plain) && !sniffed(bytes).is_some_and(|kind| kind.starts_with("text/") || kind == "application/pdf")
}

/// A mail begins with its headers.
fn begins_as_mail(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let name = first.split(|byte| *byte == b':').next().unwrap_or_default();
    let is_header = !name.is_empty() && name.len() < first.len() && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-');
    let text = String::from_utf8_lossy(bytes.get(..65_536).unwrap_or(bytes)).to_lowercase();
    is_header && (text.starts_with("from:") || text.contains("\nfrom:"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// A ZIP archive of empty parts with these names.
    fn archive(names: &[&str]) -> Vec<u8> {
        let (mut file, mut directory) = (Vec::new(), Vec::new());
        for name in names {
            let at = u32::try_from(file.len()).expect("small").to_le_bytes();
            let length = u16::try_from(name.len()).expect("short").to_le_bytes();
            file.extend([ZIP, &[0; 22], &length, &[0; 2], name.as_bytes()].concat());
            directory.extend([b"PK\x01\x02", [0; 24].as_slice(), &length, &[0; 12], &at, name.as_bytes()].concat());
        }
        let count = u16::try_from(names.len()).expect("few").to_le_bytes();
        let (size, at) = (u32::try_from(directory.len()).expect("small"), u32::try_from(file.len()).expect("small"));
        let end = [ZIP_END, &[0; 4], &count, &count, &size.to_le_bytes(), &at.to_le_bytes(), &[0; 2]].concat();
        [file, directory, end].concat()
    }

    #[rstest]
    #[case("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".as_slice(), Some("application/pdf"))]
    #[case("a.PDF", b"%PDF-1.7\n", Some("application/pdf"))]
    #[case("a.txt", b"%PDF-1.7\n", None)]
    #[case("a.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", None)]
    #[case("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some("image/png"))]
    #[case("a.jpg", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None)]
    #[case("a.jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", Some("image/jpeg"))]
    #[case("a.txt", "Réunion tenue\r\n".as_bytes(), Some("text/plain; charset=utf-8"))]
    #[case("a.txt", b"R\xe9union tenue\r\n", Some("text/plain; charset=utf-8"))]
    #[case("a.txt", b"a\0b", None)]
    #[case("a.txt", b"<!DOCTYPE html><script>alert(1)</script>", None)]
    #[case("a.csv", b"#!/bin/sh\nrm -r .\n", None)]
    #[case("a.csv", b"BMW;2\n", Some("text/csv; charset=utf-8"))]
    #[case("a.eml", b"Received: x\r\nFrom: a@b.ca\r\n\r\nHi", Some("message/rfc822"))]
    #[case("a.eml", b"Hello: there\r\n", None)]
    #[case("a.exe", b"MZ\x90\0", None)]
    #[case("a.svg", b"<svg/>", None)]
    #[case("pdf", b"%PDF-1.7\n", None)]
    fn a_file_is_what_its_bytes_say_and_its_name_agrees(
        #[case] name: &str,
        #[case] bytes: &[u8],
        #[case] expected: Option<&str>,
    ) {
        assert_eq!(media_type(name, bytes), expected);
    }

    #[test]
    fn office_documents_are_known_by_their_parts_in_any_order_and_without_macros() {
        let word = archive(&["_rels/.rels", "docProps/app.xml", "word/document.xml", "[Content_Types].xml"]);
        assert!(media_type("a.docx", &word).is_some_and(|kind| kind.ends_with("wordprocessingml.document")));
        assert_eq!(media_type("a.xlsx", &word), None, "the name says something else");
        let with_macros = archive(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]);
        assert_eq!(media_type("a.docx", &with_macros), None);
        assert_eq!(media_type("a.docx", &archive(&["evil.exe"])), None);
        assert_eq!(media_type("a.docx", &word[..word.len() - 30]), None, "cut short");
    }

    #[test]
    fn open_documents_are_known_by_their_first_part() {
        let kind = b"application/vnd.oasis.opendocument.text";
        let first = [ZIP, &[0; 22], &8u16.to_le_bytes(), &[0; 2], b"mimetype", kind].concat();
        let document = |names: &[&str]| {
            let rest = archive(names);
            // The directory moves by as much as lies before it.
            let mut whole = [first.clone(), rest].concat();
            let at = whole.len() - 6;
            let moved = u32::from_le_bytes(whole[at..at + 4].try_into().expect("four bytes"))
                + u32::try_from(first.len()).expect("small");
            whole[at..at + 4].copy_from_slice(&moved.to_le_bytes());
            whole
        };
        assert_eq!(media_type("a.odt", &document(&["content.xml"])), Some("application/vnd.oasis.opendocument.text"));
        assert_eq!(media_type("a.ods", &document(&["content.xml"])), None);
        assert_eq!(media_type("a.odt", &document(&["content.xml", "Basic/script-lc.xml"])), None);
    }

    #[test]
    fn every_kind_that_is_offered_is_known() {
        for ending in ACCEPTED.split(',') {
            // Empty files are refused by their kind or before; what matters is that the ending is looked at.
            let looked_at = media_type(&format!("a{ending}"), b"From: a@b.ca\n").is_some();
            assert_eq!(looked_at, [".txt", ".csv", ".eml"].contains(&ending), "{ending}");
        }
    }
}
