-- How sure the estimator was: less than the one in one case of ten, more than the other in one of ten. In hours.
alter table forecasting.finished_work
    add column low  double precision,
    add column high double precision,
    add check ((low is null) = (high is null));
