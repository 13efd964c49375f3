-- What entries said before they were written anew, closed or opened again: by whom, and when. Only added to.
create table logbook.earlier (
    entry   uuid not null references logbook.entry on delete cascade,
    version bigint not null,
    title   text not null,
    text    text not null,
    who     text,
    day     date,
    state   text not null,
    outcome text,
    by_name text not null,
    at      timestamptz not null,
    primary key (entry, version)
);
