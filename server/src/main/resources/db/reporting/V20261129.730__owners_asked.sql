-- whom the product asked by itself about a fact that is older than it should be; the project's forecast has no task
create table reporting.owner_asked (
    project  uuid not null,
    task     text not null,
    -- what was known of it then
    state    text not null,
    -- whoever was asked; their names are read where they are kept
    accounts uuid[] not null default '{}',
    at       timestamptz not null,
    primary key (project, task)
);
