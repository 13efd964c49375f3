-- Answers to requests with an Idempotency-Key, for a day. Who asked with which key stands here as a hash, and what was
-- answered is sealed with the key: some answers hold a secret that is shown once.
create table outbox.answer (
    key     bytea primary key,
    request bytea not null,
    sealed  bytea not null,
    at      timestamptz not null default now()
);
create index answer_at on outbox.answer (at);
