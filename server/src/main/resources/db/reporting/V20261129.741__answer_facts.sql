-- To what answers and their drafts lead, each by its kind and id: what the client may not see any more is not kept here.
alter table reporting.question
    add column facts text[] not null default '{}',
    add column draft_facts text[] not null default '{}';
