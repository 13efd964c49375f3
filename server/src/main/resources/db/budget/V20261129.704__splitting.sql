-- How often the limit of a project, or the company's (project 0), was set or removed: what If-Match says.
create table budget.limit_version (
    project uuid primary key,
    version bigint not null
);

-- An order that is above the limit only together with others: how many they are, and how much, in the limit's currency.
alter table budget.line
    add column together_count int,
    add column together_minor bigint,
    add column together_currency text,
    add check (num_nulls(together_count, together_minor, together_currency) in (0, 3));

-- Orders that nobody had to approve, by supplier however its name is written.
create index line_order on budget.line (project, lower(regexp_replace(coalesce(supplier, ''), '[^[:alnum:]]', '', 'g')), day)
    where state = 'committed' and approval is null;

-- By the hour, what is bought is passed on with so many percent on top; null where it isn't passed on.
alter table budget.contract add column material_percent int check (material_percent between 0 and 200);
