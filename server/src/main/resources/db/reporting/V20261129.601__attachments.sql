-- A document may belong to a task: an attachment. Whoever handed it in may take it back.
alter table reporting.document add column task text;
alter table reporting.document add column made_by uuid;
create index document_task on reporting.document (project, task) where task is not null;
