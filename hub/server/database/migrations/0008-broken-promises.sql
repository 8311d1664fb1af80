-- Promises found untrue (失信): whose word is not taken, since when and until when. Never updated, never deleted: whoever
-- asks later finds every entry and every lift with who, when and why.
-- About people, not about kiosks, and few (Citus: create_reference_table).
create table broken_promise (
  id uuid not null,
  -- The document number under `person_key`, as beside the cases.
  person text not null,
  case_number text not null,
  service text not null,
  title json not null,
  -- Masked.
  applicant text not null,
  bars text not null check (bars in ('everything', 'service')),
  since_day text not null,
  -- Null: until it is lifted.
  until_day text,
  reason text not null,
  who text not null,
  at double precision not null,
  primary key (id)
);
create index broken_promise_by_person on broken_promise (person);
create index broken_promise_by_case on broken_promise (case_number);

create table promise_lifted (
  -- The entry that stands no more.
  id uuid not null,
  reason text not null,
  who text not null,
  at double precision not null,
  primary key (id)
);
