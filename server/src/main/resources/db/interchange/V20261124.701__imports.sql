-- What was read and waits for somebody to take it, and who was who in earlier files.
create schema if not exists interchange;

create table interchange.import (
    id      uuid primary key,
    account uuid not null,
    kind    text not null check (kind in ('plans', 'people')),
    client  uuid,
    expires timestamptz not null
);
create index import_expires on interchange.import (expires);

create table interchange.import_file (
    import  uuid not null references interchange.import on delete cascade,
    place   int not null,
    name    text not null,
    -- what was read, packed; null if it could not be
    content bytea,
    about   jsonb not null,
    primary key (import, place)
);

-- Names of people in files of a client, or in anyone's.
create table interchange.remembered_person (
    client uuid not null,
    name   text not null,
    person uuid not null,
    primary key (client, name)
);
