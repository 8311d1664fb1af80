-- Which kiosks the hub knows, by which keys, and what they have signed already.

-- One row per key a kiosk ever had; at most one of a kiosk is not revoked. The key is raw Ed25519, base64.
create table device_key (
  kiosk_id uuid not null,
  key_id text not null,
  public_key text not null,
  station text not null,
  enrolled_at double precision not null,
  revoked_at double precision,
  primary key (kiosk_id, key_id)
);
create index device_key_by_public_key on device_key (public_key);

-- Signed requests seen within the window. Rows older than that are removed when the kiosk is heard again.
create table signature_nonce (
  kiosk_id uuid not null,
  nonce text not null,
  seen_at double precision not null,
  primary key (kiosk_id, nonce)
);

-- Not facts of a kiosk but few rows that every node may hold (Citus: create_reference_table).
-- The code itself is nowhere; used_by and used_key say who it made known, so that a lost answer can be given again.
create table enrolment_code (
  code_hash text not null,
  station text not null,
  made_at double precision not null,
  expires_at double precision not null,
  used_at double precision,
  used_by uuid,
  used_key text,
  primary key (code_hash)
);

-- Codes that were tried, by address and minute: whoever guesses is stopped, in all hub processes alike.
create table enrolment_try (
  source text not null,
  minute bigint not null,
  tries int not null,
  primary key (source, minute)
);
