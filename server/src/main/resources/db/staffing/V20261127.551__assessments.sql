-- Which manager a project needs: each assessment as it was made, with the rules and the facts of then. None is changed.
create schema if not exists staffing;

create table staffing.assessment (
    id           uuid primary key,
    -- null for an idea that is no project yet
    project      uuid,
    title        text not null,
    answers      jsonb not null,
    -- what the plan said then, by question
    facts        jsonb not null,
    plan_version bigint,
    outcome      text not null,
    result       jsonb not null,
    rules        text not null,
    author       uuid not null,
    author_name  text not null,
    at           timestamptz not null
);
create index assessment_project on staffing.assessment (project, at);
