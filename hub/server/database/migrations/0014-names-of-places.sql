-- How the place is called on the kiosk that took the case in; null: that kiosk did not say.
alter table case_file add column station_name json;
