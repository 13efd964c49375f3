-- What a client gets, by what it is accepted, and what they asked for afterwards, signed or not.
create schema if not exists delivery;

create table delivery.deliverable (
    id            uuid primary key,
    project       uuid not null,
    name          text not null,
    about         text not null default '',
    -- the task of the plan with which it is ready
    task          text,
    shown         boolean not null default false,
    state         text not null check (state in ('open', 'handed', 'accepted')),
    -- why it was sent back last
    reason        text,
    handed_by     uuid,
    handed_name   text,
    handed_at     timestamptz,
    accepted_by   uuid,
    accepted_name text,
    accepted_at   timestamptz,
    version       bigint not null default 1
);
create index deliverable_project on delivery.deliverable (project, id);

create table delivery.criterion (
    deliverable uuid not null references delivery.deliverable on delete cascade,
    number      int not null,
    text        text not null,
    met         boolean not null default false,
    primary key (deliverable, number)
);

create table delivery.change_request (
    id             uuid primary key,
    project        uuid not null,
    -- counts the changes of a project from 1
    number         int not null,
    state          text not null
                   check (state in ('asked', 'working', 'offered', 'signed', 'declined', 'refused')),
    -- as it was asked, and as the client is to read it
    wish           text not null,
    title          text not null,
    what           text not null default '',
    of_client      boolean not null,
    -- what it was born from
    origin_kind    text check (origin_kind in ('question', 'complication', 'need')),
    origin_id      uuid,
    origin_text    text,
    draft          uuid,
    price_minor    bigint,
    price_currency text,
    -- where the price is hours by a rate
    hours_minutes  int,
    rate_minor     bigint,
    -- why it was declined or refused
    reason         text,
    asked_by       uuid not null,
    asked_name     text not null,
    asked_at       timestamptz not null,
    decided_by     uuid,
    decided_name   text,
    decided_at     timestamptz,
    version        bigint not null default 1,
    unique (project, number),
    check ((origin_kind is null) = (origin_id is null)),
    check ((price_minor is null) = (price_currency is null))
);
create index change_request_open on delivery.change_request (project) where state in ('asked', 'offered', 'declined');

-- What a client was offered, word by word. A row never changes but for being withdrawn.
create table delivery.offer (
    id            uuid primary key,
    change        uuid not null references delivery.change_request on delete cascade,
    -- counts the offers of a change from 1
    number        int not null,
    terms         jsonb not null,
    -- the text that is signed, and its SHA-256
    text_en       text not null,
    text_de       text not null,
    hash_en       text not null,
    hash_de       text not null,
    draft         uuid,
    -- what was tried, and the plan on which, when the dates were reckoned
    draft_edited  bigint not null,
    plan_version  bigint not null,
    offered_by    uuid not null,
    offered_name  text not null,
    offered_at    timestamptz not null,
    withdrawn_at  timestamptz,
    unique (change, number)
);

-- One a change at most, and for good.
create table delivery.signature (
    change      uuid primary key references delivery.change_request,
    offer       uuid not null references delivery.offer,
    -- as it was typed
    name        text not null,
    language    text not null check (language in ('en', 'de')),
    hash        text not null,
    account     uuid not null,
    signed_name text not null,
    signed_at   timestamptz not null,
    -- what became of the plan; null where the offer did not touch it
    version     bigint,
    baseline    uuid
);
