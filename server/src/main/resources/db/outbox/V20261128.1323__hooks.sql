-- Addresses of other programs that are told what people are told, and each call on its way there.
create table outbox.hook (
    id        uuid primary key,
    -- whose news it hears; null: of all projects
    project   uuid,
    kind      text not null check (kind in ('signed', 'chat')),
    name      text not null,
    -- whole, and shown to nobody: those of chats let in whoever knows them
    address   text not null,
    -- needed whole: every signature is reckoned from it
    secret    text,
    hears     text[] not null,
    paused    boolean not null default false,
    made_at   timestamptz not null,
    made_name text not null,
    check ((kind = 'signed') = (secret is not null))
);
create index hook_project on outbox.hook (project);

create table outbox.hook_call (
    -- the receiver's too: the same however often it is tried
    id        uuid primary key,
    hook      uuid not null references outbox.hook on delete cascade,
    event     text not null,
    subject   text not null,
    body      text not null,
    -- waiting -> handed -> sent. What was handed when the server died is tried again if its receiver can tell by the id;
    -- a chat can't, and would show it twice: it stays unsure.
    state     text not null default 'waiting' check (state in ('waiting', 'handed', 'sent', 'unsure', 'failed')),
    due       timestamptz not null,
    tries     int not null default 0,
    status    int,
    trouble   text,
    at        timestamptz not null,
    handed_at timestamptz,
    ended_at  timestamptz,
    -- in the order in which it happened
    seq       bigint generated always as identity
);
create index hook_call_due on outbox.hook_call (due, seq) where state = 'waiting';
create index hook_call_handed on outbox.hook_call (hook, handed_at) where state = 'handed';
create index hook_call_hook on outbox.hook_call (hook, seq desc);
