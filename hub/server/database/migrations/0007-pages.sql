-- Which pages of paper came for which case; the picture itself lies in the body of its record, once.
create table case_page (
  kiosk_id uuid not null,
  record_id uuid not null,
  case_number text not null,
  material text not null,
  page integer not null,
  pages integer not null,
  bytes integer not null,
  codes json not null,
  primary key (kiosk_id, record_id, case_number)
);
create index case_page_by_case on case_page (kiosk_id, case_number);
