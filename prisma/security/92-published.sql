-- Publications: protected figures about many people. The insight login reads what two people agreed to publish, and
-- nothing else anywhere; the publisher's login counts in an extract that names nobody and writes by the functions
-- below; officers ask, agree and drop. The secret that people's numbers are made with is in no database.
revoke all on schema published, frozen from public;
revoke all on all tables in schema published, frozen from {{app}}, {{worker}}, {{insight}}, {{publisher}};
grant usage on schema published to {{insight}}, {{definer}};
grant usage on schema frozen to {{publisher}}, {{definer}};
grant select, insert, update, delete on all tables in schema published, frozen to {{definer}};

do $$
declare t record;
begin
  for t in select schemaname, tablename, policyname from pg_policies where schemaname in ('published', 'frozen') loop
    execute format('drop policy %I on %I.%I', t.policyname, t.schemaname, t.tablename);
  end loop;
  for t in select schemaname, tablename from pg_tables where schemaname in ('published', 'frozen') loop
    execute format('alter table %I.%I enable row level security', t.schemaname, t.tablename);
    execute format('alter table %I.%I force row level security', t.schemaname, t.tablename);
    execute format('create policy definer on %I.%I for all to {{definer}} using (true) with check (true)',
      t.schemaname, t.tablename);
  end loop;
end $$;
-- What two people agreed to is there for the insight login, in the columns that say what it is.
create policy agreed on published.publication for select to {{insight}} using (second_at is not null);
create policy agreed on published.cell for select to {{insight}}
  using (publication_id in (select id from published.publication));
grant select (id, no, from_on, to_on, profile, programme_version, coverage, second_at) on published.publication
  to {{insight}};
grant select on published.cell to {{insight}};
-- The extract by what people are counted by, and not by whose it is.
create policy counts on frozen.person for select to {{publisher}} using (true);
grant select (publication_id, line, key, digests, ward, age, sex, "group", agencies, number, several, combination, core,
  answers, left_out, marks) on frozen.person to {{publisher}};

drop view if exists published.shown_publication, published.shown_cell;
create view published.shown_publication with (security_invoker = true) as
  select no, from_on, to_on, profile, programme_version, second_at as published_at,
    jsonb_array_length(coalesce(coverage -> 'agencies', '[]')) as agencies, coverage
  from published.publication;
create view published.shown_cell with (security_invoker = true) as
  select p.no, c.table_key, c.keys, c.value
  from published.cell c join published.publication p on p.id = c.publication_id;
grant select on published.shown_publication, published.shown_cell to {{insight}};

set local role {{definer}};
-- Which agencies let which of their categories be counted, now: by a term in force of an agreement in force.
create view insight.counting with (security_invoker = true) as
  select t.giver_agency_id as agency_id, array_agg(distinct t.category) as categories
  from agreement_term t join agreement a on a.id = t.agreement_id
    join agreement_party g on g.agreement_id = a.id and g.agency_id = t.giver_agency_id
  where t.counted_in_insight and t.starts_at <= now() and (t.ends_at is null or t.ends_at > now())
    and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now())
    and g.joined_at <= now() and (g.left_at is null or g.left_at > now())
  group by 1;

-- An officer asks for the figures of a quarter, for twelve months that end with it.
create function insight.ask_publication(ends_on date, for_profile text, programme int, declared jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['officer']);
  new_id uuid := access.uuid7();
begin
  if ends_on <> (date_trunc('quarter', ends_on) + interval '3 months' - interval '1 day')::date then
    raise exception 'Choose the last day of a quarter.' using errcode = 'CT422';
  end if;
  if ends_on >= access.today() then
    raise exception 'That quarter has not ended yet.' using errcode = 'CT422';
  end if;
  perform pg_advisory_xact_lock(hashtext('insight.publication'));
  if exists (select 1 from published.publication
    where built_at is null and failed_at is null and dropped_at is null) then
    raise exception 'Another publication is being built. Wait until it is.' using errcode = 'CT409';
  end if;
  if exists (select 1 from published.publication p where p.profile = for_profile and p.to_on >= ends_on
      and p.failed_at is null and p.dropped_at is null) then
    raise exception 'That quarter, or a later one, has been built already.' using errcode = 'CT409';
  end if;
  insert into published.publication (id, from_on, to_on, profile, programme_version, definition, asked_by)
  values (new_id, (ends_on + 1 - interval '12 months')::date, ends_on, for_profile, programme, declared, me.user_id);
  return new_id;
end $$;

-- What officers are shown: how far it is, what the audit said, who agreed. No figure of it.
create function insight.publications() returns table (id uuid, no int, from_on date, to_on date, profile text,
  asked_by text, asked_at timestamptz, step text, done int, of_all int, built_at timestamptz, failed_at timestamptz,
  failed_why text, audit jsonb, coverage jsonb, first_by text, first_at timestamptz, second_by text,
  second_at timestamptz, dropped_at timestamptz, mine boolean, extract_gone_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer']);
begin
  return query select p.id, p.no, p.from_on, p.to_on, p.profile, a.name, p.asked_at, p.step, p.done, p.of_all,
    p.built_at, p.failed_at, p.failed_why, p.audit, p.coverage, f.name, p.first_at, s.name, p.second_at, p.dropped_at,
    p.first_by is not distinct from me.user_id, p.extract_gone_at
  from published.publication p left join app_user a on a.id = p.asked_by left join app_user f on f.id = p.first_by
    left join app_user s on s.id = p.second_by
  order by p.to_on desc, p.asked_at desc;
end $$;

-- One of the two people who agree. It is published, with the next number, when the second has.
create function insight.agree_publication(of_publication uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['officer']);
  p published.publication;
begin
  perform pg_advisory_xact_lock(hashtext('insight.publication'));
  select * into p from published.publication x where x.id = of_publication for update;
  if p.id is null then raise exception 'no such publication' using errcode = 'CT404'; end if;
  if p.built_at is null or p.failed_at is not null or p.dropped_at is not null or p.second_at is not null then
    raise exception 'It does not wait for anybody to agree.' using errcode = 'CT409';
  end if;
  if p.first_by is null then
    update published.publication set first_by = me.user_id, first_at = access.moment() where id = p.id;
  elsif p.first_by = me.user_id then
    raise exception 'You have agreed already. A second person has to.' using errcode = 'CT403';
  else
    update published.publication set second_by = me.user_id, second_at = access.moment(),
      no = 1 + coalesce((select max(x.no) from published.publication x), 0) where id = p.id;
  end if;
end $$;

-- Not published after all. What was published stays.
create function insight.drop_publication(of_publication uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer']);
begin
  update published.publication set dropped_at = access.moment(), dropped_by = me.user_id,
    extract_gone_at = access.moment()
  where id = of_publication and second_at is null and failed_at is null and dropped_at is null;
  if not found then
    raise exception 'It has been published, or is gone already.' using errcode = 'CT409';
  end if;
  delete from frozen.person where publication_id = of_publication;
  delete from frozen.cell where publication_id = of_publication;
  delete from published.cell where publication_id = of_publication;
end $$;
reset role;
