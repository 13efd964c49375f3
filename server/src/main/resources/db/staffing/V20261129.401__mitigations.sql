-- What is to be done about the weaker side of an applicant. None is changed; the newest holds. It goes with the
-- application; what was carried over to somebody who was taken on is a choice of its own.
create table staffing.mitigation (
    seq         bigint generated always as identity,
    id          uuid primary key,
    application uuid not null references staffing.application on delete cascade,
    weaker      text check (weaker in ('management', 'field')),
    mitigation  text not null check (mitigation in ('deputy', 'leadEngineer', 'mentor', 'training', 'none')),
    helper      uuid,
    reason      text,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null
);
create index mitigation_application on staffing.mitigation (application, seq);
-- Somebody who was taken on without a project, or as a deputy, has a mitigation that is of no project.
alter table staffing.choice alter column project drop not null;
create index choice_person on staffing.choice (person, at);
