-- What somebody wrote down who would read more by it waits for a giver's word: a consent, a placement in a cohort, an
-- end of an objection (20-questions.sql). Who is asked, what they see, what they answer, and taking the answer back.
set local role {{definer}};

-- Who ended it is kept, since an objection that a reader ended holds until somebody else confirms that. Ended, it stays
-- so.
create function entry.end_choice() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.withdrawn_at is not null then new.withdrawn_at := old.withdrawn_at;
  elsif new.withdrawn_at is not null then new.withdrawn_by := access.my_user(); end if;
  return new;
end $$;

create type sharing.word as (kind text, id uuid, person_id uuid, record_id uuid, agreement_id uuid, group_id uuid,
  categories text[], agency_id uuid, user_id uuid, said_on date, written_at timestamptz);

-- Is the person in the cohort, on the word of somebody whose word counts for this giver? As access.decide asks it.
create function sharing.placed(of_person uuid, in_agreement uuid, to_group uuid, giver uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from cohort_member m where m.person_id = of_person and m.agreement_id = in_agreement
    and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
    and access.vouched(m.id, m.agency_id, m.decided_by, to_group, giver))
$$;

-- What another agency wrote down about these people, that would open what this agency gives, and does not yet; nor has
-- this agency answered. What is cheap to know comes first: each group is asked once, and not each term.
create function sharing.unsure_words(giver uuid, people uuid[]) returns setof sharing.word
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with terms as materialized (
    select distinct t.agreement_id, t.group_id, t.category, t.on_consent from agreement_term t
    join agreement a on a.id = t.agreement_id and now() >= a.starts_at
      and access.level_now(4, a.ends_at, a.ended_now) > 0
    join agreement_party y on y.agreement_id = a.id and y.agency_id = giver
      and now() >= y.joined_at and (y.left_at is null or now() < y.left_at)
    where t.giver_agency_id = giver and now() >= t.starts_at and (t.ends_at is null or now() < t.ends_at)),
  groups as materialized (select distinct agreement_id, group_id from terms),
  said as materialized (
    select c.* from choice c join record r on r.id = c.record_id and r.confirmed
    where c.person_id = any (people) and c.agency_id <> giver and c.audience = 'agreed'
      and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at) and not exists (
        select 1 from confirmation k where k.subject_id = c.id and k.agency_id = giver and k.undone_at is null)),
  placed as materialized (
    select m.* from cohort_member m where m.person_id = any (people) and m.agency_id <> giver
      and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
      and not exists (select 1 from confirmation k where k.subject_id = m.id and k.agency_id = giver
        and k.undone_at is null)
      -- One's own placement says the same, and so does one's own yes to another's.
      and not exists (select 1 from cohort_member o left join confirmation k on k.subject_id = o.id
          and k.agency_id = giver and k.answer = 'confirmed' and k.undone_at is null
        where o.person_id = m.person_id and o.agreement_id = m.agreement_id
          and (o.agency_id = giver or k.id is not null)
          and now() >= o.starts_at and (o.ends_at is null or now() < o.ends_at)))
  select 'consent', c.id, c.person_id, c.record_id, c.agreement_id, c.group_id, c.about_categories, c.agency_id,
    c.given_by, c.said_on, c.given_at
  from said c where c.kind = 'consent' and c.withdrawn_at is null and exists (select 1 from terms t
    where t.agreement_id = c.agreement_id and t.on_consent
      and (c.about_categories = '{}' or t.category = any (c.about_categories))
      and access.said_of(c.group_id, t.group_id)
      and not access.consented(c.person_id, t.agreement_id, t.group_id, t.category, giver))
  union all
  select 'cohort', m.id, m.person_id, null, m.agreement_id, null, '{}', m.agency_id, m.decided_by, m.told_on,
    m.starts_at
  from placed m where exists (select 1 from groups g where g.agreement_id = m.agreement_id
    and not sharing.placed(m.person_id, g.agreement_id, g.group_id, giver))
  union all
  select 'objection', c.id, c.person_id, c.record_id, null, c.group_id, c.about_categories, c.agency_id, c.withdrawn_by,
    c.said_on, c.withdrawn_at
  from said c where c.kind = 'objection' and c.withdrawn_at is not null and exists (select 1 from terms t
    join receiver_group_team g on g.group_id = t.group_id join team on team.id = g.team_id
    where access.word_of(team.agency_id, c.agency_id, c.withdrawn_by)
      and case when c.about_categories = '{}' then t.category <> 'safety'
        else t.category = any (c.about_categories) end)
    and not exists (select 1 from confirmation k where k.subject_id = c.id and k.answer = 'confirmed'
      and k.undone_at is null and not access.word_of(c.agency_id, k.agency_id, k.answered_by))
$$;

-- Those of these people for whom this viewer may answer: a worker's own, but for who gets what others gave by request
-- alone; an officer's agency's, but for limited access.
create function sharing.answers_for(v access.viewer, people uuid[]) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(distinct a.person_id), '{}') from person_access a
  where a.agency_id = v.agency_id and a.opens = 'shared' and a.ground not in ('referral', 'urgent') and not a.held
    and (people is null or a.person_id = any (people))
    and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at) and a.person_id <> all (access.barred_of(v))
    and case v.role when 'officer' then access.limit_on(a.person_id) is null
      else v.role in ('practitioner', 'manager') and a.viewer = any (access.keys_of(v)) and not access.by_request(v) end
