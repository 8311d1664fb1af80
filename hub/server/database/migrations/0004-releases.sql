-- Signed releases on their way to the kiosks. Few and large; every node may hold them all (Citus: create_reference_table).

create table release_target (
  sha256 text not null,
  bytes bytea not null,
  stored_at double precision not null,
  primary key (sha256)
);

-- json, not jsonb: the metadata goes on as it came.
create table release (
  version bigint not null,
  metadata json not null,
  published_at double precision not null,
  targets int not null,
  bytes bigint not null,
  primary key (version)
);

-- The one key releases are taken by. Pinned with the first release and never replaced by the hub itself.
create table release_trust (
  only_one boolean not null default true check (only_one),
  key json not null,
  pinned_at double precision not null,
  primary key (only_one)
);
