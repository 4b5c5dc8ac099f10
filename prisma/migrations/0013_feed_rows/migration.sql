-- A contact that a feed gave is signed by the worker whom the feed named.
ALTER TABLE "contact" ADD COLUMN     "worker_id" UUID;
alter table contact add constraint contact_worker check (worker_id is null or source = 'feed');

-- Rows of feeds that wait for their person, by the agency's own number; and those that went in with a later file.
create index import_row_waiting on import_row ((parsed ->> 'localRef')) where outcome = 'waiting';
create index import_row_after on import_row ((parsed -> 'did' ->> 'after')) where parsed -> 'did' ->> 'after' is not null;
