-- What somebody was told, and the mails in which it goes out.
create table outbox.mail (
    id        uuid primary key,
    -- whose mail it is; of somebody who has no account yet, where it goes
    account   uuid,
    address   text,
    name      text not null,
    language  text not null,
    -- waiting -> handed -> sent. Handed is stored before the last word is said to the mail server: so after a crash at
    -- any moment either it was never taken, and is sent again, or it may have been taken, and is not (unsure).
    state     text not null default 'waiting'
              check (state in ('waiting', 'handed', 'sent', 'unsure', 'failed', 'dropped')),
    due       timestamptz not null,
    tries     int not null default 0,
    trouble   text,
    handed_at timestamptz,
    ended_at  timestamptz,
    check ((account is null) <> (address is null))
);
create index mail_due on outbox.mail (due, id) where state = 'waiting';
create index mail_waiting on outbox.mail (account) where state = 'waiting';
create index mail_handed on outbox.mail (handed_at) where state = 'handed';
create index mail_trouble on outbox.mail (ended_at) where state in ('unsure', 'failed');

create table outbox.notice (
    id      uuid primary key,
    account uuid,
    kind    text not null,
    project uuid,
    by      uuid,
    letter  jsonb not null,
    at      timestamptz not null,
    seen_at timestamptz,
    mail    uuid references outbox.mail on delete set null
);
create index notice_account on outbox.notice (account, at desc);
create index notice_unseen on outbox.notice (account) where seen_at is null;
create index notice_mail on outbox.notice (mail) where mail is not null;

-- How somebody wants to be told; without a row, as everybody is at first.
create table outbox.notice_wishes (
    account     uuid primary key,
    mail        text[] not null,
    quiet_from  time,
    quiet_until time,
    digest_at   time,
    check ((quiet_from is null) = (quiet_until is null))
);
