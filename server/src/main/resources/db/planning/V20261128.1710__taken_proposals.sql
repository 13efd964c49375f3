-- Better calendars that somebody took, with the finish that the plan had before, and the one that it got by it.
create table planning.taken_proposal (
    project    uuid not null,
    version    bigint not null,
    finish_was timestamptz not null,
    finish_now timestamptz not null,
    primary key (project, version),
    foreign key (project, version) references planning.plan_change on delete cascade
);
