-- When somebody begins, and how much of their days work can have while they learn.
alter table people.person
    add column first_day date,
    add column ramp_weeks smallint check (ramp_weeks between 0 and 52),
    add column ramp_share smallint check (ramp_share between 10 and 100),
    add check ((first_day is null) = (ramp_weeks is null) and (first_day is null) = (ramp_share is null));
