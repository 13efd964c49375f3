-- What feeds said of each thing last, so that their numbers grow when its dates do.
create table reporting.feed_event (
    uid      text primary key,
    dates    text not null,
    sequence int not null default 0,
    stamp    timestamptz not null
);
