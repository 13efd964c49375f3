-- Profiles as the company has changed them: each version as it was written. None is changed; the highest counts.
create table staffing.profile (
    name        text not null,
    version     int not null,
    text        text not null,
    reason      text,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null,
    primary key (name, version)
);
