-- A rating or an assessment that was given by mistake is taken back, as a contact is, with why from a short list.
alter table need_rating add column withdrawn_at timestamptz(3), add column withdrawn_why text,
  add constraint need_rating_withdrawn check ((withdrawn_at is null) = (withdrawn_why is null)),
  add constraint need_rating_withdrawn_why check (withdrawn_why in ('wrong_person', 'mistake'));
alter table assessment add column withdrawn_at timestamptz(3), add column withdrawn_why text,
  add constraint assessment_withdrawn check ((withdrawn_at is null) = (withdrawn_why is null)),
  add constraint assessment_withdrawn_why check (withdrawn_why in ('wrong_person', 'mistake'));
