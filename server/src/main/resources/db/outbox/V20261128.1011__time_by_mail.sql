-- Whoever has said how they want to be told hears of hours and absences by mail, as everybody does who has not.
update outbox.notice_wishes set mail = array_append(mail, 'time')
where cardinality(mail) > 0 and not 'time' = any(mail);
