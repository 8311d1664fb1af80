-- What was deleted from the front of an epoch: its last row's number and chain hash, so that the rest can still be proven.
create table pruned (
  ordinal integer primary key references epoch (ordinal),
  through_seq integer not null,
  chain text not null
) strict;
