-- What was done about one thing.
create index entry_about on audit.entry (id);
