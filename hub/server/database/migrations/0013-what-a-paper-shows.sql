-- What a checker compares with the paper, line by line, its person masked; null: that kiosk did not say.
alter table issued_paper add column shown json;