$$;

-- What was written down under this id, as far as it stands; an objection, as far as it has ended.
create function sharing.find_word(of_subject uuid) returns sharing.word
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select w from (
    select row(case c.kind when 'consent' then 'consent' else 'objection' end, c.id, c.person_id, c.record_id,
      c.agreement_id, c.group_id, c.about_categories, c.agency_id,
      case c.kind when 'consent' then c.given_by else c.withdrawn_by end, c.said_on,
      case c.kind when 'consent' then c.given_at else c.withdrawn_at end)::sharing.word as w
    from choice c where c.id = of_subject and c.kind <> 'not_counted' and (c.kind = 'objection') = (c.withdrawn_at is not null)
      and (c.ends_at is null or now() < c.ends_at)
    union all
    select row('cohort', m.id, m.person_id, null, m.agreement_id, null, '{}'::text[], m.agency_id, m.decided_by,
      m.told_on, m.starts_at)::sharing.word
    from cohort_member m where m.id = of_subject and (m.ends_at is null or now() < m.ends_at)) x
$$;

-- One of them in the words of whoever may answer. How it was said is read by the page under the reader's own policies.
-- Who wrote it stands on the page of this one alone, as far as it may be known: too dear a question for a list.
create function sharing.word_line(w sharing.word, v access.viewer, naming boolean) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('id', w.id, 'kind', w.kind, 'askedAt', w.written_at,
    -- With a name beside it a reference would say who the lines of an officer's log are about.
    'reference', case when v.role <> 'officer' or n.called is null then trail.reference(w.person_id) end, 'saidOn', w.said_on, 'categories', w.categories,
    'personId', case when exists (select 1 from access.grounds_of(v, array[w.person_id])) then w.person_id end,
    'person', n.called,
    'by', (select u.name from app_user u where naming and u.id = w.user_id and k.known),
    'agency', (select case when k.known then a.name else 'another service' end from agency a
      where naming and a.id = w.agency_id),
    'agreement', (select name from agreement where id = w.agreement_id),
    'group', (select name from receiver_group where id = w.group_id),
    'answer', o.answer, 'answeredBy', o.by, 'answeredAt', o.answered_at,
    'reason', case when v.role <> 'officer' then o.reason end)
  from (select case when not naming then false
    when v.role = 'officer' then access.agency_knows_giver(v.agency_id, w.person_id, w.agency_id)
    else access.knows_giver_as(v, w.person_id, w.agency_id) end as known) k
  cross join (select people.own_name(w.person_id, v.agency_id, v) as called) n
  left join (select c.answer, c.answered_at, c.reason, u.name as by from confirmation c
    join app_user u on u.id = c.answered_by
    where c.subject_id = w.id and c.agency_id = v.agency_id and c.undone_at is null) o on true
$$;

-- What waits for my agency's word, the oldest first: about one person, or about all of mine. Nobody is asked to confirm
-- what they wrote themselves for another agency.
create function sharing.waiting_words(of_person uuid) returns setof jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  people uuid[] := array[of_person];
begin
  if me.role is null or me.role not in ('practitioner', 'manager', 'officer') then return; end if;
  if of_person is null then
    -- An officer's agency may know very many: those of whom something stands, the newest.
    people := case when me.role = 'officer' then array(
      (select m.person_id from cohort_member m where m.agency_id <> me.agency_id and m.ends_at is null
        order by m.starts_at desc limit 1000)
      union (select c.person_id from choice c where c.agency_id <> me.agency_id
        order by c.given_at desc limit 1000)) end;
  end if;
  return query select sharing.word_line(w, me, false) from sharing.unsure_words(me.agency_id,
      sharing.answers_for(me, people)) w
    where w.user_id is distinct from me.user_id order by w.written_at, w.id limit 100;
end $$;

-- What my agency answered and may take back: about mine, while what it was said of still stands.
create function sharing.answered_words() returns setof jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.role is null or me.role not in ('practitioner', 'manager', 'officer') then return; end if;
  return query select sharing.word_line(w, me, false) from (
      select k.* from confirmation k where k.agency_id = me.agency_id and k.undone_at is null
      order by k.answered_at desc limit 60) k
    cross join sharing.find_word(k.subject_id) w
    where w.id is not null and w.person_id = any (sharing.answers_for(me, array[w.person_id]))
    order by k.answered_at desc limit 20;
end $$;

