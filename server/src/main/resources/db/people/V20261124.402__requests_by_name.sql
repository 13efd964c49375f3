-- Who asked is told by name, and what nobody decided yet is open.
alter table people.request add column asked_by_name text not null default '';
alter table people.request drop constraint request_state_check;
update people.request set state = 'open' where state = 'asked';
alter table people.request add constraint request_state_check check (state in ('open', 'granted', 'declined'));
drop index people.request_open;
create index request_open on people.request (person) where state = 'open';
