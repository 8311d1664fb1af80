-- What of a case goes its own way: the shares of several offices (并联), and papers that are brought later (容缺).

create table case_part (
  kiosk_id uuid not null,
  -- The record that made the case.
  record_id uuid not null,
  part text not null,
  position integer not null,
  title json not null,
  office json not null,
  due_day text not null,
  state text not null check (state in ('received', 'accepted', 'refused', 'completed')),
  changed_at double precision not null,
  -- Why it was refused, for the citizen.
  reason text check ((reason is not null) = (state = 'refused')),
  primary key (kiosk_id, record_id, part)
);

create table owed_paper (
  kiosk_id uuid not null,
  record_id uuid not null,
  material text not null,
  position integer not null,
  label json not null,
  -- As the citizen was told, or as the desk moved it.
  due_day text not null,
  brought boolean not null default false,
  primary key (kiosk_id, record_id, material)
);
create index owed_paper_by_day on owed_paper (due_day) where not brought;

-- The desk's deeds now say what of the case they were about.
alter table case_event
  add column part text,
  add column material text,
  add column until_day text,
  drop constraint case_event_action_check,
  drop constraint case_event_check,
  add constraint case_event_action check (
    action in ('accept', 'return', 'complete', 'acceptPart', 'refusePart', 'completePart', 'paperBrought', 'paperLater')
  ),
  add constraint case_event_reason check ((reason is not null) = (action in ('return', 'refusePart'))),
  add constraint case_event_part check ((part is not null) = (action in ('acceptPart', 'refusePart', 'completePart'))),
  add constraint case_event_material check ((material is not null) = (action in ('paperBrought', 'paperLater'))),
  add constraint case_event_until check ((until_day is not null) = (action = 'paperLater'));

-- Cases from before: each part stands where its case stands, and is due when its case is.
insert into case_part
select
  kiosk_id, record_id, said->>'id', place, said->'title', said->'office', due_day,
  case state when 'returned' then 'refused' else state end, changed_at, reason
from case_file, json_array_elements(record->'subCases') with ordinality as each (said, place)
on conflict do nothing;

-- A paper is due so many days from Monday to Friday after the day of its case, as the citizen was told.
insert into owed_paper
select kiosk_id, record_id, said->>'material', place, said->'label', (
  select workday::date::text
  from generate_series(
    (record->>'day')::date + 1, (record->>'day')::date + 7 + 2 * (said->>'deferredWorkdays')::integer, '1 day'
  ) as workday
  where extract(isodow from workday) < 6
  order by workday
  offset (said->>'deferredWorkdays')::integer - 1
  limit 1
)
from case_file, json_array_elements(record->'materials') with ordinality as each (said, place)
where said->>'deferredWorkdays' is not null
on conflict do nothing;
