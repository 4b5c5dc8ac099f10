-- What happens when an entry is given or changed: its header is filled from the session (the app cannot claim it),
-- its class is worked out from its categories, and the change is written down with its actor.
set local role {{definer}};

-- One small number for a giver and a set of categories; made when first met.
create function entry.class_of(of_agency uuid, with_categories text[]) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  sorted text[];
  found_id int;
begin
  select id into found_id from entry_class where agency_id = of_agency and categories = with_categories;
  if found_id is not null then return found_id; end if; -- as nearly always: in order already
  sorted := coalesce((select array_agg(distinct c order by c) from unnest(with_categories) c), '{}');
  select id into found_id from entry_class where agency_id = of_agency and categories = sorted;
  if found_id is null then
    if exists (select 1 from unnest(sorted) c where not exists (select 1 from category where key = c)) then
      raise exception 'unknown category in %', sorted;
    end if;
    insert into entry_class (agency_id, categories) values (of_agency, sorted)
    on conflict (agency_id, categories) do update set categories = excluded.categories returning id into found_id;
  end if;
  return found_id;
end $$;

-- Fills the header. The argument names the category that this table's entries have by their nature ('' for those
-- that take their team's). Whoever loads rows without a session (an import, the practice place) says everything.
create function entry.fill_header() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  nobody uuid := '00000000-0000-0000-0000-000000000000';
begin
  if me.session_id is not null then
    new.agency_id := me.agency_id;
    new.given_by := me.user_id;
    new.given_at := now();
    if not new.team_id = any (access.my_teams()) then
      select mt.team_id into new.team_id from membership_team mt
      left join access.grounds_of(me, array[new.person_id]) a on a.viewer = 't:' || mt.team_id
      where mt.membership_id = me.membership_id
      order by a.id is null, mt.team_id limit 1;
    end if;
    select id into new.record_id from record
    where person_id = new.person_id and agency_id = me.agency_id and closed_at is null
      -- Refused in the same words whether the person is shut to me or was never known to us.
      and exists (select 1 from access.grounds_of(me, array[new.person_id]))
    order by confirmed desc, created_at desc limit 1;
    if new.record_id is null or new.team_id is null then
      raise exception 'no open record of this agency for this person' using errcode = '42501';
    end if;
  elsif new.agency_id = nobody or not access.loads() then
    raise exception 'signed out' using errcode = '42501';
  end if;
  -- What is safety by its nature is given as safety and as nothing else: its words show to everyone who may open.
  if me.session_id is not null and tg_argv[1] = 'always' then new.categories := array[tg_argv[0]]; end if;
  if new.categories = '{}' then
    new.categories := case when tg_argv[0] <> '' then array[tg_argv[0]]
      else coalesce((select default_categories from team where id = new.team_id), '{}') end;
  end if;
  if cardinality(new.categories) is distinct from 1 then
    new.categories := coalesce((select array_agg(distinct c order by c) from unnest(new.categories) c), '{}');
  end if;
  if me.session_id is not null
    and not entry.may_carry(tg_table_name, new.categories, (select kind from agency where id = me.agency_id)) then
    raise exception 'Choose kinds of information from the list.' using errcode = 'CT422';
  end if;
  if new.categories = '{safety}' then new.audience := 'agreed'; end if; -- safety reaches everyone who may open
  new.class_id := entry.class_of(new.agency_id, new.categories);
  return new;
end $$;

-- Which tables hold parts of an entry, of which whole, and the column that names it.
create view entry.part with (security_invoker = true) as
  select * from (values ('contact_words', 'contact', 'contact_id'), ('contact_place', 'contact', 'contact_id'),
    ('contact_other', 'contact', 'contact_id'), ('contact_withdrawal', 'contact', 'contact_id'),
    ('appointment_place', 'appointment', 'appointment_id'), ('need_grade', 'need_rating', 'need_rating_id'),
    ('need_note', 'need_rating', 'need_rating_id'), ('identity_words', 'identity_detail', 'identity_detail_id'),
    ('living_area', 'living_situation', 'living_situation_id'), ('handover', 'involvement', 'involvement_id'),
    ('warning_end', 'warning', 'warning_id'), ('assessment_item', 'assessment', 'assessment_id'),
    ('warning_detail', 'warning', 'warning_id'), ('referral_detail', 'referral', 'referral_id')) as v(name, whole, key);

