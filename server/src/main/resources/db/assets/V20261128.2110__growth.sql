-- What is measured of assets again and again, and when that will be full.
create table assets.measure (
    id       uuid primary key,
    asset    uuid not null references assets.asset on delete cascade,
    name     text not null,
    unit     text not null,
    -- how much there is room for; null where nobody said
    capacity double precision check (capacity > 0)
);
create unique index measure_name on assets.measure (asset, lower(name));

create table assets.measurement (
    measure uuid not null references assets.measure on delete cascade,
    at      timestamptz not null,
    value   double precision not null,
    primary key (measure, at)
);

-- The first day on which one of its measures reaches its capacity with 10 %: an end like the others.
alter table assets.asset drop column due, drop column ends;
alter table assets.asset add column full_on date;
alter table assets.asset
    add column ends date generated always as (least(eol, warranty, life, full_on)) stored,
    add column due date generated always as (least(eol, warranty, life, full_on) - lead_days) stored;
create index asset_due on assets.asset (due, id);
