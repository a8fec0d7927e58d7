//! What happens to measures: updates, meetings, decisions, extensions; and imports under way.

pub(super) const TABLES: &[&str] = &[
    // Never updated, never deleted. `contact` names who answered for an organisation without accounts.
    "create table progress_update (
        id {id}, measure_id bigint not null references measure(id), author_id bigint not null references person(id),
        kind text not null default 'progress' check (kind in ('progress','nothing_new')), contact text,
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
        kind text not null check (kind in ('grant_extension','refuse_extension','close','retire','transfer','follow_up')),
        text_en text, text_fr text, due_on date, done_on date, {lock})",
    "create index decision_meeting on decision (meeting_id)",
    // `asked` never changes; `to` is the same until another date is granted. `notes` are the words of the decision.
    "create table extension (
        id {id}, measure_id bigint not null references measure(id),
        requested_on date not null, requested_by bigint references person(id),
        from_due_on date, from_precision text not null check (from_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        to_due_on date, to_precision text not null check (to_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        asked_due_on date, asked_precision text not null check (asked_precision in
            ('day','month','quarter','fiscal_quarter','season','fiscal_year','year','ongoing','none')),
        reason_en text, reason_fr text, impact_en text, impact_fr text,
        state text not null check (state in ('requested','granted','refused','withdrawn')),
        notes_en text, notes_fr text, decided_on date, decided_by bigint references person(id), meeting_id bigint references meeting(id), {lock})",
    "create index extension_measure on extension (measure_id, state)",
    // What an importer understood, while a person corrects it.
    "create table import_draft (
        id {id}, person_id bigint not null references person(id), file_name text, source_text text not null,
        draft text not null, created_at {time} not null, plan_id bigint references plan(id), {lock})",
    "create index import_draft_person on import_draft (person_id)",
];
