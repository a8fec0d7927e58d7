//! One way to give a list of choices its stored text: the same code in the database, the API, the forms and the
//! catalogue keys. It must not know what any code means.

use std::fmt;

/// A text that is not one of the codes of the list it was read as.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code:?} is not a known {list}")]
pub struct UnknownCode {
    /// The list that was expected, by its Rust name.
    pub list: &'static str,
    /// What was found, shortened to 40 characters so that it can be logged.
    pub code: String,
}

impl UnknownCode {
    pub(crate) fn new(list: &'static str, code: &str) -> Self {
        Self { list, code: code.chars().take(40).collect() }
    }
}

/// What every coded list can do; the browser forms and the catalogue use it generically.
pub trait Coded: Sized + Copy + fmt::Display + 'static {
    /// All choices, in the order people expect to see them.
    const ALL: &'static [Self];
    /// The stored text.
    fn code(self) -> &'static str;
}

/// Declares an enum whose variants have a stored text, with `ALL`, `Display`, `FromStr`, serde and (on the
/// server) the database value.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
        #[cfg_attr(feature = "orm", sea_orm(value_type = "String"))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $crate::text::Coded for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::text::Coded::code(*self))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownCode;
            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code { $($code => Ok(Self::$variant),)+ _ => Err($crate::UnknownCode::new(stringify!($name), code)) }
            }
        }
    };
}
pub(crate) use coded;
