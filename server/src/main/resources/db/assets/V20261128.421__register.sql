-- What is run: servers, storage, network, software, licences, contracts.
create schema if not exists assets;

create table assets.asset (
    id         uuid primary key,
    name       text not null,
    kind       text not null,
    -- what it is, as its register writes it; and what that was matched to
    line       text,
    outcome    text,
    product    text,
    title      text,
    cycle      text,
    eol        date,
    ended      boolean not null default false,
    confidence numeric(3, 2),
    source     text,
    serial     text,
    site       text,
    owner      text,
    bought     date,
    warranty   date,
    -- the end of its expected life
    life       date,
    lead_days  int not null default 90 check (lead_days between 0 and 3650),
    cost_minor bigint check (cost_minor >= 0),
    currency   text,
    version    bigint not null default 1,
    changed    timestamptz not null,
    -- the earliest end, and the day on which a replacement has to be begun
    ends       date generated always as (least(eol, warranty, life)) stored,
    due        date generated always as (least(eol, warranty, life) - lead_days) stored,
    words      text generated always as (lower(name || ' ' || coalesce(line, '') || ' ' || coalesce(title, '') || ' '
        || coalesce(serial, '') || ' ' || coalesce(site, '') || ' ' || coalesce(owner, ''))) stored
);
create unique index asset_name on assets.asset (lower(name));
create unique index asset_serial on assets.asset (lower(serial)) where serial is not null;
create index asset_due on assets.asset (due, id);

-- The first runs on, depends on, or is backed up by the second.
create table assets.relation (
    asset uuid not null references assets.asset on delete cascade,
    kind  text not null,
    other uuid not null references assets.asset on delete cascade,
    primary key (asset, kind, other),
    check (asset <> other)
);
create index relation_other on assets.relation (other);

-- What became different, when, and by whom: {"site": ["before", "after"]}
create table assets.change (
    asset  uuid not null references assets.asset on delete cascade,
    at     timestamptz not null,
    name   text not null,
    fields jsonb not null
);
create index change_asset on assets.change (asset, at);

-- Files that were read and wait for their reader to take them; for a day, and for that account alone.
create table assets.import (
    id      uuid primary key,
    account uuid not null,
    expires timestamptz not null,
    name    text not null,
    content bytea not null,
    columns jsonb not null
);
create table assets.import_row (
    import     uuid not null references assets.import on delete cascade,
    number     int not null,
    name       text not null,
    kind       text,
    line       text,
    outcome    text,
    product    text,
    title      text,
    cycle      text,
    eol        date,
    ended      boolean not null default false,
    confidence numeric(3, 2),
    source     text,
    serial     text,
    site       text,
    owner      text,
    bought     date,
    warranty   date,
    life       date,
    lead_days  int,
    cost_minor bigint,
    currency   text,
    relations  text[] not null,
    problem    text,
    value      text,
    asset      uuid,
    primary key (import, number)
);
