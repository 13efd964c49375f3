-- Which project belongs to which client: what access is decided by.
create schema if not exists identity;

create table identity.project_scope (
    project uuid primary key,
    client  uuid
);
