-- Work on what is run that comes again: by a rule, with steps, inside change windows.
create schema if not exists maintenance;

create table maintenance.change_window (
    id      uuid primary key,
    name    text not null,
    rule    text not null,
    -- the day from which the rule counts
    first   date not null,
    begins  time not null,
    minutes int not null check (minutes between 30 and 1440)
);
create unique index change_window_name on maintenance.change_window (lower(name));

-- Days on which nothing is changed, the last one included.
create table maintenance.freeze (
    id    uuid primary key,
    name  text not null,
    first date not null,
    last  date not null,
    check (first <= last)
);

create table maintenance.policy (
    id               uuid primary key,
    name             text not null,
    kind             text not null,
    rule             text not null,
    first            date not null,
    -- days on which the rule falls and nothing is done
    except_days      date[] not null,
    -- a round may be done so many days after its day
    grace            int not null check (grace between 0 and 365),
    change_window    uuid references maintenance.change_window,
    approval         boolean not null,
    -- [{"name": "...", "minutes": 60, "skill": "linux", "within": true, "each": false}]
    steps            jsonb not null,
    way_back         text,
    way_back_minutes int not null default 0 check (way_back_minutes between 0 and 1440),
    ended            boolean not null default false,
    created          timestamptz not null,
    version          bigint not null default 1
);
create unique index policy_name on maintenance.policy (lower(name));

create table maintenance.policy_asset (
    policy uuid not null references maintenance.policy on delete cascade,
    asset  uuid not null,
    primary key (policy, asset)
);
create index policy_asset_asset on maintenance.policy_asset (asset);

-- A day of a policy of which something is known: that it was approved, is planned, or what came of it.
create table maintenance.round (
    policy      uuid not null references maintenance.policy on delete cascade,
    day         date not null,
    approved_by text,
    approved_at timestamptz,
    project     uuid,
    -- the summary of its steps in the project's plan
    task        text,
    outcome     text,
    note        text,
    done        date,
    told_by     text,
    told_at     timestamptz,
    -- what it was done to
    assets      uuid[] not null default '{}',
    primary key (policy, day)
);
create index round_project on maintenance.round (project) where project is not null;

-- A step of a round: its task in a plan, or what it took as somebody told.
create table maintenance.round_step (
    policy uuid not null,
    day    date not null,
    place  int not null,
    -- which of the policy's steps, from 0
    step   int not null,
    task   text,
    took   int check (took >= 0),
    primary key (policy, day, place),
    foreign key (policy, day) references maintenance.round on delete cascade
);
