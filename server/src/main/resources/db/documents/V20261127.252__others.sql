-- Files of which nobody knows what they are, kept for a person to look at.
alter table documents.document drop constraint document_type_check;
alter table documents.document add check (type in ('pdf', 'docx', 'text', 'other'));
