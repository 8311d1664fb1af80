-- A proof is kept as its kiosk told of it, like a case: what this hub does not know yet, one after its update can show.
alter table issued_paper add column record json;
update issued_paper set record = (
  rtrim(json_build_object(
      'kind', 'document.issued', 'code', code, 'service', service, 'title', title, 'station', station,
      'day', day, 'issuedAt', issued_at, 'facts', facts)::text, '}')
    || coalesce(', "serviceTitle": ' || service_title::text, '')
    || coalesce(', "stationName": ' || station_name::text, '')
    || coalesce(', "shown": ' || shown::text, '')
    || '}')::json;
alter table issued_paper alter column record set not null;
alter table issued_paper
  drop column service, drop column service_title, drop column title, drop column station, drop column station_name,
  drop column day, drop column issued_at, drop column facts, drop column shown;
