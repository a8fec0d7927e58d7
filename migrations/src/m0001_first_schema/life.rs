//! What follows a promise from its approval to its end: the baseline, drafts of updates, evidence, verification,
//! decisions, answers of organisations without accounts, costs.

pub(super) const TABLES: &[&str] = &[
    // What was approved, word for word. Written once, on approval; what has no row here was added afterwards.
    "create table baseline (
        id {id}, plan_id bigint not null references plan(id),
        entity text not null check (entity in ('plan','recommendation','response','measure','deliverable')),
        entity_id bigint not null, text_en text, text_fr text, due_on date, due_precision text check (due_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')))",
    "create unique index baseline_once on baseline (entity, entity_id)",
    "create index baseline_plan on baseline (plan_id)",
    // The rest of what was approved, a row for each value: a number, a priority, who supports it, what it answers. Where
    // the value is another record, that is named too. Written with the baseline, and like it never again.
    "create table baseline_value (
        id {id}, plan_id bigint not null references plan(id),
        entity text not null check (entity in ('plan','recommendation','response','measure','deliverable')),
        entity_id bigint not null, field text not null, value text not null, ref_id bigint)",
    "create index baseline_value_plan on baseline_value (plan_id)",
    "create index baseline_value_entity on baseline_value (entity, entity_id)",
    // Where a measure stood from a day on: a row for whatever moved it, so that any earlier day can be told as it was.
    // Without a day it is how the measure began. Never updated.
    "create table standing (
        id {id}, measure_id bigint not null references measure(id), since date,
        status text not null check (status in ('not_started','planning','in_progress','substantially_implemented',
            'completed_to_verify','verified_closed','no_longer_applicable','superseded')),
        percent integer not null check (percent between 0 and 100),
        forecast_due_on date, forecast_precision text check (forecast_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        ended_on date, lead_organisation_id bigint references organisation(id),
        owner_id bigint references person(id), owner_text text)",
    "create index standing_measure on standing (measure_id)",
    // The same of a deliverable. One without a row from a day on was not promised yet.
    "create table deliverable_standing (
        id {id}, deliverable_id bigint not null references deliverable(id), since date,
        status text not null check (status in ('not_started','in_progress','delivered','retired')), delivered_on date)",
    "create index deliverable_standing_deliverable on deliverable_standing (deliverable_id)",
    // An update that is still being written, as it was typed.
    "create table progress_draft (
        id {id}, measure_id bigint not null references measure(id), person_id bigint not null references person(id),
        typed text not null, saved_at {time} not null, {lock})",
    "create unique index progress_draft_once on progress_draft (measure_id, person_id)",
    // A new version is a new row that names the one it replaces; nothing is overwritten.
    "create table evidence (
        id {id}, measure_id bigint not null references measure(id), deliverable_id bigint references deliverable(id),
        kind text not null check (kind in ('file','link')), title_en text, title_fr text,
        marking text not null check (marking in ('unclassified','protected_a')), is_public boolean not null,
        url text, file_name text, media_type text, bytes bigint, sha256 text, storage_key text,
        version integer not null, replaces_id bigint references evidence(id), is_current boolean not null,
        added_by bigint not null references person(id), added_at {time} not null, contact text,
        withdrawn_on date, withdrawn_reason text, {lock})",
    "create index evidence_measure on evidence (measure_id, is_current)",
    // Who made the claim that waits or was verified, and whoever added to it since: none of them verifies it.
    "create table claimant (
        measure_id bigint not null references measure(id), person_id bigint not null references person(id),
        primary key (measure_id, person_id))",
    // Who answered a completion claim, and how. Never updated.
    "create table verification (
        id {id}, measure_id bigint not null references measure(id), update_id bigint references progress_update(id),
        outcome text not null check (outcome in ('accepted','returned')), notes_en text, notes_fr text,
        verifier_id bigint not null references person(id), decided_on date not null,
        meeting_id bigint references meeting(id))",
    "create index verification_measure on verification (measure_id)",
    // Decisions of rule 6; with a deliverable it is about that one alone. Never updated.
    "create table disposition (
        id {id}, measure_id bigint not null references measure(id), deliverable_id bigint references deliverable(id),
        kind text not null check (kind in ('no_longer_applicable','superseded','transferred')),
        reason_en text, reason_fr text, decided_by bigint not null references person(id), decided_on date not null,
        meeting_id bigint references meeting(id), successor_id bigint references measure(id),
        from_organisation_id bigint references organisation(id), to_organisation_id bigint references organisation(id))",
    "create index disposition_measure on disposition (measure_id)",
    // A link by which somebody without an account answers once, for the organisation that led the measure when it was sent.
    "create table contact_link (
        id {id}, token_hash text not null unique, measure_id bigint not null references measure(id),
        organisation_id bigint references organisation(id),
        purpose text not null check (purpose in ('update','evidence')), name text not null, email text not null,
        lang text not null check (lang in ('en','fr')), created_by bigint not null references person(id),
        created_at {time} not null, expires_at {time} not null, used_at {time}, revoked_at {time}, {lock})",
    "create index contact_link_measure on contact_link (measure_id, created_at)",
    // What came back, until a coordinator publishes or declines it.
    "create table proposal (
        id {id}, contact_link_id bigint not null references contact_link(id),
        measure_id bigint not null references measure(id), typed text not null, received_at {time} not null,
        state text not null check (state in ('waiting','published','declined')), reason text,
        decided_by bigint references person(id), decided_at {time}, {lock})",
    "create index proposal_measure on proposal (measure_id, state)",
    "create index proposal_state on proposal (state, received_at)",
    "create table cost (
        id {id}, plan_id bigint not null references plan(id), activity_en text, activity_fr text,
        kind text not null check (kind in ('commitment','estimate','actual')), fiscal_year integer not null,
        source text not null check (source in ('new','reallocated','unknown')),
        certainty text not null check (certainty in ('exact','up_to','from_later_year','not_tracked')),
        amount_cents bigint check (amount_cents >= 0), note_en text, note_fr text, recorded_on date not null,
        archived_on date, archived_reason text, {lock})",
    "create index cost_plan on cost (plan_id, fiscal_year)",
    "create table cost_organisation (
        cost_id bigint not null references cost(id), organisation_id bigint not null references organisation(id),
        primary key (cost_id, organisation_id))",
];
