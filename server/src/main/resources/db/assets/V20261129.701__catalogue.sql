-- What an administrator took into the catalogue of products, beside what comes with the product.
create table assets.lifecycle_product (
    id    text primary key,
    title text not null,
    kind  text not null,
    names text[] not null,
    cpes  text[] not null,
    purls text[] not null
);

-- Each fact with the page that says it, what it was read from, when, and by whom.
create table assets.lifecycle_cycle (
    product  text not null references assets.lifecycle_product on delete cascade,
    name     text not null,
    others   text[] not null,
    ends     date,
    paid     date,
    ended    boolean not null,
    source   text not null,
    origin   text not null,
    taken    timestamptz not null,
    taken_by text not null,
    primary key (product, name)
);

-- At most one row: from where it is read, and a mark that is new whenever something was taken.
create table assets.lifecycle (
    one     boolean primary key default true check (one),
    mark    uuid,
    address text
);

-- Files that were read and wait for their reader to take them; for a day, and for that account alone.
create table assets.lifecycle_import (
    id      uuid primary key,
    account uuid not null,
    expires timestamptz not null,
    name    text not null,
    content bytea not null
);
