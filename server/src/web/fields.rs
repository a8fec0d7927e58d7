//! The parts of a form on their way to where they are kept: never a secret, never more than there is room for.

use super::FORM_LIMIT;
use crate::files::{CheckedFile, FileCheck};
use app::error::AppError;
use axum::extract::multipart::{Field, MultipartError};
use domain::{evidence::MAX_FILE, problem::ProblemCode};

/// A form with a file as it arrives. The fields come before the file: the page has them in that order.
#[derive(Default)]
pub(super) struct Arrived {
    /// The fields, as they were typed.
    pub fields: Vec<(String, String)>,
    /// The file, once it came.
    pub file: Option<Result<CheckedFile, ProblemCode>>,
}

impl Arrived {
    /// What stands in a field; nothing where it is missing.
    pub(super) fn value(&self, name: &str) -> String {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The number in a field. Errors with `Malformed`: no page of ours sends anything else.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Result<T, AppError> {
        self.value(name).parse().map_err(|_| AppError::Malformed)
    }

    /// The file, or that there was none.
    pub(super) fn file(&mut self) -> Result<CheckedFile, ProblemCode> {
        self.file.take().unwrap_or(Err(ProblemCode::Required))
    }
}

/// The fields that are never kept, by their whole names: the settings have fields that are about passwords and hold none.
/// A test holds the list against the server functions.
const SECRETS: &[&str] =
    &["token", "password", "current_password", "new_password", "repeat_password", "passcode", "first_passcode"];

/// How much of a form is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    /// The most fields.
    pub fields: usize,
    /// The most bytes, names included.
    pub bytes: usize,
}

impl Room {
    /// What somebody who is signed in may have typed.
    pub(super) const MEMBER: Self = Self { fields: 10_000, bytes: FORM_LIMIT };
    /// What is kept for somebody nobody knows: enough for a report typed before the session ended.
    pub(super) const STRANGER: Self = Self { fields: 200, bytes: 64 * 1024 };

    /// The room of whoever asks.
    pub(super) fn of(is_known: bool) -> Self {
        if is_known { Self::MEMBER } else { Self::STRANGER }
    }

    /// Takes what one field needs; false when there is not so much left.
    pub(super) fn take(&mut self, bytes: usize) -> bool {
        let fits = self.fields > 0 && bytes <= self.bytes;
        if fits {
            (self.fields, self.bytes) = (self.fields - 1, self.bytes - bytes);
        }
        fits
    }
}

/// Whether a field of this name is never kept.
pub(super) fn is_secret(name: &str) -> bool {
    SECRETS.contains(&name)
}

/// The fields that may be kept, as many as there is room for.
pub(super) fn kept<N, V>(fields: impl IntoIterator<Item = (N, V)>, mut room: Room) -> Vec<(String, String)>
where
    N: AsRef<str> + Into<String>,
    V: AsRef<str> + Into<String>,
{
    let fits = |(name, value): &(N, V)| !is_secret(name.as_ref()) && room.take(name.as_ref().len() + value.as_ref().len());
    // A body may have very many fields: what lies beyond all room is not even looked at.
    fields.into_iter().take(Room::MEMBER.fields).filter(fits).map(|(name, value)| (name.into(), value.into())).collect()
}

/// The text of one part of an upload, which is read no further than there is room for.
pub(super) async fn text(mut field: Field<'_>, room: &mut Room) -> Result<(String, String), AppError> {
    let name = field.name().unwrap_or_default().to_owned();
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|error| unreadable(&error, FORM_LIMIT))? {
        bytes.extend_from_slice(&piece);
        if name.len() + bytes.len() > room.bytes {
            return Err(AppError::Malformed);
        }
    }
    if !room.take(name.len() + bytes.len()) {
        return Err(AppError::Malformed);
    }
    Ok((name, String::from_utf8(bytes).map_err(|_| AppError::Malformed)?))
}

/// Counts and hashes a file while it arrives. A box left empty is sent as a file without a name.
pub(super) async fn file(mut field: Field<'_>) -> Result<Result<CheckedFile, ProblemCode>, AppError> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let mut check = FileCheck::default();
    while let Some(piece) = field.chunk().await.map_err(|error| unreadable(&error, MAX_FILE))? {
        check.push(&piece);
    }
    Ok(check.finish(&name))
}

/// Why an upload could not be read.
pub(super) fn unreadable(error: &MultipartError, limit: usize) -> AppError {
    match error.status().as_u16() {
        413 => AppError::TooLarge(limit as u64),
        _ => AppError::Malformed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeSet, fs, path::Path};

    #[test]
    fn secrets_are_not_kept_and_what_only_sounds_like_one_is() {
        let typed = [("email", "a@b.ca"), ("token", "x"), ("new_password", "x"), ("first_passcode", "1"), ("passwords", "on")];
        let expected = [("email", "a@b.ca"), ("passwords", "on")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(kept(typed, Room::STRANGER), expected);
    }

    fn read(folder: &Path, found: &mut String) {
        for entry in fs::read_dir(folder).expect("a readable folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                read(&path, found);
            } else {
                found.push_str(&fs::read_to_string(&path).expect("a source file"));
            }
        }
    }

    #[test]
    fn the_secrets_are_those_that_server_functions_take() {
        let mut sources = String::new();
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src/api"), &mut sources);
        let arguments = sources.split("endpoint = \"").skip(1).filter_map(|rest| rest.split(") ->").next());
        let secret = |line: &str| {
            let (name, kind) = line.trim().split_once(": ")?;
            (kind == "Secret," || (kind == "String," && name.ends_with("token"))).then(|| name.to_owned())
        };
        let taken: BTreeSet<String> = arguments.flat_map(str::lines).filter_map(secret).collect();
        assert_eq!(taken, SECRETS.iter().map(|name| (*name).to_owned()).collect());
    }

    #[test]
    fn what_does_not_fit_is_left_out_and_the_rest_is_kept() {
        let long = "x".repeat(Room::STRANGER.bytes);
        let typed = [("done", long.as_str()), ("next_step", "soon")];
        assert_eq!(kept(typed, Room::STRANGER), [("next_step".to_owned(), "soon".to_owned())]);
        assert_eq!(kept(typed, Room::MEMBER).len(), 2);
        assert_eq!(kept((0..5000).map(|n| (format!("field{n}"), String::new())), Room::STRANGER).len(), Room::STRANGER.fields);
    }
}
