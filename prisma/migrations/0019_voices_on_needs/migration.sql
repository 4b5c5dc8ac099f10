-- Whose view a rating is: the worker's who gave it, as all were until now, or the person's own. What was not asked or
-- is not known is nobody's view but the worker's.
alter table need_rating add column voice text not null default 'worker',
  add constraint need_rating_voice check (voice in ('worker', 'person')),
  add constraint need_rating_own_view check (voice = 'worker' or state not in ('not_known', 'not_asked'));
