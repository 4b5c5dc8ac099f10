-- The plan: what an action may become, whoever changes it by hand. lib/plan/rules.ts has the same steps, to draw and to
-- say why not; here they hold.
set local role {{definer}};

-- A line of the plan hangs on a goal that its giver can read, of the same person: asked with the giver's own rights, so
-- that no foreign key tells of a goal that is hidden.
create function work.under_a_goal() returns trigger
language plpgsql security invoker set search_path = pg_catalog, public, pg_temp as $$
declare under uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if under is not null and not access.loads()
    and not exists (select 1 from plan_goal g where g.id = under and g.person_id = new.person_id) then
    raise exception 'no such goal' using errcode = 'CT404';
  end if;
  return new;
end $$;

-- One owner: the person (nobody named), or a worker who does work with them, as far as the giver may know. Their name is
-- their own, and not what was typed. Who names somebody else does not say for them that they do it.
create function work.one_owner() returns trigger
language plpgsql security invoker set search_path = pg_catalog, public, pg_temp as $$
begin
  if access.loads() then return new; end if;
  if new.owner_user_id is null then
    new.owner_name := 'The person';
  elsif new.owner_user_id = access.my_user() or exists (select 1 from involvement_worker w
      where w.person_id = new.person_id and w.user_id = new.owner_user_id
        and w.starts_on <= access.today() and (w.ends_on is null or w.ends_on >= access.today())) then
    select u.name into new.owner_name from app_user u where u.id = new.owner_user_id;
  else
    raise exception 'Choose who does it from the list.' using errcode = 'CT422';
  end if;
  if new.owner_user_id is distinct from access.my_user() then new.taken_on_at := null; end if;
  return new;
end $$;

-- One step at a time, from where the action stands.
create function work.step_action() returns trigger
language plpgsql security invoker set search_path = pg_catalog, public, pg_temp as $$
declare
  me uuid := access.my_user();
  day date := access.today();
  ended boolean := num_nonnulls(old.done_on, old.not_done_on) > 0;
  owner boolean := old.owner_user_id is distinct from new.owner_user_id or old.taken_on_at is distinct from new.taken_on_at;
  moved boolean := old.due_on is distinct from new.due_on or old.moved_from is distinct from new.moved_from
    or old.moved_why is distinct from new.moved_why;
  ticked boolean := (old.done_on, old.not_done_on, old.not_done_why)
    is distinct from (new.done_on, new.not_done_on, new.not_done_why);
  gone boolean := old.withdrawn_on is distinct from new.withdrawn_on;
begin
  -- A change that names no column in its condition asks no policy of reading.
  if not exists (select 1 from plan_action x where x.id = old.id) then
    raise exception 'no such action' using errcode = '42501';
  elsif old.withdrawn_on is not null then
    raise exception 'This action was taken out of the plan. Add it anew.' using errcode = 'CT409';
  elsif owner::int + moved::int + ticked::int + gone::int > 1 then
    raise exception 'One step at a time.' using errcode = 'CT409';
  elsif ended and not (ticked and num_nonnulls(new.done_on, new.not_done_on) = 0) then
    raise exception 'This action is ticked off. Undo that first.' using errcode = 'CT409';
  elsif owner and not (new.owner_user_id = me and new.taken_on_at is not null) then
    raise exception 'Each takes on for themselves.' using errcode = 'CT409';
  elsif moved and (new.moved_from is distinct from old.due_on or new.moved_why is null or new.due_on is null
      or new.due_on < day) then
    raise exception 'A date is moved to a day to come, with why.' using errcode = 'CT409';
  elsif ticked and greatest(new.done_on, new.not_done_on) > day then
    raise exception 'What is still to come is not ticked off.' using errcode = 'CT409';
  elsif gone and old.agency_id is distinct from access.my_agency() then
    raise exception 'Only the agency that added it takes it out of the plan.' using errcode = 'CT409';
  end if;
  if owner then select u.name into new.owner_name from app_user u where u.id = me; end if;
  return new;
end $$;
reset role;

do $$
declare t text;
begin
  foreach t in array array['plan_goal follows_id', 'plan_action goal_id', 'plan_asked goal_id'] loop
    execute format('create or replace trigger b_goal before insert on %I for each row
      execute function work.under_a_goal(%L)', split_part(t, ' ', 1), split_part(t, ' ', 2));
  end loop;
end $$;
create or replace trigger c_owner before insert on plan_action for each row execute function work.one_owner();
create or replace trigger a_step before update on plan_action for each row
  when (current_user = btrim('{{app}}', '"') and old.person_id = new.person_id) execute function work.step_action();

-- An action is changed by the agency that added it, and by whoever is named as its owner and works with the person.
create policy owner on plan_action for update to {{app}}
  using ((select access.may('plan:write')) and owner_user_id = (select access.my_user()) and access.works_for(person_id))
  with check (owner_user_id = (select access.my_user()));
