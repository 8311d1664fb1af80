-- Pictures of papers that the open session took: AES-256-GCM under a key that is never in this file; gone with the session.
create table session_page (
  session text not null,
  page text not null,
  sealed blob not null,
  primary key (session, page)
) strict, without rowid;
