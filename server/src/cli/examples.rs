//! What `--help` shows below the flags of each command: lines that can be typed as they are.

pub(super) const SUIVI: &str = "Examples:
  suivi serve --demo
  suivi import plan.html --preview
  suivi report overdue --lang fr -o sommaire.html

Each command has examples of its own: suivi import --help";

pub(super) const SERVE: &str = "Examples:
  suivi serve
  suivi serve --demo --today 2026-01-15
  SUIVI_BASE_URL=https://suivi.organisation.gc.ca suivi serve --listen 0.0.0.0:3000";

pub(super) const MIGRATE: &str = "Example:
  suivi migrate --database-url postgres://suivi@db/suivi";

pub(super) const IMPORT: &str = "Examples:
  suivi import plan.html --preview
  suivi import plan.csv --preview --json > understood.json
  suivi import plan.txt --plan \"Plan d’action\" --kind audit --url https://www.organisation.gc.ca/rapport --published 2018-02-01";

pub(super) const REMIND: &str = "Examples:
  suivi remind --dry-run --today 2026-01-15 --lang en
  suivi remind";

pub(super) const REPORT: &str = "Examples:
  suivi report meeting --plan 1 --lang fr -o rapport.html
  suivi report overdue --format csv -o overdue.csv";

pub(super) const MEETING: &str = "Examples:
  suivi report meeting --plan \"Plan d’action\" --date 2026-02-11 --lang fr -o rapport.html
  suivi report meeting --plan 1 --format json";

pub(super) const OVERDUE: &str = "Examples:
  suivi report overdue --lang en -o overdue.html
  suivi report overdue --plan 1 --date 2026-03-31 --format csv -o overdue.csv";

pub(super) const DEMO: &str = "Examples:
  suivi demo --today 2026-01-15
  suivi serve --demo";

pub(super) const USER: &str = "Example:
  suivi user add marie.tremblay@organisation.gc.ca --name \"Marie Tremblay\" --role lead --lang fr --organisation SP";

pub(super) const REMOVE_FACTOR: &str = "Example:
  suivi user remove-second-factor marie.tremblay@organisation.gc.ca --reason \"Telephone lost, known by voice\"";

pub(super) const END_SESSIONS: &str = "Example:
  suivi user end-sessions marie.tremblay@organisation.gc.ca --reason \"Laptop stolen\"";

pub(super) const UNLINK_ACCOUNT: &str = "Example:
  suivi user unlink-account marie.tremblay@organisation.gc.ca --reason \"Work account replaced\"";

pub(super) const AUDIT: &str = "Examples:
  suivi audit verify
  suivi audit export --format csv -o log.csv";

pub(super) const AUDIT_VERIFY: &str = "Examples:
  suivi audit verify --lang fr
  suivi audit verify --expect 1204:9f2c41d07b5ea8e3f6d2c1b0a99887766554433221100ffeeddccbbaa9988770";

pub(super) const AUDIT_EXPORT: &str = "Example:
  suivi audit export --format json -o log.json";
