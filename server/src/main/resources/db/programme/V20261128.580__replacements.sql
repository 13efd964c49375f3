-- Programmes: projects that replace what is due.
create schema if not exists programme;

-- The task that replaces an asset, and the one at whose end its price is owed.
create table programme.replacement (
    asset      uuid not null,
    project    uuid not null,
    task       text not null,
    order_task text not null,
    primary key (project, asset)
);
create index replacement_asset on programme.replacement (asset);