-- Is this part of an entry said with it, and so its giver's alone?
create function access.is_said_with_whole(of_part text, one jsonb) returns boolean
language plpgsql stable security invoker set search_path = pg_catalog, pg_temp as $$
begin
  return case
    when of_part in ('contact_other', 'need_grade', 'need_note', 'identity_words', 'living_area', 'assessment_item',
      'warning_detail', 'appointment_place') then true
    when of_part = 'referral_detail' then (one ->> 'edition')::int = 1
    when of_part = 'contact_place' then one ->> 'place' is not null or one ->> 'with_whom' is not null
    when of_part = 'contact_words' then (one ->> 'edition')::int = 1 or not access.may('contact:reword')
    else false end;
end $$;

-- A part is given to a whole of the same agency about the same person that its giver can read, with all that is in it
-- already, and hangs on the record that the whole hangs on: an agency may have several of one person. Asked with the
-- giver's own rights, so that neither a foreign key nor a unique number tells of an entry that is hidden. What was said
-- with the whole is its giver's: nobody puts words into somebody else's mouth. What comes later (an ending, a handover,
-- the time of day) is given by whoever gives it; a later wording by whose role words.
create function entry.same_whole() returns trigger
language plpgsql security invoker set search_path = pg_catalog, public, pg_temp as $$
declare
  there uuid;
  giver uuid;
  of_whole uuid := to_jsonb(new) ->> tg_argv[1];
begin
  execute format('select record_id, given_by from %I where id = $1 and person_id = $2 and agency_id = $3', tg_argv[0])
  into there, giver using of_whole, new.person_id, new.agency_id;
  if there is null or not (access.loads() or access.reads_whole(tg_argv[0], of_whole)) then
    raise exception 'no such entry' using errcode = '42501';
  end if;
  if giver is distinct from new.given_by and not access.loads() and access.is_said_with_whole(tg_table_name, to_jsonb(new))
  then
    raise exception 'not yours to say' using errcode = '42501';
  end if;
  new.record_id := there;
  return new;
end $$;

-- An update keeps the header's facts; a bare move of person_id is a link, which link_event tells. What it opens is
-- judged when all is worked out (41-widening.sql).
create function entry.guard_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.person_id is distinct from old.person_id then return new; end if;
  new.agency_id := old.agency_id; new.record_id := old.record_id; new.team_id := old.team_id;
  new.given_by := old.given_by; new.given_at := old.given_at;
  if new.categories is distinct from old.categories then
    new.categories := coalesce((select array_agg(distinct c order by c) from unnest(new.categories) c), '{}');
    new.class_id := entry.class_of(new.agency_id, new.categories);
  else
    new.class_id := old.class_id;
  end if;
  if new.categories = '{safety}' then new.audience := 'agreed'; end if;
  new.version := old.version + 1;
  return new;
end $$;

-- The class that is open only where both are: history of an entry that was filed elsewhere before.
create function entry.stricter(one int, other int) returns int
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when a.id = b.id or a.categories = '{}' then a.id when b.categories = '{}' then b.id
    else entry.class_of(a.agency_id, a.categories || b.categories) end
  from entry_class a, entry_class b where a.id = one and b.id = other
$$;