-- One that waits for me, or that my agency has answered; null where neither.
create function sharing.word(of_subject uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  w sharing.word := sharing.find_word(of_subject);
  waits boolean;
begin
  if me.role is null or w.id is null or w.person_id <> all (sharing.answers_for(me, array[w.person_id])) then
    return null;
  end if;
  waits := exists (select 1 from sharing.waiting_words(w.person_id) x where (x ->> 'id')::uuid = of_subject);
  if not waits and not exists (select 1 from confirmation k where k.subject_id = of_subject
    and k.agency_id = me.agency_id and k.undone_at is null) then return null; end if;
  return sharing.word_line(w, me, true) || jsonb_build_object('waits', waits);
end $$;

-- Told to whoever wrote it, where their agency may know that mine works with the person: that somebody answered tells
-- it.
create function sharing.tell_writer(w sharing.word, of_kind text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), w.user_id, of_kind, w.person_id, w.id where w.user_id is not null
    and access.agency_knows_giver(w.agency_id, w.person_id, access.my_agency())
$$;

-- My agency's word on it. Confirmed, it counts from the next statement for what my agency gives.
create function sharing.answer_word(of_subject uuid, confirms boolean, why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'officer']);
  w sharing.word;
begin
  perform pg_advisory_xact_lock(hashtext('word ' || of_subject));
  w := sharing.find_word(of_subject);
  if w.id is null or w.person_id <> all (sharing.answers_for(me, array[w.person_id])) then
    raise exception 'no such word' using errcode = 'CT404';
  end if;
  if exists (select 1 from confirmation k where k.subject_id = of_subject and k.agency_id = me.agency_id
    and k.undone_at is null) then
    raise exception 'Somebody of your agency has answered this already.' using errcode = 'CT409';
  end if;
  if not exists (select 1 from sharing.waiting_words(w.person_id) x where (x ->> 'id')::uuid = of_subject) then
    raise exception 'no such word' using errcode = 'CT404';
  end if;
  if not confirms and coalesce(trim(why), '') = '' then
    raise exception 'Say why.' using errcode = 'CT422';
  end if;
  insert into confirmation (id, person_id, record_id, subject_id, agency_id, answer, reason, answered_by)
  values (access.uuid7(), w.person_id, w.record_id, w.id, me.agency_id,
    case when confirms then 'confirmed' else 'not' end, case when not confirms then trim(why) end, me.user_id);
  perform sharing.tell_writer(w, case when confirms then 'word-confirmed' else 'word-not-confirmed' end);
end $$;

-- Taken back: confirmed, it opens nothing from the next statement; either way it waits again.
create function sharing.take_back_word(of_subject uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'officer']);
  whose uuid := (select person_id from confirmation where subject_id = of_subject and agency_id = me.agency_id limit 1);
begin
  if whose is null or whose <> all (sharing.answers_for(me, array[whose])) then
    raise exception 'no such word' using errcode = 'CT404';
  end if;
  update confirmation set undone_by = me.user_id, undone_at = now()
  where subject_id = of_subject and agency_id = me.agency_id and undone_at is null;
  if not found then raise exception 'This has been taken back already.' using errcode = 'CT409'; end if;
end $$;

-- For a person's page: what my agency wrote down that waits for others (by the agreement alone, so that it tells
-- nothing of who works with the person), and what was answered, by my agency or by others that may be known.
create function sharing.word_states(of_person uuid)
returns table (subject uuid, waits boolean, agency text, own boolean, answer text, reason text, answered_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  known uuid[];
begin
  if me.role is null or me.role not in ('practitioner', 'manager') or not access.works_with(of_person) then
    return;
  end if;
  known := access.known_givers(of_person);
  return query
  with mine as (
    select c.id, c.agreement_id as under, c.kind, c.group_id as said from choice c where c.person_id = of_person
      and c.agency_id = me.agency_id and c.kind <> 'not_counted' and (c.kind = 'objection') = (c.withdrawn_at is not null)
      and (c.ends_at is null or now() < c.ends_at)
    union all
    select m.id, m.agreement_id, 'cohort', null from cohort_member m where m.person_id = of_person
      and m.agency_id = me.agency_id and (m.ends_at is null or now() < m.ends_at))
  select s.id, true, null::text, null::boolean, null::text, null::text, null::timestamptz from mine s
  where exists (select 1 from agreement_term t where (s.under is null or t.agreement_id = s.under)
    and t.giver_agency_id <> me.agency_id and (s.kind <> 'consent' or t.on_consent)
    and (s.kind <> 'consent' or access.said_of(s.said, t.group_id))
    and now() >= t.starts_at and (t.ends_at is null or now() < t.ends_at)
    and access.gains_by(t.group_id, me.agency_id, null))
  union all
  select k.subject_id, false, access.giver_name(known, k.agency_id, a.name), k.agency_id = me.agency_id, k.answer,
    k.reason, k.answered_at
  from confirmation k join agency a on a.id = k.agency_id
  where k.person_id = of_person and k.undone_at is null and (k.agency_id = me.agency_id
    or (k.agency_id = any (known) and k.subject_id in (select s.id from mine s)));
end $$;
reset role;

create or replace trigger c_end before update on choice for each row execute function entry.end_choice();
grant execute on function sharing.waiting_words(uuid), sharing.answered_words(), sharing.word(uuid),
  sharing.answer_word(uuid, boolean, text), sharing.take_back_word(uuid), sharing.word_states(uuid) to {{app}};
