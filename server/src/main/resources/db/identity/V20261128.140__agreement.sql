-- What is derived about the work of one person: off, team or self.
alter table identity.company add column agreement text not null default 'self';
