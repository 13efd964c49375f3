-- Who did what. Rows come and never change; each holds the hash of the one before it, so that a row which was changed
-- past the trigger, or is missing, shows.
create schema if not exists audit;

create table audit.entry (
    seq      bigint primary key,
    at       timestamptz not null,
    account  uuid not null,
    name     text not null,
    action   text not null,
    noun     text not null,
    id       uuid not null,
    project  uuid,
    detail   text not null,
    previous bytea not null,
    hash     bytea not null
);
create index entry_project on audit.entry (project, seq) where project is not null;

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The record of who did what is not changed.';
end
$$;
create trigger entry_stays before update or delete on audit.entry for each row execute function audit.refuse();
create trigger entries_stay before truncate on audit.entry for each statement execute function audit.refuse();
