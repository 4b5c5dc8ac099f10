-- Code lists as data: the host's administrators add and retire values, and what is written agrees with them.
set local role {{definer}};
-- Lists whose every value the service works with (it counts, draws or matches by them): neither added to nor retired.
create function admin.fixed_list(of_list text) returns boolean language sql immutable
set search_path = pg_catalog, public, pg_temp as $$
  select of_list in ('need_domain', 'need_state', 'severity', 'trend', 'abuse_direction', 'warning_told', 'reach_kind',
    'name_kind', 'sex')
$$;

-- Values that the service writes or asks about by itself, in lists that may else change.
create function admin.needed_code(of_list text, the_key text) returns boolean language sql immutable
set search_path = pg_catalog, public, pg_temp as $$
  select admin.fixed_list(of_list) or (of_list, the_key) in (('contact_kind', 'not_said'), ('contact_kind', 'phone'),
    ('contact_kind', 'decision'), ('contact_outcome', 'kept'), ('contact_outcome', 'not_seen'),
    ('contact_outcome', 'information'), ('end_reason', 'died'), ('end_reason', 'feed'),
    ('relationship_kind', 'child'), ('warning_kind', 'marac'), ('accommodation', 'NONE'))
$$;

-- A key is never used twice and never deleted; a retired one stays readable for ever. The key of an added value is its
-- own words, so that they can be read wherever the key is.
create function admin.add_code(to_list text, its_label text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := admin.require_host();
  words text := regexp_replace(trim(its_label), '[[:space:]]+', ' ', 'g');
begin
  if not exists (select 1 from code where list = to_list) then
    raise exception 'no such list' using errcode = 'CT404';
  end if;
  if admin.fixed_list(to_list) then
    raise exception 'The service works with the values of this list, so none is added.' using errcode = 'CT409';
  end if;
  if words = '' or exists (select 1 from code where list = to_list and lower(words) in (lower(key), lower(label))) then
    raise exception 'The list has this already, perhaps as one that is no longer offered.' using errcode = 'CT409';
  end if;
  insert into code (list, key, label, position)
  select to_list, words, words, max(position) + 1 from code where list = to_list;
  perform admin.note('code-added', to_list || '/' || words, null);
  return words;
end $$;

create function admin.offer_code(in_list text, the_key text, offered boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform admin.require_host();
  if not offered and admin.needed_code(in_list, the_key) then
    raise exception 'The service writes this one itself, so it stays.' using errcode = 'CT409';
  end if;
  if not offered and (select count(*) from code where list = in_list and current) < 2 then
    raise exception 'The last one of a list stays.' using errcode = 'CT409';
  end if;
  update code set current = offered where list = in_list and key = the_key;
  if not found then raise exception 'no such code' using errcode = 'CT404'; end if;
  perform admin.note(case when offered then 'code-offered' else 'code-retired' end, in_list || '/' || the_key, null);
end $$;

-- What somebody signed in writes today is offered today. Arguments: a column and its list, in pairs. Loads without a
-- session (imports, the practice place) bring what their source said.
create function entry.check_codes() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare became jsonb := to_jsonb(new); was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end; value text;
begin
  for i in 0 .. tg_nargs - 2 by 2 loop
    value := became ->> tg_argv[i];
    if value is distinct from was ->> tg_argv[i] and value is not null
      and exists (select 1 from code where list = tg_argv[i + 1])
      and not exists (select 1 from code where list = tg_argv[i + 1] and key = value and current) then
      raise exception '“%” is not offered. Choose another.', coalesce((select label from code
        where list = tg_argv[i + 1] and key = value), value) using errcode = 'CT422';
    end if;
  end loop;
  return new;
end $$;
reset role;

do $$
declare e record;
begin
  for e in select * from (values
    -- Column and list, in pairs.
    ('contact', array['kind', 'contact_kind', 'outcome', 'contact_outcome']),
    ('involvement', array['end_reason', 'end_reason']), ('warning', array['kind', 'warning_kind', 'told', 'warning_told']),
    ('relationship', array['kind', 'relationship_kind']), ('adjustment', array['kind', 'adjustment']),
    ('safe_contact', array['channel', 'channel']), ('living_situation', array['code', 'accommodation']),
    ('need_rating', array['domain', 'need_domain', 'state', 'need_state']),
    ('person_name', array['kind', 'name_kind', 'source', 'fact_source']), ('birth', array['source', 'fact_source']),
    ('identity_detail', array['ethnicity', 'ethnicity', 'gender', 'gender', 'sex', 'sex', 'source', 'fact_source']),
    ('referral', array['reason', 'referral_reason', 'refusal_reason', 'refusal_reason'])) as t(name, pairs)
  loop
    execute format('create trigger c_codes before insert or update of %s on %I for each row
      when (not access.loads()) execute function entry.check_codes(%s)',
      (select string_agg(quote_ident(x), ', ') from unnest(e.pairs) with ordinality p(x, at) where at % 2 = 1), e.name,
      (select string_agg(quote_literal(x), ', ' order by at) from unnest(e.pairs) with ordinality p(x, at)));
  end loop;
end $$;

grant execute on function admin.add_code(text, text), admin.offer_code(text, text, boolean), admin.fixed_list(text),
  admin.needed_code(text, text) to {{app}};
