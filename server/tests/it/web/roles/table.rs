//! The tables: a row for every page, file, upload and server function, and the status that each person gets.
//!
//! A administrator, C coordinator, L lead, M member, E executive, R reader, each on the whole instance and of the
//! organisation that leads the measure; N of that organisation without any role; X has all six roles, but on another
//! plan; D has none, and is the deputy of a coordinator who is away today; S is a stranger. 404 is what one may not know
//! of, 403 what one may know of but not do, 401 (for a page, 303) what one signs in for first. Who may do it, but sends
//! what cannot be done (a version long gone, an empty field), gets 409 or 422: the rows change nothing, so that one
//! instance serves them all.

/// For everybody who is signed in.
const ALL: &str = "ACLMERNXD 200, S 303";
/// For strangers, too.
const ANYBODY: &str = "ACLMERNXDS 200";
/// For administrators of the instance.
const ADMIN: &str = "A 200, CLMERNXD 404, S 303";
/// For those who prepare plans.
const PREPARE: &str = "ACD 200, LMERNX 404, S 303";
/// For those who prepare plans, but not of a draft.
const DRAFT: &str = "ACD 409, LMERNX 404, S 303";
/// For those who see an approved plan.
const PLAN: &str = "ACLMERD 200, NX 404, S 303";
/// For everybody who is signed in, with a version long gone, and with something wrong.
const ALL_LATE: &str = "ACLMERNXD 409, S 401";
const ALL_WRONG: &str = "ACLMERNXD 422, S 401";
/// For administrators of the instance, likewise.
const ADMIN_LATE: &str = "A 409, CLMERNXD 404, S 401";
const ADMIN_WRONG: &str = "A 422, CLMERNXD 404, S 401";

/// Every page.
pub const PAGES: &[(&str, &str)] = &[
    ("/", ALL),
    ("/plans", ALL),
    ("/plans/{plan}", PLAN),
    ("/plans/{draft}", PREPARE),
    ("/plans/{plan}/meeting-report", PLAN),
    ("/plans/{draft}/meeting-report", PREPARE),
    ("/overdue", ALL),
    ("/overdue?plan={plan}", PLAN),
    ("/overdue?plan={draft}", PREPARE),
    ("/measures/{measure}", PLAN),
    ("/measures/{measure}/report", "AMER 403, CLD 200, NX 404, S 303"),
    ("/measures/{measure}/evidence", PLAN),
    ("/evidence/{evidence}/withdraw", "AME 403, CLD 200, RNX 404, S 303"),
    ("/plans/{plan}/costs", PLAN),
    ("/plans/{plan}/costs/new", "ALMER 403, CD 200, NX 404, S 303"),
    ("/costs/{cost}", "ALMER 403, CD 200, NX 404, S 303"),
    ("/import", "AC 200, LMERNXD 404, S 303"),
    ("/import/{import}", ADMIN),
    ("/account/security", ALL),
    ("/account/security/second-factor", ALL),
    ("/account/security/recovery-codes", "ACLMERNXD 404, S 303"),
    ("/welcome", ALL),
    ("/admin", "AC 200, LMERNXD 404, S 303"),
    ("/admin/mail", "AC 200, LMERNXD 404, S 303"),
    ("/admin/mail/1", "AC 200, LMERNXD 404, S 303"),
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
    ("/account", ALL),
    ("/extensions/{extension}", PLAN),
    ("/comments/{comment}", "ACLMED 200, RNX 404, S 303"),
    ("/measures/{measure}/ask", "ALMER 403, CD 200, NX 404, S 303"),
    ("/measures/{measure}/decide", "ALMR 403, CED 200, NX 404, S 303"),
    ("/measures/{measure}/edit", "ACD 200, LMER 403, NX 404, S 303"),
    ("/measures/{measure}/extension", "AMER 403, CLD 200, NX 404, S 303"),
    ("/measures/{measure}/owner", "ALMR 403, CED 200, NX 404, S 303"),
    ("/measures/{measure}/verify", PLAN),
    ("/plans/{plan}/edit", "ACD 200, LMER 403, NX 404, S 303"),
    ("/plans/{draft}/edit", PREPARE),
    ("/plans/{plan}/measures/new", "ACD 200, LMER 403, NX 404, S 303"),
    ("/plans/{plan}/missing", PLAN),
    ("/plans/{plan}/recommendations/new", "ACD 200, LMER 403, NX 404, S 303"),
    ("/plans/{plan}/reporting", "ALMER 403, CD 200, NX 404, S 303"),
    ("/proposals/{proposal}", "ALMERNX 404, CD 200, S 303"),
    ("/recommendations/{recommendation}/edit", "ACD 200, LMER 403, NX 404, S 303"),
    ("/report", ALL),
    ("/sign-in", ANYBODY),
    ("/sign-in/sent", ANYBODY),
    ("/sign-in/forgot", ANYBODY),
    ("/sign-in/forgot/sent", ANYBODY),
    ("/sign-in/link/x", ANYBODY),
    ("/sign-in/reset/x", "ACLMERNXDS 410"),
    ("/sign-in/second-factor", "ACLMERNXDS 302"),
    ("/sign-in/sso/problem", ANYBODY),
    ("/answer/x", "ACLMERNXDS 404"),
    ("/answered", ANYBODY),
];

