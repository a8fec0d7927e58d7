//! What people see: pages, forms and the few islands that help them. Compiled twice: natively with everything, and
//! for the browser with the islands only. It must not know how anything is stored.

pub mod api;
pub mod error;
pub mod islands;

#[cfg(feature = "ssr")]
pub mod backend;
#[cfg(feature = "ssr")]
pub mod i18n;
#[cfg(feature = "ssr")]
pub mod request;
