-- What a question is about, as the client was told of it; who in the team was told because they know the field; and the
-- answer that they drafted, which goes out when whoever answers for the project releases it.
alter table reporting.question
    add column task text,
    add column task_name text,
    add column expert uuid,
    add column expert_name text,
    add column draft text,
    add column drafted_by uuid,
    add column drafted_name text,
    add column drafted_at timestamptz;
create index question_of_expert on reporting.question (expert) where answered_at is null;
