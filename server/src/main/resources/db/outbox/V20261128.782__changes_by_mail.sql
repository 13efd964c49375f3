-- Whoever has said how they want to be told hears of changes by mail, as everybody does who has not: a client who wanted
-- mails about updates would else miss what there is to sign.
update outbox.notice_wishes set mail = array_append(mail, 'change')
where cardinality(mail) > 0 and not 'change' = any(mail);
