-- Where a plan says something else than when its project was assessed, and that whoever answers for it was told so.
create table staffing.drift_told (
    assessment uuid not null references staffing.assessment on delete cascade,
    -- the questions and what the plan says to them now
    moved      text not null,
    at         timestamptz not null,
    primary key (assessment, moved)
);
