-- Who has asked for an order of the applicants of a vacancy, when and by what. The order itself is not kept.
create table staffing.ranking (
    id          uuid primary key,
    vacancy     uuid not null references staffing.vacancy,
    criteria    text[] not null,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null
);
create index ranking_vacancy on staffing.ranking (vacancy, at);
