-- When officials were told that nobody answers it.
alter table reporting.question add column escalated_at timestamptz;
