-- Private keys lie in files of the hub; the hub moves those that are still here when it starts (sealing/hub-keys.ts).

alter table sealing_key alter column private_key drop not null;
