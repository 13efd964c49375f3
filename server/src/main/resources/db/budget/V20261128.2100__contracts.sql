-- What clients pay: apart from what things cost, and seen by fewer.

-- amount: the price, the cap, or what is paid for a month
create table budget.contract (
    project  uuid primary key,
    kind     text not null check (kind in ('fixedPrice', 'timeAndMaterials', 'capped', 'retainer')),
    minor    bigint check (minor >= 0),
    currency text,
    since    date not null,
    until    date,
    note     text not null default '',
    version  bigint not null,
    check ((minor is null) = (currency is null)),
    check ((minor is null) = (kind = 'timeAndMaterials'))
);

-- What an hour is sold for: of a person, of a role, else of everybody; the first that fits.
create table budget.sales_rate (
    project  uuid not null references budget.contract on delete cascade,
    place    int not null,
    person   uuid,
    role     text,
    since    date not null,
    minor    bigint not null check (minor >= 0),
    currency text not null,
    primary key (project, place),
    check (person is null or role is null)
);

-- Parts of the pay; each falls due on a day, with a task, or once a deliverable is accepted.
create table budget.milestone (
    id          uuid primary key,
    project     uuid not null,
    name        text not null,
    minor       bigint not null check (minor > 0),
    currency    text not null,
    day         date,
    task        text,
    deliverable uuid,
    billed      date,
    number      text,
    paid        date,
    version     bigint not null,
    check (num_nonnulls(day, task, deliverable) = 1),
    check (paid is null or billed is not null)
);
create index milestone_project on budget.milestone (project);
create unique index milestone_number on budget.milestone (lower(number)) where number is not null;
