//! The tables: a row for every page, file and server function, and the status that each person gets.
//!
//! A administrator, C coordinator, L lead, M member, E executive, R reader, each on the whole instance and of the
//! organisation that leads the measure; X has all six roles, but on another plan. 404 is what one may not know of, 403 what
//! one may know of but not do. Who may do it, but sends what cannot be done (a version long gone, an empty field),
//! gets 409 or 422: the rows change nothing, so that one instance serves them all.

/// For everybody who is signed in.
const ALL: &str = "ACLMERX 200";
/// For administrators of the instance.
const ADMIN: &str = "A 200, CLMERX 404";
/// For those who prepare plans.
const PREPARE: &str = "AC 200, LMERX 404";

/// Every page that is not for strangers.
pub const PAGES: &[(&str, &str)] = &[
    ("/", ALL),
    ("/plans", ALL),
    ("/plans/{plan}", "ACLMER 200, X 404"),
    ("/plans/{draft}", PREPARE),
    ("/plans/{plan}/meeting-report", "ACLMER 200, X 404"),
    ("/plans/{draft}/meeting-report", PREPARE),
    ("/overdue", ALL),
    ("/overdue?plan={plan}", "ACLMER 200, X 404"),
    ("/measures/{measure}", "ACLMER 200, X 404"),
    ("/measures/{measure}/report", "AMER 403, CL 200, X 404"),
    ("/measures/{measure}/evidence", "ACLMER 200, X 404"),
    ("/evidence/{evidence}/withdraw", "AME 403, CL 200, RX 404"),
    ("/plans/{plan}/costs", "ACLMER 200, X 404"),
    ("/plans/{plan}/costs/new", "ALMER 403, C 200, X 404"),
    ("/costs/{cost}", "ALMER 403, C 200, X 404"),
    ("/import", PREPARE),
    ("/import/{import}", "A 200, CLMERX 404"),
    ("/account/security", ALL),
    ("/account/security/second-factor", ALL),
    // There are none without a second factor.
    ("/account/security/recovery-codes", "ACLMERX 404"),
    ("/welcome", ALL),
    ("/admin", "AC 200, LMERX 404"),
    ("/admin/mail", "AC 200, LMERX 404"),
    ("/admin/mail/1", "AC 200, LMERX 404"),
    ("/admin/organisations", ADMIN),
    ("/admin/organisations/new", ADMIN),
    ("/admin/organisations/{organisation}", ADMIN),
    ("/admin/people", ADMIN),
    ("/admin/people/new", ADMIN),
    ("/admin/people/import", ADMIN),
    ("/admin/people/import/{people-import}", ADMIN),
    ("/admin/people/{person}", ADMIN),
    ("/admin/people/{person}/edit", ADMIN),
    ("/admin/people/{person}/roles", ADMIN),
    ("/admin/people/{person}/away", ADMIN),
    ("/admin/settings", ADMIN),
    ("/admin/log", ADMIN),
];

/// What is read but is no page.
pub const FILES: &[(&str, &str)] = &[
    ("/plans/{plan}/meeting-report/json", "ACLMER 200, X 404"),
    ("/plans/{draft}/meeting-report/csv", PREPARE),
    ("/plans/{plan}/costs/csv", "ACLMER 200, X 404"),
    ("/evidence/{evidence}/file", "ACLME 200, RX 404"),
    ("/overdue/csv", ALL),
    ("/overdue/html?plan={draft}", PREPARE),
    ("/admin/log/export?format=csv", ADMIN),
    ("/sign-in/sso", "ACLMERX 303"),
    ("/sign-in/sso/callback", "ACLMERX 303"),
];

/// Functions that are there before anybody is known, so that no role matters.
pub const FOR_STRANGERS: &[&str] = &[
    "/do/request-link",
    "/do/redeem",
    "/do/sign-in-demo",
    "/do/sign-out",
    "/do/sign-in",
    "/do/forgot-password",
    "/do/reset-password",
];

/// Pages whose row is still to be written; their own tests say who may. A row that is written leaves this list.
pub const PAGES_NOT_YET: &[&str] = &[
    "/account",
    "/extensions/1",
    "/measures/1/ask",
    "/measures/1/decide",
    "/measures/1/edit",
    "/measures/1/extension",
    "/measures/1/owner",
    "/measures/1/verify",
    "/plans/1/edit",
    "/plans/1/measures/new",
    "/plans/1/missing",
    "/plans/1/recommendations/new",
    "/plans/1/reporting",
    "/proposals/1",
    "/recommendations/1/edit",
    "/report",
];

/// Functions whose row is still to be written; their own tests say who may. A row that is written leaves this list.
pub const FUNCTIONS_NOT_YET: &[&str] = &[
    "/do/add-my-absence",
    "/do/answer-evidence",
    "/do/answer-update",
    "/do/ask-contact",
    "/do/ask-extension",
    "/do/cancel-my-absence",
    "/do/change-profile",
    "/do/close-plan",
    "/do/decide-extension",
    "/do/decide-fate",
    "/do/decline-answer",
    "/do/discard-draft",
    "/do/edit-plan",
    "/do/name-my-deputy",
    "/do/name-owner",
    "/do/publish-answer",
    "/do/remove-measure",
    "/do/remove-recommendation",
    "/do/report-many",
    "/do/revoke-contact-link",
    "/do/save-draft",
    "/do/save-drafts",
    "/do/save-measure",
    "/do/save-recommendation",
    "/do/verify-claim",
    "/do/withdraw-extension",
];

