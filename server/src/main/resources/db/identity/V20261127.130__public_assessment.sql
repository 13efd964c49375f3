-- Whether people who haven't signed in may ask which manager a project needs.
alter table identity.company add column public_assessment boolean not null default false;
