-- Code lists as data: the host's administrators add and retire values.
set local role {{definer}};
-- A key is never used twice and never deleted; a retired one stays readable for ever.
create function admin.add_code(to_list text, its_label text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := admin.require_host();
  new_key text := trim(both '_' from regexp_replace(lower(public.unaccent(its_label)), '[^a-z0-9]+', '_', 'g'));
begin
  if not exists (select 1 from code where list = to_list) then
    raise exception 'no such list' using errcode = 'CT404';
  end if;
  if new_key = '' or exists (select 1 from code where list = to_list and (key = new_key or lower(label) = lower(its_label))) then
    raise exception 'The list has this already, perhaps as one that is no longer offered.' using errcode = 'CT409';
  end if;
  insert into code (list, key, label, position)
  select to_list, new_key, its_label, max(position) + 1 from code where list = to_list;
  perform admin.note('code-added', to_list || '/' || new_key, null);
  return new_key;
end $$;

create function admin.offer_code(in_list text, the_key text, offered boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform admin.require_host();
  if not offered and (select count(*) from code where list = in_list and current) < 2 then
    raise exception 'The last one of a list stays.' using errcode = 'CT409';
  end if;
  update code set current = offered where list = in_list and key = the_key;
  if not found then raise exception 'no such code' using errcode = 'CT404'; end if;
  perform admin.note(case when offered then 'code-offered' else 'code-retired' end, in_list || '/' || the_key, null);
end $$;
reset role;

grant execute on function admin.add_code(text, text), admin.offer_code(text, text, boolean) to {{app}};
