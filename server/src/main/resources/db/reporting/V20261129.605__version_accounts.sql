-- Who added a version: an attachment is taken back by the one who made all of it. Of the first versions that is whoever
-- made the document; of later ones from before nobody knows.
alter table reporting.document_version add column by_account uuid;
update reporting.document_version v set by_account = d.made_by
from reporting.document d where d.id = v.document and v.number = 1;
