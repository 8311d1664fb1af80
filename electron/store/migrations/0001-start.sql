-- What a kiosk keeps: its epoch, the open session (sealed), the outbox (sealed) and how far it was delivered.

-- An epoch begins with each new database file; sequence numbers count within it. Older epochs hold rescued rows only.
create table epoch (
  ordinal integer primary key,
  epoch text not null unique,
  kiosk text not null,
  began_at integer not null,
  -- Case numbers of this file begin above this, so that none given by a lost file comes again.
  case_floor integer not null
) strict;

-- Append-only. `seq` has no gaps within an epoch.
create table outbox (
  ordinal integer not null references epoch (ordinal),
  seq integer not null check (seq > 0),
  id text not null unique,
  kind text not null,
  created_at integer not null,
  key_id text not null,
  enc text not null,
  ciphertext text not null,
  hash text not null,
  chain text not null,
  primary key (ordinal, seq)
) strict;

create trigger outbox_is_append_only before update on outbox
begin
  select raise(abort, 'an outbox row is never changed');
end;

-- One row for each outbox row that the hub took over. `lostByHub`: it did, and then it did not know of it any more
-- (a hub restored from a backup); such a row is sent again.
create table delivery (
  ordinal integer not null,
  seq integer not null,
  verdict text not null check (verdict in ('kept', 'keptBefore', 'quarantined', 'lostByHub')),
  reason text,
  settled_at integer not null,
  primary key (ordinal, seq),
  foreign key (ordinal, seq) references outbox (ordinal, seq)
) strict, without rowid;

create index delivery_quarantined on delivery (ordinal, seq) where verdict = 'quarantined';

-- AES-256-GCM under a key that is never in this file.
create table session_snapshot (
  session text primary key,
  sealed blob not null,
  committed_at integer not null
) strict;

create table case_sequence (
  station text not null,
  day text not null,
  last integer not null,
  primary key (station, day)
) strict, without rowid;
