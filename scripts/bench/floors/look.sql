-- Whom what follows is about: as a page says it first.
select access.look_once($1::uuid[])
