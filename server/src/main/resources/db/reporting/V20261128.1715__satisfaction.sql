-- What clients answered to two questions when a milestone was reached. An answer may be given anew; the last one counts.
create table reporting.satisfaction (
    project        uuid not null,
    milestone      text not null,
    milestone_name text not null,
    account        uuid not null,
    name           text not null,
    at             timestamptz not null,
    -- with what was done, and with what one was told; 1 to 5
    work           int not null check (work between 1 and 5),
    told           int not null check (told between 1 and 5),
    words          text not null default '',
    primary key (project, milestone, account)
);
create index satisfaction_at on reporting.satisfaction (project, at);