-- Does a row say where the person is: by its table, by its own mark, by the number's kind, by where it sends somebody?
create function entry.locates(of_table text, one jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select of_table = 'referral' and one ->> 'to_team_id' is null or of_table in ('address', 'living_situation', 'living_area', 'unnamed', 'contact_place', 'contact_withdrawal',
      'appointment', 'appointment_place', 'relationship', 'handover', 'need_note', 'plan_goal', 'plan_action',
      'plan_asked', 'plan_review', 'plan_strength')
    or coalesce((one ->> 'locates')::boolean, false) or coalesce((one ->> 'implies_place')::boolean, false)
    or (of_table = 'reach' and one ->> 'kind' = 'landline') or (of_table = 'identifier' and one ->> 'type' = 'uprn')
    or exists (select 1 from access.placed_team p where p.id::text = one ->> 'to_team_id')
$$;

-- Two trails. `change` holds values and ends with its entry; `audit_event` holds keys and hashes for ever.
-- Argument: the table's level. When an entry is filed elsewhere or narrowed, its history goes with it at once.
create function entry.write_trail() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  one jsonb := coalesce(became, was);
  header text[] := array['id','person_id','record_id','agency_id','team_id','class_id','given_by','given_at','version'];
begin
  -- Who asks now is who was asked when the statement began, or the line would name somebody else, or nobody.
  if not access.loads() and (me.session_id is null or tg_op = 'INSERT' and new.given_by <> me.user_id) then
    raise exception 'signed out' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and was ->> 'person_id' is distinct from became ->> 'person_id' then return null; end if;
  if tg_op = 'UPDATE' then -- an insert's values are the entry itself
    if new.class_id <> old.class_id or new.audience <> old.audience then
      update change set class_id = entry.stricter(class_id, new.class_id),
        audience = case when new.audience = 'agreed' then audience else new.audience end
      where entry_id = new.id and table_name = tg_table_name and record_id = new.record_id;
    end if;
    insert into change (id, person_id, record_id, agency_id, team_id, class_id, audience, given_by, table_name,
      entry_id, level, locates, op, before, after, actor_id, membership_id)
    select access.uuid7(), new.person_id, new.record_id, new.agency_id, new.team_id,
      entry.stricter(old.class_id, new.class_id),
      case when new.audience = 'agreed' then old.audience else new.audience end,
      new.given_by, tg_table_name, new.id, tg_argv[0]::int,
      entry.locates(tg_table_name, was) or entry.locates(tg_table_name, became), lower(tg_op),
      (select jsonb_object_agg(key, value) from jsonb_each(was)
        where not key = any(header) and value is distinct from became -> key),
      (select jsonb_object_agg(key, value) from jsonb_each(became)
        where not key = any(header) and value is distinct from was -> key),
      me.user_id, me.membership_id;
  end if;
  insert into audit_event (kind, table_name, entry_id, person_id, actor_id, membership_id, session_id, row_hash)
  values (lower(tg_op), tg_table_name, (one ->> 'id')::uuid, (one ->> 'person_id')::uuid, me.user_id,
    me.membership_id, me.session_id,
    -- Under the record's own key, which goes when the record is erased: then the hash proves nothing to a guesser.
    sha256(coalesce((select seal_key from record where id = (one ->> 'record_id')::uuid), '') || convert_to(
      concat_ws('|', lower(tg_op), tg_table_name, one ->> 'id', me.user_id, now(), was, became), 'UTF8')));
  return null;
end $$;

-- The same lines for all rows that one statement loads, at a fifth of the cost: for what files fill by the thousand.
create function entry.write_trail_of_all() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  insert into audit_event (kind, table_name, entry_id, person_id, actor_id, membership_id, session_id, row_hash)
  select lower(tg_op), tg_table_name, x.id, x.person_id, me.user_id, me.membership_id, me.session_id,
    sha256(coalesce((select seal_key from record where id = x.record_id), '') || convert_to(
      concat_ws('|', lower(tg_op), tg_table_name, x.id, me.user_id, now(), x.one), 'UTF8'))
  from (select b.id, b.person_id, b.record_id, to_jsonb(b) as one from became b offset 0) x;
  return null;
end $$;

-- The same sealed line for tables that are not entries (agreements, users, links): keys and a hash.
create function entry.line_hash(op text, of_table text, who uuid, one jsonb) returns bytea
language sql stable return sha256(convert_to(concat_ws('|', op, of_table, who, now(), one::text), 'UTF8'));

create function entry.write_audit() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  one jsonb := to_jsonb(coalesce(new, old));
begin
  insert into audit_event (kind, table_name, entry_id, person_id, actor_id, membership_id, session_id, row_hash)
  values (lower(tg_op), tg_table_name, nullif(one ->> 'id', '')::uuid, nullif(one ->> 'person_id', '')::uuid,
    me.user_id, me.membership_id, me.session_id, entry.line_hash(lower(tg_op), tg_table_name, me.user_id, one));
  return null;
end $$;

-- The same lines for all rows that one statement adds, at a fifth of the cost: for tables that a job fills by the
-- hundred thousand.
create function entry.write_audit_of_all() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  insert into audit_event (kind, table_name, entry_id, person_id, actor_id, membership_id, session_id, row_hash)
  select lower(tg_op), tg_table_name, (x.one ->> 'id')::uuid, nullif(x.one ->> 'person_id', '')::uuid,
    me.user_id, me.membership_id, me.session_id, entry.line_hash(lower(tg_op), tg_table_name, me.user_id, x.one)
  from (select to_jsonb(b) as one from became b offset 0) x; -- made once a row, not where it is used
  return null;
end $$;
reset role;
