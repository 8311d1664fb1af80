-- What the case desk does with a case, and whose case it is.

-- One row per thing the desk did, counted within the case. Never updated, never deleted.
create table case_event (
  kiosk_id uuid not null,
  -- The record that made the case.
  record_id uuid not null,
  number integer not null,
  action text not null check (action in ('accept', 'return', 'complete')),
  -- Why it was returned, for the citizen.
  reason text check ((reason is not null) = (action = 'return')),
  who text not null,
  at double precision not null,
  primary key (kiosk_id, record_id, number)
);

-- Where its events have brought the case, so that a list need not go through them.
alter table case_file
  add column changed_at double precision,
  add column reason text,
  -- Whose case it is: the document number under `person_key`, never the number itself. Null: made before this column.
  add column person text;
update case_file set changed_at = received_at;
alter table case_file alter column changed_at set not null;
create index case_by_state on case_file (state, received_at desc, kiosk_id desc, record_id desc);
create index case_by_person on case_file (person, received_at desc);

-- Not a fact of a kiosk: the one key under which document numbers are marked (Citus: create_reference_table).
create table person_key (
  name text not null,
  secret text not null,
  made_at double precision not null,
  primary key (name)
);
