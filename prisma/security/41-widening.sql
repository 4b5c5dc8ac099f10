-- Widening belongs to the giver. Which categories an entry may carry is one rule, for every way in; what a change opens
-- is judged on the row as it is stored, after all that other triggers made of it.
set local role {{definer}};

-- Safety is read by everybody who may open the person, and identity crosses links that nobody has confirmed: each is
-- given in tables of that nature and nowhere else, and safety alone or not at all. Immigration is held by advice
-- agencies only. The pages offer what this allows (lib/access/categories.ts; a test compares).
create function entry.may_carry(of_table text, given text[], kind_of_giver text) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select ('safety' <> all (given) or given = array['safety'] and of_table in ('adjustment', 'own_words', 'safe_contact', 'hard_time',
      'protected_whereabouts', 'limited_access', 'death', 'warning'))
    and ('identity' <> all (given) or of_table in ('person_name', 'birth', 'identity_detail', 'identifier', 'reach',
      'protected_name', 'unnamed'))
    and ('immigration' <> all (given) or coalesce(kind_of_giver = 'legal_advice', false))
$$;

-- Could anybody read more of this row afterwards than before? The strictest category wins, so only adding one never
-- opens; what has no category is shown to nobody else. Who a narrowed entry names may be outside the team it was for.
create function entry.widens(of_table text, was jsonb, became jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select was -> 'categories' <> became -> 'categories' and became -> 'categories' <> '[]'
      and (was -> 'categories' = '[]' or not became -> 'categories' @> (was -> 'categories'))
    or was -> 'audience' <> became -> 'audience' and was ->> 'audience' <> 'agreed'
    or entry.locates(of_table, was) and not entry.locates(of_table, became)
    or of_table = 'referral' and (was -> 'to_team_id' <> became -> 'to_team_id'
      or was ->> 'sent_at' is null and became ->> 'sent_at' is not null)
$$;

-- Only an entry's author widens it; nobody's words become safety later, or cease to be. Narrowing takes away from
-- others, so it is for the author of the whole. Arguments: the whole of which this is a part, and its key.
create function entry.judge_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  was jsonb := to_jsonb(old);
  became jsonb := to_jsonb(new);
  writer uuid := old.given_by;
begin
  if new.categories <> old.categories and array['safety'] in (old.categories, new.categories) then
    raise exception 'What is safety is given as safety, and nothing becomes it later. Record it anew.'
      using errcode = 'CT422';
  end if;
  if access.loads() then return null; end if;
  if me.session_id is null then raise exception 'signed out' using errcode = '42501'; end if;
  if new.categories <> old.categories and not entry.may_carry(tg_table_name, new.categories,
      (select kind from agency where id = new.agency_id)) then
    raise exception 'Choose kinds of information from the list.' using errcode = 'CT422';
  end if;
  if old.given_by <> me.user_id and entry.widens(tg_table_name, was, became) then
    raise exception 'Somebody else wrote this, or a part of it. Only they can open it to more people: you can add what it is about, and take nothing away.'
      using errcode = 'CT422';
  end if;
  if tg_nargs = 2 then
    execute format('select given_by from %I where id = $1', tg_argv[0])
    into writer using (became ->> tg_argv[1])::uuid;
  end if;
  if new.audience <> old.audience and me.user_id <> old.given_by and me.user_id is distinct from writer then
    raise exception 'Only the person who wrote this can change who may read it.' using errcode = 'CT422';
  end if;
  return null;
end $$;

-- Is this row of my agency's mine to read: as its author narrowed it, and while the person is protected?
create function access.reads_row(me access.viewer, of_table text, of_whole uuid, one jsonb) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  with_team uuid := one ->> 'team_id';
  mine uuid[] := access.teams_of(me);
begin
  return (one ->> 'audience' = 'agreed' or (one ->> 'given_by')::uuid = me.user_id
      or one ->> 'audience' = 'team' and with_team = any (mine)
      or one ->> 'audience' = 'named' and access.named_on(of_whole))
    and (of_table <> 'contact_other' or with_team = any (mine))
    and (not (entry.locates(of_table, one) or one -> 'categories' <> '["safety"]'
        and with_team in (select id from access.placed_team))
      or access.may_locate_as(me, (one ->> 'person_id')::uuid, me.agency_id));
end $$;

-- A part of a whole of my agency's: my own words, or what my role reads.
create function access.reads_part(me access.viewer, of_table text, of_whole uuid, one jsonb) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if (one ->> 'given_by')::uuid = me.user_id then return true; end if;
  return (me.role in ('practitioner', 'manager') or access.decide(me, (one ->> 'person_id')::uuid,
      (one ->> 'record_id')::uuid, (one ->> 'class_id')::int, 4))
    and access.reads_row(me, of_table, of_whole, one);
end $$;

-- Nobody changes what they cannot read whole: are this entry of my agency's and all its parts mine to read, or my own
-- words? Of an entry that is hidden, of somebody not open to me, it says what it says of none.
create function access.reads_whole(of_table text, of_whole uuid) returns boolean
language plpgsql stable security definer cost 5000 set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  part record;
  one jsonb;
begin
  if of_table not in (select p.whole from entry.part p) then return false; end if;
  execute format('select to_jsonb(x) from %I x where id = $1 and agency_id = $2', of_table)
  into one using of_whole, access.my_own(3);
  if access.reads_row(me, of_table, of_whole, one) is not true
    or not exists (select 1 from access.grounds_of(me, array[(one ->> 'person_id')::uuid])) then return false; end if;
  for part in select p.name, p.key from entry.part p where p.whole = of_table loop
    for one in execute format('select to_jsonb(x) from %I x where %I = $1 and agency_id = $2', part.name, part.key)
      using of_whole, me.agency_id loop
      if access.reads_part(me, part.name, of_whole, one) is not true then return false; end if;
    end loop;
  end loop;
  return true;
end $$;
reset role;

do $$
declare e record;
begin
  -- A part goes with its whole; what has no parts is its own.
  for e in select h.tgrelid::regclass as name, p.whole, p.key
    from pg_trigger h left join entry.part p on p.name = h.tgrelid::regclass::text where h.tgname = 'a_header' loop
    execute format('drop trigger if exists a_judge on %s', e.name);
    -- After every other trigger has had its say; not for a link, which moves the person alone.
    execute format('create trigger a_judge after update on %s for each row when (old.person_id = new.person_id)
      execute function entry.judge_change(%s)', e.name,
      case when e.whole is null then '' else format('%L, %L', e.whole, e.key) end);
    if e.whole is not null then
      execute format('create policy whole on %s as restrictive for update to {{app}}, {{worker}}
        using (access.reads_whole(%L, %I))', e.name, e.whole, e.key);
    elsif e.name::text in (select p.whole from entry.part p) then
      execute format('create policy whole on %s as restrictive for update to {{app}}, {{worker}}
        using (access.reads_whole(%L, id))', e.name, e.name::text);
    end if;
  end loop;
end $$;
