-- What lists and search look for among a hundred thousand tasks.
create index task_milestone on planning.task (project) where document #>> '{task,kind}' = 'milestone';
create index task_deadline on planning.task (project) where document #> '{task,deadline}' is not null;
create index task_words on planning.task
    using gin (to_tsvector('simple'::regconfig, coalesce(document #>> '{task,name}', '')));
