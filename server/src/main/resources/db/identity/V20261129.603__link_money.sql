-- Whether whoever comes by a link sees the pay that was released to the client.
alter table identity.portal_link add column money boolean not null default false;
