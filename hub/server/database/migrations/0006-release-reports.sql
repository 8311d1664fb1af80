-- What each kiosk said last of its release: which one it runs, and the name of why it doesn't run another.

create table release_report (
  kiosk_id uuid not null,
  release bigint,
  refused text,
  reported_at double precision not null,
  primary key (kiosk_id)
);
