-- On which terms somebody works: one's own, or a freelancer; how long until they can begin; who vetted them, how and when.
create table people.terms (
    person    uuid primary key references people.person on delete cascade,
    freelance boolean not null,
    lead_days smallint check (lead_days between 0 and 730),
    version   bigint not null default 1
);

-- None is changed: whoever vets again adds one.
create table people.vetting (
    id          uuid primary key,
    number      bigint generated always as identity,
    person      uuid not null references people.person on delete cascade,
    finding     text not null check (finding in ('met', 'notMet', 'unclear')),
    how         text not null,
    author      uuid not null,
    author_name text not null,
    at          timestamptz not null
);
create index vetting_person on people.vetting (person, number);

-- What was said of a certificate that runs out, once each.
create table people.certificate_reminder (
    person      uuid not null references people.person on delete cascade,
    certificate text not null,
    expires     date not null,
    stage       smallint not null,
    at          timestamptz not null,
    primary key (person, certificate, expires, stage)
);
