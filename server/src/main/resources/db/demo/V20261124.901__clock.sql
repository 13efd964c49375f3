-- How far the demo's clock stands from real time. One row, in a demo; none otherwise.
create schema if not exists demo;

create table demo.clock (
    only_one boolean primary key default true check (only_one),
    seconds bigint not null
);
