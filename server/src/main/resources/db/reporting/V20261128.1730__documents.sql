-- Documents of projects: each with its versions, or where it lives otherwise. A client sees the version that was shown.
create table reporting.document (
    id       uuid primary key,
    project  uuid not null,
    name     text not null,
    -- instead of versions
    link     text,
    made_name text not null,
    made_at  timestamptz not null,
    -- handed in by the client
    of_client boolean not null default false,
    shown    int,
    shown_name text,
    shown_at timestamptz
);
create index document_project on reporting.document (project, name);

create table reporting.document_version (
    document uuid not null references reporting.document on delete cascade,
    number   int not null,
    file     uuid not null,
    name     text not null,
    size     int not null,
    by_name  text not null,
    at       timestamptz not null,
    primary key (document, number)
);
