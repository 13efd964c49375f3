-- Whether the client's people see in the portal what they pay: only where somebody who sees it has said so.
create table reporting.portal_wish (
    project  uuid primary key,
    money    boolean not null,
    set_name text not null,
    set_at   timestamptz not null
);
