-- What the record of deeds says of an applicant is sealed with the applicant's own key. It goes with the application, and
-- what it sealed can be read by nobody any more.
create table staffing.candidate_key (
    application uuid primary key references staffing.application on delete cascade,
    key         bytea not null
);
alter table staffing.decision drop constraint decision_application_fkey,
    add foreign key (application) references staffing.application on delete cascade;
alter table staffing.hire drop constraint hire_application_fkey,
    add foreign key (application) references staffing.application on delete cascade;
alter table staffing.interview_note drop constraint interview_note_application_fkey,
    add foreign key (application) references staffing.application on delete cascade;
alter table staffing.reference drop constraint reference_application_fkey,
    add foreign key (application) references staffing.application on delete cascade;
