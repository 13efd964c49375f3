-- Whoever has said how they want to be told hears of meetings by mail, as everybody does who has not.
update outbox.notice_wishes set mail = array_append(mail, 'meeting')
where cardinality(mail) > 0 and not 'meeting' = any(mail);
