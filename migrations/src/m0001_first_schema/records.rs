//! Mail and the audit trail.

pub(super) const TABLES: &[&str] = &[
    "create table outbox (
        id {id}, dedupe_key text not null unique, kind text not null check (kind in (
            'digest','sign_in','invitation','password_reset','notice','contact')),
        person_id bigint references person(id), to_address text not null, lang text not null check (lang in ('en','fr')),
        subject text not null, text_body text not null, html_body text not null, message_id text not null,
        state text not null check (state in ('waiting','sending','sent','failed')),
        attempts integer not null default 0, not_before {time} not null, leased_until {time}, last_error text,
        created_at {time} not null, sent_at {time}, {lock})",
    "create index outbox_state on outbox (state, not_before)",
    "create index outbox_person on outbox (person_id, created_at)",
    // Which reminder was put into which mail: a reminder is said once per person, whatever runs are missed or doubled.
    "create table reminder (
        id {id}, person_id bigint not null references person(id), measure_id bigint not null references measure(id),
        deliverable_id bigint references deliverable(id), subject_key text not null, occurrence_key text not null,
        outbox_id bigint not null references outbox(id))",
    "create unique index reminder_once on reminder (person_id, subject_key, occurrence_key)",
    "create table audit (
        id {id}, at {time} not null, person_id bigint references person(id), request_id text not null,
        action text not null, entity text not null, entity_id bigint not null, plan_id bigint references plan(id),
        changes text not null, previous_hash text not null, hash text not null unique)",
    "create index audit_entity on audit (entity, entity_id)",
    "create index audit_plan on audit (plan_id, id)",
    "create index audit_person on audit (person_id, id)",
    "create index audit_at on audit (at)",
    // One row, locked while a row is chained, so that the chain has no forks.
    "create table audit_head (id integer primary key check (id = 1), hash text not null)",
    "insert into audit_head (id, hash) values (1, '')",
];
