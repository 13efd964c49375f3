-- Who is to take a project, with what is done about their weaker side. None is changed; the newest holds.
create table staffing.choice (
    id          uuid primary key,
    project     uuid not null,
    person      uuid not null,
    kind        text not null,
    weaker      text check (weaker in ('management', 'field')),
    mitigation  text check (mitigation in ('deputy', 'leadEngineer', 'mentor', 'training', 'none')),
    helper      uuid,
    reason      text,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null
);
create index choice_project on staffing.choice (project, at);
