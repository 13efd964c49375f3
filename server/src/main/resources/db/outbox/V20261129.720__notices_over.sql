-- What a notice waits for, so that it goes once that is done; without it, it stays.
alter table outbox.notice add column about uuid;
create index notice_about on outbox.notice (about) where about is not null;
