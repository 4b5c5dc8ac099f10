-- Tries at a password. Each is taken before it is checked, so that a hundred at once are counted as a hundred; the
-- database counts them, and checks no password without one. Nobody is locked out: delays grow to a limit, and where an
-- account has been signed in to before, strangers' tries elsewhere delay nobody.
set local role {{definer}};

create function sign_in.account_key(of_email text) returns bytea
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to('account|' || lower(of_email), 'UTF8'))
$$;

-- Seconds left to wait after so many tries, the last of them then: none for the first `free`, then twice as long each
-- time, `most` at the most.
create function sign_in.wait_left(tries bigint, last_at timestamptz, free int, most int) returns int
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when tries < free then 0 else greatest(0, ceil(extract(epoch from last_at
    + make_interval(secs => least(most, 5 * 2 ^ least(tries - free, 20))) - clock_timestamp()))::int) end
$$;

-- Takes a try for an account from a network (hashed; null where it is not known), or says how long to wait. Of several
-- at once each sees those before it. Known here: this account was signed in to from this network before.
create function sign_in.take_attempt(of_email text, from_network bytea) returns table (attempt uuid, wait int)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  of_account bytea := sign_in.account_key(of_email);
  is_known boolean := exists (select 1 from sign_in_known k where k.account = of_account
    and k.network = from_network and k.at > now() - interval '90 days');
begin
  perform pg_advisory_xact_lock(hashtext('sign-in account'), hashtext(encode(of_account, 'hex')));
  if from_network is not null then
    perform pg_advisory_xact_lock(hashtext('sign-in network'), hashtext(encode(from_network, 'hex')));
  end if;
  delete from sign_in_attempt a where a.at < now() - interval '30 minutes';
  select greatest(sign_in.wait_left(count(*) filter (where a.account = of_account and a.network = from_network),
      max(a.at) filter (where a.account = of_account and a.network = from_network), 5, 900),
    case when is_known then 0 else greatest(
      sign_in.wait_left(count(*) filter (where a.account = of_account),
        max(a.at) filter (where a.account = of_account), 10, 120),
      sign_in.wait_left(count(*) filter (where a.network = from_network),
        max(a.at) filter (where a.network = from_network), 60, 60)) end) into wait
  from sign_in_attempt a where a.account = of_account or a.network = from_network;
  if wait = 0 then
    insert into sign_in_attempt (id, account, network, at)
    values (access.uuid7(), of_account, from_network, clock_timestamp()) returning id into attempt;
  end if;
  return next;
end $$;

-- The password was right: what this account and network had against them is forgotten, and that they belong together is
-- remembered. Strangers' tries from elsewhere go on counting.
create function sign_in.give_back(taken sign_in_attempt) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from sign_in_attempt a where a.account = taken.account and a.network is not distinct from taken.network;
  delete from sign_in_known k where k.at < now() - interval '90 days';
  if taken.network is not null then
    insert into sign_in_known (account, network) values (taken.account, taken.network)
    on conflict (account, network) do update set at = excluded.at;
  end if;
end $$;
reset role;
