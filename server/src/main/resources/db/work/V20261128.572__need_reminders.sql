-- Which needs somebody was reminded of: once before their day, and once when it is over.
create table work.need_reminder (
    need uuid not null,
    due  date not null,
    late boolean not null,
    at   timestamptz not null,
    primary key (need, due, late)
);
