-- What opens an applicant's own page; only its hash.
alter table staffing.application add column own_key bytea unique;
