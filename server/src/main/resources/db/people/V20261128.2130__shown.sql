-- What else profiles ask of whoever leads projects: budgets, hardware, and the four skills with what shows them.
alter table people.qualification
    add column budgets  jsonb not null default '[]',
    add column hardware jsonb not null default '[]',
    add column shown    jsonb not null default '{}';
