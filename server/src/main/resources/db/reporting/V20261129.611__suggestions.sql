-- What was said to suggestions about work: of each fact that one rests on, so that the same facts suggest nothing again
-- and new ones may. A fact is a need, a complication, a task, or a hand-over between two tasks; never a person.
create table reporting.suggestion_answer (
    project    uuid not null,
    kind       text not null check (kind in ('clear', 'thank', 'handOver', 'together')),
    fact       text not null,
    answer     text not null check (answer in ('done', 'dismissed')),
    by_account uuid not null,
    by_name    text not null,
    at         timestamptz not null,
    primary key (project, kind, fact)
);
