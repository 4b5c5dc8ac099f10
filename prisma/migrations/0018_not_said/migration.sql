-- How a contact was made may be left unsaid: said of nobody that it was in person. Lists are filled where a place is
-- made, so a place that has its lists already is given the new value here.
do $$
declare definer text := (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'access');
begin
  if definer is null then return; end if;
  execute format('grant select, insert on code to %I', definer);
  execute format('set local role %I', definer);
  insert into code (list, key, label, position)
  select 'contact_kind', 'not_said', 'Not said', max(position) + 1 from code where list = 'contact_kind'
  having count(*) > 0
  on conflict do nothing;
  reset role;
end $$;
