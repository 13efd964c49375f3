-- when those who might do something about it were told again
alter table work.complication add column told_again_at timestamptz;
create index complication_waits on work.complication (at) where closed_at is null and taken_at is null and told_again_at is null;