/// What is read but is no page.
pub const FILES: &[(&str, &str)] = &[
    ("/plans/{plan}/meeting-report/json", PLAN),
    ("/plans/{draft}/meeting-report/csv", DRAFT),
    ("/plans/{plan}/costs/csv", PLAN),
    ("/evidence/{evidence}/file", "ACLMED 200, RNX 404, S 303"),
    ("/overdue/csv", ALL),
    ("/overdue/html?plan={draft}", DRAFT),
    ("/admin/log/export?format=csv", ADMIN),
    ("/sign-in/sso", "ACLMERNXDS 303"),
    ("/sign-in/sso/callback", "ACLMERNXDS 303"),
    ("/proposals/1/file", "ACLMERNXD 404, S 303"),
    ("/account/data", ALL),
    ("/healthz", ANYBODY),
    ("/readyz", ANYBODY),
    ("/pkg/none.css", "ACLMERNXDS 404"),
];

/// Where a file is sent to, from which page, the fields before it, and the status that each person gets.
type Upload = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static str);

/// Files that are sent.
pub const UPLOADS: &[Upload] = &[
    ("/import/upload", "/import", &[], "AC 422, LMERNXD 404, S 401"),
    ("/admin/people/import/upload", "/admin/people/import", &[], ADMIN_WRONG),
    (
        "/evidence/upload",
        "/measures/{measure}/evidence",
        &[("measure", "{measure}"), ("lock_version", "99")],
        "AMER 403, CLD 409, NX 404, S 401",
    ),
    ("/answer/x/file", "/answer/x", &[], "ACLMERNXDS 404"),
];

