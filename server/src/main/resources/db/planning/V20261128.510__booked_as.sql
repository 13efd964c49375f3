-- What the ledger calls a task whose own id is no UUID: as Bookings.id makes it of the names of project and task.
create function planning.booked_as(project uuid, task text) returns uuid
    language sql immutable strict parallel safe
    as $$
        select cast(
            substr(h, 1, 12) || '3' || substr(h, 14, 3)
                || substr('89ab89ab89ab89ab', strpos('0123456789abcdef', substr(h, 17, 1)), 1) || substr(h, 18)
            as uuid)
        from (select md5(project::text || '/' || task) as h) as hashed
    $$;

-- From a person's bookings to their tasks. Tasks with a UUID, as most are, cost nothing here.
create index task_booked_as on planning.task (project, planning.booked_as(project, id)) where length(id) <> 36;
