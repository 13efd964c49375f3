-- Files that somebody has handed in, whole.
create schema if not exists documents;

create table documents.document (
    id    uuid primary key,
    name  text not null,
    type  text not null check (type in ('pdf', 'docx', 'text')),
    size  int not null,
    bytes bytea not null,
    at    timestamptz not null
);
