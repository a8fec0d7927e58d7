//! Everything about getting in: sessions, links, passwords, second factors. Secrets are stored as hashes only,
//! but for the shared secret of a second factor, which cannot work as one.

pub(super) const TABLES: &[&str] = &[
    "create table session (
        id text primary key, data text not null, person_id bigint references person(id),
        started_at {time} not null, seen_at {time} not null, user_agent text, expires_at {time} not null)",
    "create index session_expiry on session (expires_at)",
    "create index session_person on session (person_id)",
    "create table sign_in_link (
        token_hash text primary key, person_id bigint not null references person(id),
        purpose text not null check (purpose in ('sign_in','invitation','password_reset')),
        created_at {time} not null, expires_at {time} not null, used_at {time})",
    "create index sign_in_link_person on sign_in_link (person_id, created_at)",
    "create table password (
        person_id bigint primary key references person(id), hash text not null, set_at {time} not null, {lock})",
    // `last_step` is the last time step that was accepted: a code works once.
    "create table second_factor (
        person_id bigint primary key references person(id), secret text not null, confirmed_at {time},
        last_step bigint not null default 0, {lock})",
    "create table recovery_code (
        id {id}, person_id bigint not null references person(id), code_hash text not null, used_at {time})",
    "create unique index recovery_code_once on recovery_code (person_id, code_hash)",
    // Who somebody is at the single sign-on provider.
    "create table external_identity (
        id {id}, person_id bigint not null references person(id), issuer text not null, subject text not null,
        linked_at {time} not null)",
    "create unique index external_identity_once on external_identity (issuer, subject)",
    // Failed attempts, under a key that names what was tried without saying it; every instance counts them here.
    "create table sign_in_attempt (id {id}, key_hash text not null, at {time} not null)",
    "create index sign_in_attempt_key on sign_in_attempt (key_hash, at)",
    "create index sign_in_attempt_at on sign_in_attempt (at)",
];
