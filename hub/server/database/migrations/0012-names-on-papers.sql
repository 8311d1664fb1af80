-- How the service and the place are called on the kiosk that printed; null: that kiosk did not say.
alter table issued_paper add column service_title json;
alter table issued_paper add column station_name json;
