-- What was forecast when an update was released, with what was known then.
create table forecasting.kept_at_release (
    update_id uuid primary key,
    project   uuid not null,
    version   bigint not null,
    as_of     timestamptz not null,
    finish    int[] not null,
    -- as in forecasting.forecast
    tasks     bytea not null
);
create index on forecasting.kept_at_release (project);

-- How it did of each task, once that was finished; as in forecasting.score.
create table forecasting.release_score (
    update_id uuid not null references forecasting.kept_at_release on delete cascade,
    task      text not null,
    finished  timestamptz not null,
    by10      boolean not null,
    by50      boolean not null,
    by80      boolean not null,
    by90      boolean not null,
    pinball   double precision not null,
    primary key (update_id, task)
);