/// Every other function, with what is sent.
pub const FUNCTIONS: &[(&str, &str, &str)] = &[
    // One's own account.
    ("/do/give-second-factor", "passcode=123456", "ACLMERX 401"),
    ("/do/set-password", "current_password=&new_password=x&repeat_password=x", "ACLMERX 422"),
    ("/do/choose-password", "new_password=x&repeat_password=x", "ACLMERX 422"),
    ("/do/start-second-factor", "", ALL),
    ("/do/confirm-second-factor", "first_passcode=x", "ACLMERX 422"),
    ("/do/renew-recovery-codes", "passcode=123456", "ACLMERX 422"),
    ("/do/remove-second-factor", "passcode=123456&password=", "ACLMERX 422"),
    ("/do/end-session", "key=x", "ACLMERX 404"),
    // Plans and measures.
    ("/do/approve-plan", "plan={draft}&lock_version=99", "AC 409, LMERX 404"),
    ("/do/approve-plan", "plan={plan}&lock_version=99", "AC 409, LMER 403, X 404"),
    (
        "/do/report-progress",
        "measure={measure}&lock_version=99&status=in_progress&percent=&done=x&obstacles=&next_step=&forecast=&text_lang=fr",
        "AMER 403, CL 409, X 404",
    ),
    (
        "/do/add-evidence-link",
        "measure={measure}&lock_version=99&evidence_title=x&text_lang=fr&marking=unclassified&evidence_url=https%3A%2F%2Fx.ca",
        "AMER 403, CL 409, X 404",
    ),
    ("/do/withdraw-evidence", "evidence={evidence}&lock_version=99&withdraw_reason=x", "AME 403, CL 409, RX 404"),
    ("/do/add-cost", "plan={plan}", "ALMER 403, C 422, X 404"),
    ("/do/correct-cost", "cost={cost}&lock_version=99", "ALMER 403, C 422, X 404"),
    ("/do/archive-cost", "cost={cost}&lock_version=99&archive_reason=x", "ALMER 403, C 409, X 404"),
    ("/do/start-import", "text=&html=", "AC 422, LMERX 404"),
    ("/do/correct-import", "import={import}&lock_version=99&plan%5Btitle%5D=x", "A 409, CLMERX 404"),
    ("/do/commit-import", "import={import}&lock_version=99&plan%5Btitle%5D=x", "A 409, CLMERX 404"),
    // Administration.
    ("/do/add-organisation", "code=&name_en=X&name_fr=X", "A 422, CLMERX 404"),
    ("/do/edit-organisation", "organisation={organisation}&lock_version=99&code=X&name_en=X&name_fr=X", "A 409, CLMERX 404"),
    ("/do/archive-organisation", "organisation={organisation}&lock_version=99&reason=x", "A 409, CLMERX 404"),
    ("/do/restore-organisation", "organisation={organisation}&lock_version=99", "A 409, CLMERX 404"),
    ("/do/add-person", "name=&email=x%40x.ca&person_lang=en&roles%5Blead%5D=on", "A 422, CLMERX 404"),
    (
        "/do/edit-person",
        "person={person}&lock_version=99&name=X&email=target%40example.gc.ca&person_lang=en&organisation=",
        "A 409, CLMERX 404",
    ),
    ("/do/archive-person", "person={person}&lock_version=99&reason=x", "A 409, CLMERX 404"),
    ("/do/remove-person-factor", "person={person}&lock_version=99&factor_reason=x", "A 409, CLMERX 404"),
    ("/do/end-person-sessions", "person={person}&lock_version=99&sessions_reason=x", "A 409, CLMERX 404"),
    ("/do/restore-person", "person={person}&lock_version=99", "A 409, CLMERX 404"),
    ("/do/invite-person", "person={person}&lock_version=99", "A 409, CLMERX 404"),
    ("/do/give-role", "person={person}&lock_version=99&role=administrator", "A 409, CLMERX 404"),
    ("/do/take-role", "person={person}&lock_version=99&grant=1", "A 409, CLMERX 404"),
    ("/do/name-deputy", "person={person}&lock_version=99&deputy=", "A 409, CLMERX 404"),
    ("/do/add-absence", "person={person}&lock_version=99&starts_on=2018-04-01&ends_on=2018-04-02", "A 409, CLMERX 404"),
    ("/do/cancel-absence", "person={person}&lock_version=99&absence=1", "A 409, CLMERX 404"),
    ("/do/start-people-import", "table=", "A 422, CLMERX 404"),
    (
        "/do/correct-people-import",
        "import={people-import}&lock_version=99&table=name%3Be-mail%0AJo%3Bjo%40x.ca",
        "A 422, CLMERX 404",
    ),
    ("/do/commit-people-import", "import={people-import}&lock_version=99", "A 409, CLMERX 404"),
    ("/do/set-instance", "lock_version=99&name_en=X&name_fr=X&contact=", "A 409, CLMERX 404"),
    ("/do/set-sign-in", "lock_version=99&links=on", "A 409, CLMERX 404"),
    ("/do/set-reminders", "lock_version=99&days_before=3", "A 409, CLMERX 404"),
    ("/do/retry-mail", "mail=1&lock_version=99", "AC 409, LMERX 404"),
    ("/do/retry-mails", "", "AC 200, LMERX 404"),
    // Last, since it signs everybody out.
    ("/do/end-all-sessions", "", ALL),
];
