//! The roles of rule 8.

use crate::codes::coded;

coded! {
    /// What a person is to a plan, or to the whole instance.
    Role {
        /// Runs the instance.
        Administrator = "administrator",
        /// The secretariat: plans, import, meetings, verification.
        Coordinator = "coordinator",
        /// Answers for the measures of the own organisation.
        Lead = "lead",
        /// A member of the working group.
        Member = "member",
        /// Senior management: reads summaries, decides extensions and retirements.
        Executive = "executive",
        /// Reads.
        Reader = "reader",
    }
}
