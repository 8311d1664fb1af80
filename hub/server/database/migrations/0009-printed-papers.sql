-- Proofs that kiosks print: by their codes anyone at a counter finds out that they are real. Nothing here is personal.
create table issued_paper (
  kiosk_id uuid not null,
  record_id uuid not null,
  code text not null,
  service text not null,
  title json not null,
  station text not null,
  day text not null,
  issued_at double precision not null,
  -- Hex SHA-256 of what the paper says.
  facts text not null,
  received_at double precision not null,
  primary key (kiosk_id, record_id)
);
create index issued_paper_by_code on issued_paper (code);

-- How printing ended; a paper may be printed again.
create table paper_outcome (
  kiosk_id uuid not null,
  record_id uuid not null,
  code text not null,
  outcome text not null check (outcome in ('printed', 'unconfirmed', 'failed')),
  at double precision not null,
  arrival bigint generated always as identity,
  primary key (kiosk_id, record_id)
);
create index paper_outcome_by_code on paper_outcome (kiosk_id, code);
