-- Orders and invoices by supplier however its name is written, with what somebody had to approve: orders cover invoices.
drop index budget.line_order;
create index line_bought on budget.line (project, lower(regexp_replace(coalesce(supplier, ''), '[^[:alnum:]]', '', 'g')))
    where state in ('committed', 'spent') and (approval is null or approval = 'approved');
