//! Organisations, people, plans and everything under them, mail, audit rows and sessions.

use crate::dialect;
use sea_orm_migration::{async_trait::async_trait, prelude::*};

/// The first schema.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, PEOPLE).await?;
        dialect::run(manager, PLANS).await?;
        dialect::run(manager, PROGRESS).await?;
        dialect::run(manager, RECORDS).await
    }
}

const PEOPLE: &[&str] = &[
    "create table organisation (
        id {id}, code text not null unique, name_en text, name_fr text, {lock})",
    "create table person (
        id {id}, name text not null, email text not null unique,
        lang text not null check (lang in ('en','fr')),
        organisation_id bigint references organisation(id), is_active boolean not null default true, {lock})",
    "create index person_organisation on person (organisation_id)",
];

const PLANS: &[&str] = &[
    "create table plan (
        id {id}, title_en text, title_fr text, source_title_en text, source_title_fr text,
        source_kind text not null check (source_kind in ('evaluation','audit','review','oag')),
        source_url text, published_on date,
        status text not null check (status in ('draft','approved','closed')),
        approved_on date, approved_by bigint references person(id), created_at {time} not null, {lock})",
    "create table person_role (
        id {id}, person_id bigint not null references person(id),
        role text not null check (role in ('administrator','coordinator','lead','member','executive','reader')),
        plan_id bigint references plan(id), {lock})",
    "create unique index person_role_once on person_role (person_id, role, coalesce(plan_id, 0))",
    "create index person_role_plan on person_role (plan_id, role)",
    "create table recommendation (
        id {id}, plan_id bigint not null references plan(id), position integer not null, number text not null,
        text_en text, text_fr text, addressee_en text, addressee_fr text,
        priority text not null check (priority in ('high','medium','low','unspecified')), {lock})",
    "create unique index recommendation_position on recommendation (plan_id, position)",
    // A response without a recommendation is the plan's global response.
    "create table response (
        id {id}, plan_id bigint not null references plan(id), recommendation_id bigint references recommendation(id),
        kind text not null check (kind in ('accepted','partially_accepted','rejected')),
        text_en text, text_fr text, reason_en text, reason_fr text, {lock})",
    "create unique index response_once on response (plan_id, coalesce(recommendation_id, 0))",
    "create table measure (
        id {id}, plan_id bigint not null references plan(id), position integer not null, label text not null,
        text_en text, text_fr text,
        lead_organisation_id bigint references organisation(id), owner_id bigint references person(id), owner_text text,
        start_on date,
        original_due_on date, original_precision text not null check (original_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        current_due_on date, current_precision text not null check (current_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        due_text text,
        forecast_due_on date, forecast_precision text check (forecast_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        status text not null check (status in ('not_started','planning','in_progress','substantially_implemented',
            'completed_to_verify','verified_closed','no_longer_applicable','superseded')),
        percent integer not null default 0 check (percent between 0 and 100),
        last_update_on date, ended_on date, {lock})",
    "create unique index measure_position on measure (plan_id, position)",
    "create index measure_due on measure (current_due_on, status)",
    "create index measure_lead on measure (lead_organisation_id, status)",
    "create index measure_owner on measure (owner_id, status)",
    "create table measure_recommendation (
        measure_id bigint not null references measure(id), recommendation_id bigint not null references recommendation(id),
        primary key (measure_id, recommendation_id))",
    "create index measure_recommendation_back on measure_recommendation (recommendation_id)",
    "create table measure_support (
        measure_id bigint not null references measure(id), organisation_id bigint not null references organisation(id),
        primary key (measure_id, organisation_id))",
    "create table deliverable (
        id {id}, measure_id bigint not null references measure(id), position integer not null,
        title_en text, title_fr text, due_on date, due_precision text check (due_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        status text not null check (status in ('not_started','in_progress','delivered','retired')),
        delivered_on date, {lock})",
    "create unique index deliverable_position on deliverable (measure_id, position)",
];

const PROGRESS: &[&str] = &[
    // Never updated, never deleted.
    "create table progress_update (
        id {id}, measure_id bigint not null references measure(id), author_id bigint not null references person(id),
        reported_on date not null, recorded_at {time} not null, period text not null,
        status text not null check (status in ('not_started','planning','in_progress','substantially_implemented',
            'completed_to_verify','verified_closed','no_longer_applicable','superseded')),
        percent integer not null check (percent between 0 and 100),
        done_en text, done_fr text, obstacles_en text, obstacles_fr text, next_step_en text, next_step_fr text,
        forecast_due_on date, forecast_precision text check (forecast_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')))",
    "create index progress_update_measure on progress_update (measure_id, reported_on)",
    "create table meeting (
        id {id}, plan_id bigint not null references plan(id), held_on date not null,
        name_en text, name_fr text, place_en text, place_fr text,
        state text not null check (state in ('draft','convened','in_session','closed')), {lock})",
    "create unique index meeting_day on meeting (plan_id, held_on)",
    "create table decision (
        id {id}, meeting_id bigint not null references meeting(id), measure_id bigint references measure(id),
        kind text not null check (kind in ('grant_extension','refuse_extension','close','retire','follow_up')),
        text_en text, text_fr text, due_on date, done_on date, {lock})",
    "create index decision_meeting on decision (meeting_id)",
    "create table extension (
        id {id}, measure_id bigint not null references measure(id),
        requested_on date not null, requested_by bigint references person(id),
        from_due_on date, from_precision text not null check (from_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        to_due_on date, to_precision text not null check (to_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        reason_en text, reason_fr text, impact_en text, impact_fr text,
        state text not null check (state in ('requested','granted','refused')),
        decided_on date, decided_by bigint references person(id), meeting_id bigint references meeting(id), {lock})",
    "create index extension_measure on extension (measure_id, state)",
    // What an importer understood, while a person corrects it.
    "create table import_draft (
        id {id}, person_id bigint not null references person(id), file_name text, source_text text not null,
        draft text not null, created_at {time} not null, plan_id bigint references plan(id), {lock})",
    "create index import_draft_person on import_draft (person_id)",
];

const RECORDS: &[&str] = &[
    "create table outbox (
        id {id}, dedupe_key text not null unique, kind text not null check (kind in ('digest','sign_in')),
        person_id bigint references person(id), to_address text not null, lang text not null check (lang in ('en','fr')),
        subject text not null, text_body text not null, html_body text not null, message_id text not null,
        state text not null check (state in ('waiting','sending','sent','failed')),
        attempts integer not null default 0, not_before {time} not null, leased_until {time}, last_error text,
        created_at {time} not null, sent_at {time}, {lock})",
    "create index outbox_state on outbox (state, not_before)",
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
    // One row, locked while a row is chained, so that the chain has no forks.
    "create table audit_head (id integer primary key check (id = 1), hash text not null)",
    "insert into audit_head (id, hash) values (1, '')",
    "create table session (
        id text primary key, data text not null, person_id bigint references person(id), expires_at {time} not null)",
    "create index session_expiry on session (expires_at)",
    "create table sign_in_link (
        token_hash text primary key, person_id bigint not null references person(id), created_at {time} not null,
        expires_at {time} not null, used_at {time})",
];
