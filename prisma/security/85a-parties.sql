-- Who becomes a party. The host asks; an agency is a party when its own officer has said yes to its own grounds. Until
-- then there is an asking and no party: no term, group, cohort or list takes one for the other. The host says yes for
-- itself by asking.
set local role {{definer}};

-- What keeps an agency from being a party, asked when it is named and again when it says yes.
create function sharing.may_join(a agreement, the_agency uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare g agency;
begin
  select * into g from agency where id = the_agency and ended_at is null;
  if g.id is null then raise exception 'no such agency' using errcode = 'CT404'; end if;
  if g.directory_only then
    raise exception 'That organisation is a directory entry only. It cannot be a party.' using errcode = 'CT422';
  end if;
  if sharing.is_barred_name(g.name || ' ' || g.institution) then
    raise exception 'Immigration enforcement is never a party here.' using errcode = 'CT422';
  end if;
  if exists (select 1 from agreement_party where agreement_id = a.id and agency_id = g.id) then
    raise exception 'That agency is or was a party to this agreement. One that comes back signs a new one.'
      using errcode = 'CT409';
  end if;
end $$;

create function sharing.officers_of(the_agency uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select array(select m.user_id from membership m where m.agency_id = the_agency and m.role = 'officer'
    and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at))
$$;

-- Nobody was a party before they said so, whatever day was asked for.
create function sharing.join_as(p party_asked) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into agreement_party (id, agreement_id, agency_id, lawful_basis, conditions, confidence_lifted_by, regime,
    contact, signatory, signed_on, joined_at)
  select access.uuid7(), a.id, p.agency_id, p.lawful_basis, p.conditions, p.confidence_lifted_by, p.regime, p.contact,
    p.signatory, p.signed_on, greatest(sharing.start_of_day(p.joins_on), a.starts_at,
      case when p.agency_id <> a.host_agency_id then access.moment() end)
  from agreement a where a.id = p.agreement_id
$$;

create function sharing.add_party(to_agreement uuid, the_agency uuid, basis text, its_conditions text, lifted text,
  its_regime text, ring text, signed_by text, signed date, joined date) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  a agreement := sharing.hosted(to_agreement);
  own boolean := the_agency = a.host_agency_id;
  p party_asked;
begin
  perform sharing.may_join(a, the_agency);
  if exists (select 1 from party_asked x
      where x.agreement_id = a.id and x.agency_id = the_agency and x.answer is null) then
    raise exception 'That agency has been asked, and has not answered yet.' using errcode = 'CT409';
  end if;
  insert into party_asked (id, agreement_id, agency_id, lawful_basis, conditions, confidence_lifted_by, regime, contact,
    signatory, signed_on, joins_on, asked_by, asked_at, answer, answered_by, answered_at)
  values (access.uuid7(), a.id, the_agency, basis, its_conditions, lifted, its_regime, ring, signed_by, signed, joined,
    access.my_user(), access.moment(), case when own then 'yes' end, case when own then access.my_user() end,
    case when own then access.moment() end)
  returning * into p;
  if own then perform sharing.join_as(p);
  else perform admin.tell(sharing.officers_of(the_agency), 'party-asked', a.id); end if;
  return p.id;
end $$;

-- An asking that waits, in an agreement that has not ended. Locked: it is answered once.
create function sharing.asked(the_asking uuid) returns party_asked
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p party_asked;
begin
  select * into p from party_asked where id = the_asking for update;
  if p.answer is not null then
    raise exception 'This has been answered, or taken back. Open the agreement again.' using errcode = 'CT409';
  end if;
  if exists (select 1 from agreement where id = p.agreement_id and ends_at <= now()) then
    raise exception 'This agreement has ended. Make a new one.' using errcode = 'CT409';
  end if;
  return p;
end $$;

-- The asked agency's own officer says yes or no, and nobody for it.
create function sharing.answer_party(the_asking uuid, accepts boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['officer']);
  p party_asked := sharing.asked(the_asking);
  a agreement;
begin
  if p.agency_id is distinct from me.agency_id then raise exception 'no such asking' using errcode = 'CT404'; end if;
  select * into a from agreement where id = p.agreement_id;
  if accepts then
    perform sharing.may_join(a, p.agency_id);
    perform sharing.join_as(p);
  end if;
  update party_asked set answer = case when accepts then 'yes' else 'no' end, answered_by = me.user_id,
    answered_at = access.moment() where id = p.id;
  perform admin.tell(array[p.asked_by], case when accepts then 'party-yes' else 'party-no' end, a.id);
end $$;

-- The host takes an asking back while it waits.
create function sharing.take_back_party(the_asking uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['officer']);
  p party_asked := sharing.asked(the_asking);
begin
  if not exists (select 1 from agreement where id = p.agreement_id and host_agency_id = me.agency_id) then
    raise exception 'no such asking' using errcode = 'CT404';
  end if;
  update party_asked set answer = 'taken_back', answered_by = me.user_id, answered_at = access.moment() where id = p.id;
end $$;
reset role;

grant execute on function
  sharing.add_party(uuid, uuid, text, text, text, text, text, text, date, date),
  sharing.answer_party(uuid, boolean), sharing.take_back_party(uuid) to {{app}};
