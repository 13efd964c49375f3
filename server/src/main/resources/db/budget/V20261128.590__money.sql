-- Money of projects: exact, in minor units of any currency.
create schema if not exists budget;

-- The currency of sums; euros where there is no row.
create table budget.base (
    currency text not null
);

-- What one unit of a currency costs in that of the sums, from a day on.
create table budget.exchange (
    currency text not null,
    since    date not null,
    rate     numeric(20, 10) not null check (rate > 0),
    primary key (currency, since)
);

create table budget.line (
    id        uuid primary key,
    project   uuid not null,
    task      text,
    state     text not null check (state in ('approved', 'planned', 'committed', 'spent')),
    nature    text not null check (nature in ('capital', 'operating')),
    category  text not null,
    day       date not null,
    minor     bigint not null check (minor >= 0),
    currency  text not null,
    what      text not null,
    supplier  text,
    number    text,
    lead_days int check (lead_days between 0 and 3650)
);
create index line_project on budget.line (project, day);
create unique index line_number on budget.line (project, state, coalesce(lower(supplier), ''), lower(number))
    where number is not null;

-- Tables that were read and wait for their reader to take them; for a day, and for that account alone.
create table budget.import (
    id      uuid primary key,
    account uuid not null,
    expires timestamptz not null,
    name    text not null,
    content bytea not null
);
