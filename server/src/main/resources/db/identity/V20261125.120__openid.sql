-- Who signs in elsewhere: the subject of an issuer is one account here, and an account one subject of an issuer.
create table identity.openid_link (
    issuer  text not null,
    subject text not null,
    account uuid not null references identity.account,
    since   timestamptz not null,
    primary key (issuer, subject),
    unique (account, issuer)
);

-- Whether the next one who comes from an issuer with the account's verified address becomes its owner.
alter table identity.account add column openid_allowed boolean not null default false;
