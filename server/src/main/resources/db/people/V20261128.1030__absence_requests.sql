-- Absences that people ask for, until whoever owns their time grants them or not.
create table people.absence_request (
    id           uuid primary key,
    person       uuid not null references people.person on delete cascade,
    from_day     date not null,
    to_day       date not null check (to_day >= from_day),
    kind         text,
    note         text,
    state        text not null check (state in ('open', 'granted', 'declined', 'withdrawn')),
    -- why it was declined
    answer       text,
    -- what it became
    absence      uuid,
    asked_by     uuid not null,
    asked_name   text not null,
    asked_at     timestamptz not null,
    decided_by   uuid,
    decided_name text,
    decided_at   timestamptz
);
create index absence_request_person on people.absence_request (person, from_day);
create index absence_request_open on people.absence_request (from_day) where state = 'open';
