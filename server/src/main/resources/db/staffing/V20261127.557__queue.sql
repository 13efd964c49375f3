-- Many files at once: numbers that stay, what a list shows without the text of the CV, and a queue that every server takes
-- from: what is unchecked and claimed by nobody, or by one that has said nothing for long.
alter table staffing.application
    add column number int,
    add column file text,
    add column source text not null default 'applied' check (source in ('applied', 'uploaded')),
    add column cv_state text,
    add column tries smallint not null default 0,
    add column claimed timestamptz;
update staffing.application a set number = counted.number, cv_state = a.cv ->> 'state'
from (select id, row_number() over (partition by vacancy order by at, id) as number from staffing.application) counted
where counted.id = a.id;
update staffing.application a set file = d.name from documents.document d where d.id = a.document;
alter table staffing.application alter column number set not null;
create unique index application_number on staffing.application (vacancy, number);
create index application_cv on staffing.application using gin ((cv -> 'criteria') jsonb_path_ops);
