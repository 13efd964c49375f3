-- What was said in conversations, question by question, and what referees say. None is changed.
create table staffing.interview_note (
    id          uuid primary key,
    application uuid not null references staffing.application,
    question    text not null,
    finding     text not null check (finding in ('met', 'notMet', 'unclear')),
    note        text not null,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null
);
create index interview_note_application on staffing.interview_note (application, at);

create table staffing.reference (
    id          uuid primary key,
    application uuid not null references staffing.application,
    name        text not null,
    relation    text not null,
    said        text not null,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null
);
create index reference_application on staffing.reference (application, at);
