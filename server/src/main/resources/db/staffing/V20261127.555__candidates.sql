-- What becomes of an application: its CV checked, its person shown to a reviewer, decided upon.
alter table staffing.application
    add column state text not null default 'received' check (state in ('received', 'interview', 'accepted', 'declined')),
    add column opened timestamptz,
    add column opened_by text,
    add column cv jsonb,
    add column checked timestamptz;
create index application_unchecked on staffing.application (at) where checked is null and document is not null;

create table staffing.decision (
    id          uuid primary key,
    application uuid not null references staffing.application,
    state       text not null,
    reason      text not null,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null
);
create index decision_application on staffing.decision (application, at);