/// Every server function, with what is sent.
pub const FUNCTIONS: &[(&str, &str, &str)] = &[
    // For everybody at the door.
    ("/do/request-link", "email=&next=%2F", "ACLMERNXDS 422"),
    ("/do/redeem", "token=x&next=%2F", "ACLMERNXDS 410"),
    ("/do/sign-in-demo", "person=1&next=%2F", "ACLMERNXDS 404"),
    ("/do/sign-in", "email=&password=x&next=%2F", "ACLMERNXDS 422"),
    ("/do/forgot-password", "email=", "ACLMERNXDS 422"),
    ("/do/reset-password", "token=x&new_password=x&repeat_password=x", "ACLMERNXDS 410"),
    ("/do/answer-update", "token=x&status=planning&done=x&text_lang=fr", "ACLMERNXDS 404"),
    ("/do/answer-evidence", "token=x&proof_url=https%3A%2F%2Fx.ca", "ACLMERNXDS 404"),
    // One's own account.
    ("/do/give-second-factor", "passcode=123456", "ACLMERNXDS 401"),
    ("/do/set-password", "current_password=&new_password=x&repeat_password=x", ALL_WRONG),
    ("/do/choose-password", "new_password=x&repeat_password=x", ALL_WRONG),
    ("/do/start-second-factor", "", "ACLMERNXD 200, S 401"),
    ("/do/confirm-second-factor", "first_passcode=x", ALL_WRONG),
    ("/do/renew-recovery-codes", "passcode=123456", ALL_WRONG),
    ("/do/remove-second-factor", "passcode=123456&password=", ALL_WRONG),
    ("/do/end-session", "key=x", "ACLMERNXD 404, S 401"),
    ("/do/change-profile", "lock_version=99&name=x&person_lang=fr&time_zone=&digest=daily", ALL_LATE),
    ("/do/name-my-deputy", "lock_version=99&deputy=", ALL_LATE),
    ("/do/add-my-absence", "lock_version=99&starts_on=2018-03-15&ends_on=2018-03-16", ALL_LATE),
    ("/do/cancel-my-absence", "lock_version=99&absence=1", ALL_LATE),
    // Plans and measures.
    ("/do/approve-plan", "plan={draft}&lock_version=99", "AC 409, LMERNX 404, D 403, S 401"),
    ("/do/approve-plan", "plan={plan}&lock_version=99", "AC 409, LMERD 403, NX 404, S 401"),
    (
        "/do/report-progress",
        "measure={measure}&lock_version=99&status=in_progress&percent=&done=x&obstacles=&next_step=&forecast=&text_lang=fr",
        "AMER 403, CLD 409, NX 404, S 401",
    ),
    (
        "/do/add-evidence-link",
        "measure={measure}&lock_version=99&evidence_title=x&text_lang=fr&marking=unclassified&evidence_url=https%3A%2F%2Fx.ca",
        "AMER 403, CLD 409, NX 404, S 401",
    ),
    ("/do/withdraw-evidence", "evidence={evidence}&lock_version=99&withdraw_reason=x", "AME 403, CLD 409, RNX 404, S 401"),
    ("/do/add-comment", "measure={measure}&comment_text=&proposes=other&text_lang=fr", "ACLMED 422, RNX 404, S 401"),
    (
        "/do/answer-comment",
        "comment={comment}&lock_version=99&proposal_answer=set_aside&answer_reason=x&text_lang=fr",
        "ALM 403, CED 409, RNX 404, S 401",
    ),
    ("/do/withdraw-comment", "comment={comment}&lock_version=99&comment_reason=x", "ALE 403, CMD 409, RNX 404, S 401"),
    ("/do/add-cost", "plan={plan}", "ALMER 403, CD 422, NX 404, S 401"),
    ("/do/correct-cost", "cost={cost}&lock_version=99", "ALMER 403, CD 422, NX 404, S 401"),
    ("/do/archive-cost", "cost={cost}&lock_version=99&archive_reason=x", "ALMER 403, CD 409, NX 404, S 401"),
    ("/do/start-import", "text=&html=", "AC 422, LMERNXD 404, S 401"),
    ("/do/correct-import", "import={import}&lock_version=99&plan%5Btitle%5D=x", ADMIN_LATE),
    ("/do/discard-import", "import={import}&lock_version=99", ADMIN_LATE),
    ("/do/commit-import", "import={import}&lock_version=99&plan%5Btitle%5D=x", ADMIN_LATE),
    ("/do/edit-plan", "plan={plan}&lock_version=99&title_en=x", "ACD 409, LMER 403, NX 404, S 401"),
    ("/do/edit-plan", "plan={draft}&lock_version=99&title_en=x", "ACD 409, LMERNX 404, S 401"),
    ("/do/close-plan", "plan={plan}&lock_version=99", "AC 409, LMERD 403, NX 404, S 401"),
    (
        "/do/save-recommendation",
        "plan={plan}&recommendation={recommendation}&lock_version=99&text_en=x",
        "ACD 409, LMER 403, NX 404, S 401",
    ),
    ("/do/remove-recommendation", "recommendation={recommendation}&lock_version=99", "ACLMERD 403, NX 404, S 401"),
    ("/do/save-measure", "plan={plan}&measure={measure}&lock_version=99&text_en=x", "ACD 409, LMER 403, NX 404, S 401"),
    ("/do/remove-measure", "measure={measure}&lock_version=99", "ACLMERD 403, NX 404, S 401"),
    ("/do/remove-recommendation", "recommendation={draft-recommendation}&lock_version=99", "ACD 409, LMERNX 404, S 401"),
    ("/do/remove-measure", "measure={draft-measure}&lock_version=99", "ACD 409, LMERNX 404, S 401"),
    ("/do/name-owner", "measure={measure}&lock_version=99&owner_words=x", "ALMR 403, CED 409, NX 404, S 401"),
    ("/do/save-draft", "measure={measure}&lock_version=99&done=x", "AMER 403, CLD 409, NX 404, S 401"),
    ("/do/discard-draft", "measure={measure}", "ACLMERD 200, NX 404, S 401"),
    (
        "/do/save-drafts",
        "rows%5B{measure}%5D%5Block_version%5D=99&rows%5B{measure}%5D%5Bdone%5D=x&text_lang=fr",
        "AMER 403, CLD 409, NX 404, S 401",
    ),
    (
        "/do/report-many",
        "rows%5B{measure}%5D%5Block_version%5D=99&rows%5B{measure}%5D%5Bdone%5D=x&text_lang=fr",
        "AMER 403, CLD 422, NX 404, S 401",
    ),
    (
        "/do/ask-extension",
        "measure={measure}&lock_version=99&new_date=2030&extension_reason=x&impact=&text_lang=fr",
        "AMER 403, CLD 409, NX 404, S 401",
    ),
    (
        "/do/decide-extension",
        "extension={extension}&lock_version=99&answer=as_asked&text_lang=fr",
        "ALMR 403, CED 409, NX 404, S 401",
    ),
    ("/do/withdraw-extension", "extension={extension}&lock_version=99", "ALMERD 403, C 409, NX 404, S 401"),
    (
        "/do/verify-claim",
        "measure={measure}&lock_version=99&verification_outcome=accepted&text_lang=fr",
        "ALMER 403, CD 409, NX 404, S 401",
    ),
    (
        "/do/decide-fate",
        "measure={measure}&lock_version=99&fate=no_longer_applicable&fate_reason=x&text_lang=fr",
        "ALMR 403, CED 409, NX 404, S 401",
    ),
    (
        "/do/ask-contact",
        "measure={measure}&name=&email=a%40b.ca&contact_lang=fr&purpose=update&days=",
        "ALMER 403, CD 422, NX 404, S 401",
    ),
    ("/do/revoke-contact-link", "link={link}", "ALMERNX 404, CD 409, S 401"),
    ("/do/publish-answer", "proposal={proposal}&lock_version=99&measure_version=99", "ALMERNX 404, CD 409, S 401"),
    ("/do/decline-answer", "proposal={proposal}&lock_version=99&decline_reason=", "ALMERNX 404, CD 422, S 401"),
    // Administration.
    ("/do/add-organisation", "code=&name_en=X&name_fr=X", ADMIN_WRONG),
    ("/do/edit-organisation", "organisation={organisation}&lock_version=99&code=X&name_en=X&name_fr=X", ADMIN_LATE),
    ("/do/archive-organisation", "organisation={organisation}&lock_version=99&reason=x", ADMIN_LATE),
    ("/do/restore-organisation", "organisation={organisation}&lock_version=99&reason=", ADMIN_LATE),
    ("/do/add-person", "name=&email=x%40x.ca&person_lang=en&roles%5Blead%5D=on", ADMIN_WRONG),
    (
        "/do/edit-person",
        "person={person}&lock_version=99&name=X&email=target%40example.gc.ca&person_lang=en&organisation=",
        ADMIN_LATE,
    ),
    ("/do/archive-person", "person={person}&lock_version=99&reason=x", ADMIN_LATE),
    ("/do/remove-person-factor", "person={person}&lock_version=99&factor_reason=x", ADMIN_LATE),
    ("/do/end-person-sessions", "person={person}&lock_version=99&sessions_reason=x", ADMIN_LATE),
    ("/do/unlink-person-account", "person={person}&lock_version=99&unlink_reason=x", ADMIN_LATE),
    ("/do/restore-person", "person={person}&lock_version=99&reason=", ADMIN_LATE),
    ("/do/invite-person", "person={person}&lock_version=99", ADMIN_LATE),
    ("/do/give-role", "person={person}&lock_version=99&role=administrator", ADMIN_LATE),
    ("/do/take-role", "person={person}&lock_version=99&grant=1", ADMIN_LATE),
    ("/do/name-deputy", "person={person}&lock_version=99&deputy=", ADMIN_LATE),
    ("/do/add-absence", "person={person}&lock_version=99&starts_on=2018-04-01&ends_on=2018-04-02", ADMIN_LATE),
    ("/do/cancel-absence", "person={person}&lock_version=99&absence=1", ADMIN_LATE),
    ("/do/start-people-import", "table=", ADMIN_WRONG),
    ("/do/correct-people-import", "import={people-import}&lock_version=99&table=name%3Be-mail%0AJo%3Bjo%40x.ca", ADMIN_WRONG),
    ("/do/commit-people-import", "import={people-import}&lock_version=99", ADMIN_LATE),
    ("/do/set-instance", "lock_version=99&name_en=X&name_fr=X&contact=", ADMIN_LATE),
    ("/do/set-sign-in", "lock_version=99&links=on", ADMIN_LATE),
    ("/do/set-reminders", "lock_version=99&days_before=3", ADMIN_LATE),
    ("/do/retry-mail", "mail=1&lock_version=99", "AC 409, LMERNXD 404, S 401"),
    ("/do/retry-mails", "", "AC 200, LMERNXD 404, S 401"),
    // Last, since they sign everybody out.
    ("/do/end-all-sessions", "", "ACLMERNXD 200, S 401"),
    ("/do/sign-out", "", ANYBODY),
];
