-- What kiosks sent, and what became of it.
-- Every fact table's primary key and every unique index starts with kiosk_id: all rows of one kiosk can lie on one node
-- (Citus: create_distributed_table(…, 'kiosk_id')), and keeping a batch never touches another kiosk's rows.
-- Times: *_at of a kiosk is what its wall clock said (double precision, ms, may be nonsense); received_at is the hub's.

create table kiosk (
  kiosk_id uuid not null,
  station text not null,
  first_seen_at double precision not null,
  last_seen_at double precision not null,
  primary key (kiosk_id)
);

-- How far each epoch of a kiosk's outbox is here without a gap, and the hash chain up to there (null: not known).
create table epoch (
  kiosk_id uuid not null,
  epoch uuid not null,
  ack_through bigint not null,
  ack_chain text,
  primary key (kiosk_id, epoch)
);

-- One row per place in an outbox: what arrived there first, sealed as received. Never updated, never deleted.
-- json, not jsonb: what was received is kept to the letter, even what jsonb would refuse (NUL, lone surrogates).
create table record (
  kiosk_id uuid not null,
  epoch uuid not null,
  seq bigint not null,
  record_id uuid not null,
  kind text not null,
  fingerprint text not null,
  chain text,
  envelope json not null,
  outcome text not null check (outcome in ('opened', 'repeated', 'quarantined')),
  reason text,
  body json,
  received_at double precision not null,
  primary key (kiosk_id, epoch, seq)
);
create index record_by_id on record (kiosk_id, record_id) where outcome = 'opened';

-- What was understood but refused. Somebody has to look at it; it holds up nothing.
create table quarantine (
  kiosk_id uuid not null,
  epoch uuid not null,
  seq bigint not null,
  fingerprint text not null,
  record_id uuid not null,
  code text not null,
  reason text not null,
  envelope json not null,
  received_at double precision not null,
  primary key (kiosk_id, epoch, seq, fingerprint)
);

create table alarm (
  kiosk_id uuid not null,
  epoch uuid not null,
  seq bigint not null,
  code text not null,
  fingerprint text not null,
  detail text not null,
  raised_at double precision not null,
  primary key (kiosk_id, epoch, seq, code, fingerprint)
);

create table case_file (
  kiosk_id uuid not null,
  record_id uuid not null,
  case_number text not null,
  service text not null,
  title json not null,
  station text not null,
  state text not null check (state in ('received', 'accepted', 'returned', 'completed')),
  applicant text not null,
  submitted_at double precision not null,
  received_at double precision not null,
  due_day text not null,
  record json not null,
  primary key (kiosk_id, record_id),
  unique (kiosk_id, case_number)
);
create index case_newest on case_file (received_at desc, kiosk_id desc, record_id desc);
create index case_by_number on case_file (case_number);

-- Joined to their case by its number when it is looked at: they may arrive before it.
create table receipt (
  kiosk_id uuid not null,
  record_id uuid not null,
  case_number text not null,
  outcome text not null check (outcome in ('printed', 'unconfirmed', 'failed')),
  at double precision not null,
  arrival bigint generated always as identity,
  primary key (kiosk_id, record_id, case_number)
);
create index receipt_by_case on receipt (kiosk_id, case_number);

create table rating (
  kiosk_id uuid not null,
  record_id uuid not null,
  case_number text not null,
  level smallint not null check (level between 1 and 5),
  at double precision not null,
  arrival bigint generated always as identity,
  primary key (kiosk_id, record_id)
);
create index rating_by_case on rating (kiosk_id, case_number);

-- Not facts of a kiosk but few rows that every node may hold (Citus: create_reference_table).
create table sealing_key (
  key_id text not null,
  public_key text not null,
  private_key text not null,
  made_at double precision not null,
  primary key (key_id)
);
