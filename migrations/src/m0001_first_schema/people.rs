//! Organisations, people, their absences, and the settings of the instance.

pub(super) const TABLES: &[&str] = &[
    "create table organisation (
        id {id}, code text not null, name_en text, name_fr text,
        archived_on date, archived_reason text, {lock})",
    // Codes are typed by people: GRC and grc are the same organisation.
    "create unique index organisation_code on organisation (lower(code))",
    // `deputy_id` may act for the person at any time; `digest` is how often the person wants to be reminded.
    "create table person (
        id {id}, name text not null, email text not null unique,
        lang text not null check (lang in ('en','fr')), time_zone text,
        digest text not null default 'daily' check (digest in ('daily','weekly','late')),
        organisation_id bigint references organisation(id), deputy_id bigint references person(id),
        is_active boolean not null default true, archived_on date, archived_reason text, {lock})",
    "create index person_organisation on person (organisation_id)",
    "create index person_deputy on person (deputy_id)",
    // While someone is away, the deputy gets the reminders as well.
    "create table absence (
        id {id}, person_id bigint not null references person(id), starts_on date not null, ends_on date not null, {lock})",
    "create index absence_person on absence (person_id, ends_on)",
    // A table of people to be added, while it is looked at and corrected; `done_at` once they were added.
    "create table people_import (
        id {id}, person_id bigint not null references person(id), source_text text not null, created_at {time} not null,
        done_at {time}, {lock})",
    "create index people_import_person on people_import (person_id)",
    // What administrators set for the whole instance; a missing key has its default.
    "create table setting (key text primary key, value text not null, {lock})",
];
