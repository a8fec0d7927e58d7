//! Single sign-on: what can go wrong, and which roles the groups of a provider stand for. It must not know any protocol.

mod roles;

pub use roles::{RoleChanges, RoleMap, RoleMapError};

use crate::codes::coded;

coded! {
    /// Why signing in at the provider did not lead in.
    SsoTrouble {
        /// The person said no there, or the provider did.
        Denied = "denied",
        /// The answer belongs to no attempt of this browser, or to one that was given up for a newer one.
        Mismatch = "mismatch",
        /// It took too long.
        Expired = "expired",
        /// The provider does not answer.
        Unreachable = "unreachable",
        /// What the provider said cannot be trusted.
        Refused = "refused",
        /// The provider knows the person; Suivi does not.
        Unknown = "unknown",
        /// The provider does not vouch for the person's address, without which nobody is recognised the first time.
        Unverified = "unverified",
        /// The address belongs to somebody who signs in with another account of the provider.
        OtherAccount = "other_account",
    }
}
