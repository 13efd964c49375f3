-- What the issuer's register says of a certificate: until when it holds.
alter table staffing.interview_note add column valid_until date;
