//! Plans, roles on them, recommendations, responses, measures and deliverables.

pub(super) const TABLES: &[&str] = &[
    "create table plan (
        id {id}, title_en text, title_fr text, source_title_en text, source_title_fr text,
        source_kind text not null check (source_kind in ('evaluation','audit','review','oag')),
        source_url text, published_on date,
        status text not null check (status in ('draft','approved','closed')),
        approved_on date, approved_by bigint references person(id),
        closed_on date, closed_by bigint references person(id), needs_evidence boolean not null default false,
        reminders text,
        created_at {time} not null, {lock})",
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
