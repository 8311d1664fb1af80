-- About whom a kiosk asked, and when last: a stolen kiosk is stopped before it has asked about many. Forgotten when it asks
-- again an hour later.
create table asked_person (
  kiosk_id uuid not null,
  -- The document number under `person_key`, as beside the cases.
  person text not null,
  asked_at double precision not null,
  primary key (kiosk_id, person)
);
create index asked_person_newest on asked_person (kiosk_id, asked_at);
