-- A hub that did not know the place's name yet filed the case without it; the record is kept as it came, and may tell.
update case_file set station_name = record->'stationName'
  where station_name is null and json_typeof(record->'stationName') = 'object';
