-- A draft may be seen and changed by whoever may see and change the project that it is of.
alter table identity.project_scope add column draft_of uuid;
