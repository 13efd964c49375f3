-- What is known of a person that bears on leading a project.
create table people.qualification (
    person        uuid primary key references people.person on delete cascade,
    leading_since date,
    fields_since  jsonb not null default '{}',
    certificates  jsonb not null default '[]',
    degrees       jsonb not null default '[]',
    version       bigint not null default 1
);
