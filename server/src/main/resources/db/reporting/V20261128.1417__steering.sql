-- How the company wants its steering reports: one row, or none.
create table reporting.steering (
    one       bool primary key default true check (one),
    -- whether the status word has its colour
    colours   bool not null default false,
    -- a Word document with names where values belong; null: ours
    template  bytea,
    file_name text,
    set_by    text not null,
    set_at    timestamptz not null
);
