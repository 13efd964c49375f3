-- A webhook may be somebody's own: it hears what they are told, when they want to be told.
alter table outbox.hook
    add column account uuid,
    add check (project is null or account is null);
create index hook_account on outbox.hook (account) where account is not null;

-- Of which project it tells: somebody's own is not called any more about what they may not see by then.
alter table outbox.hook_call add column project uuid;
