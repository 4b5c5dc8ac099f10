-- What holds for a change by a statement of the web's own login, beside what its policies say: functions of the definer
-- have their own reasons, and are let through.
set local role {{definer}};

-- By hand, one changes what is one's own agency's, to the end: a policy remembers whose that was when the statement
-- began. An action of the plan is its owner's too.
create function entry.still_mine() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.agency_id is distinct from access.my_agency() and not (tg_table_name = 'plan_action'
      and coalesce(to_jsonb(old) ->> 'owner_user_id' = access.my_user()::text, false)) then
    raise exception 'signed out' using errcode = '42501';
  end if;
  return null;
end $$;

-- What ended stays as it ended, and nothing ends later than now: by hand. Arguments: the columns that end an entry.
create function entry.end_once() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare was jsonb := to_jsonb(old); became jsonb := to_jsonb(new); kept jsonb := '{}'; col text;
begin
  foreach col in array coalesce(tg_argv, '{}') loop
    if was ->> col is not null then kept := kept || jsonb_build_object(col, was -> col);
    elsif col in ('end_reason', 'withdrawn_why', 'outcome') then null;
    elsif length(became ->> col) = 10 and (became ->> col)::date > access.today() then
      kept := kept || jsonb_build_object(col, access.today());
    elsif length(became ->> col) > 10 and (became ->> col)::timestamptz > now() then
      kept := kept || jsonb_build_object(col, now());
    end if;
  end loop;
  return jsonb_populate_record(new, kept);
end $$;

-- What somebody gives by hand they say themselves, now: it bears nobody else's name, is not checked, ended or taken back
-- already, stands in no place but its own agency's, has not happened later than today, and can be changed as often as
-- any. Arguments: which of these columns the table has.
create function entry.give_plain() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare one jsonb := to_jsonb(new); col text;
begin
  foreach col in array tg_argv loop
    if (one ->> col is not null and case
        when col = 'overridden_by' then (one ->> col)::uuid is distinct from access.my_user()
        when col = 'renewed_from' then not exists (select 1 from warning w
          where w.id = (one ->> col)::uuid and w.person_id = new.person_id and w.agency_id = new.agency_id)
        when col = 'version' then one ->> col <> '1'
        when col in ('done_on', 'not_done_on', 'withdrawn_on') then true
        when col ~ '_on$' then (one ->> col)::date > access.today()
        else true end) then
      raise exception 'not yours to say' using errcode = '42501';
    end if;
  end loop;
  return new;
end $$;

-- Is this id an entry's of another table too?
create function entry.is_another(of_id uuid, than text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare t text; found_it boolean;
begin
  for t in select v.table_name from access.entry_verb v where v.table_name <> than loop
    execute format('select exists (select 1 from %I where id = $1)', t) into found_it using of_id;
    if found_it then return true; end if;
  end loop;
  return false;
end $$;

reset role;

do $$
declare e record;
begin
  for e in select v.table_name as name, (select string_agg(quote_literal(c.column_name), ', ')
      from information_schema.columns c where c.table_schema = 'public' and c.table_name = v.table_name
        and (c.column_name in ('ends_on', 'end_reason', 'ended_at', 'ended_on', 'until_on', 'used_until', 'withdrawn_at',
        'withdrawn_why', 'withdrawn_on', 'held_on', 'dropped_on')
          or c.column_name = 'outcome' and v.table_name in ('plan_goal', 'plan_review')))
      as ends
    from access.entry_verb v where v.amends is not null
  loop
    execute format('create or replace trigger a_end_once before update on %I for each row
      when (current_user = btrim(''{{app}}'', ''"'')) execute function entry.end_once(%s)', e.name, e.ends);
    execute format('create or replace trigger z_still_mine after update on %I for each row
      when (current_user = btrim(''{{app}}'', ''"'')) execute function entry.still_mine()', e.name);
  end loop;
end $$;

do $$
declare e record;
begin
  for e in select v.table_name as name, string_agg(quote_literal(c.column_name), ', ') as said
    from access.entry_verb v join information_schema.columns c on c.table_schema = 'public'
      and c.table_name = v.table_name and c.column_name in ('version', 'withdrawn_at', 'withdrawn_by', 'withdrawn_why',
        'withdrawn_on', 'done_on', 'not_done_on', 'not_done_why', 'moved_from', 'moved_why', 'ended_at',
        'verified_by', 'worker_id', 'other_record_id', 'overridden_by', 'renewed_from', 'happened_on', 'rated_on',
        'assessed_on', 'said_on', 'set_on', 'told_on', 'seen_on', 'died_on', 'other_by')
    where v.gives is not null group by 1
  loop
    -- After the header is filled, which says first whose entry it is.
    execute format('create or replace trigger b_give_plain before insert on %I for each row
      when (current_user = btrim(''{{app}}'', ''"'')) execute function entry.give_plain(%s)', e.name, e.said);
  end loop;
end $$;
