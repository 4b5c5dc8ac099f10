-- What the asker may read of the facts that a search counts by, and of what makes a relationship, for functions of the
-- definer. Each view is made of the
-- policies as they stand when this file is applied, so that the search cannot have an idea of its own of who may read.
-- Nobody is granted any of them. A policy that looks into another table about people would be asked with the definer's
-- sight, and is refused here rather than misread: but for person_access, which has a view of its own.
do $$
declare
  t text; condition text; other text;
begin
  foreach t in array array['person_access', 'person_name', 'birth', 'identifier', 'reach', 'address',
    'protected_whereabouts', 'involvement', 'involvement_worker', 'referral'] loop
    select '(' || coalesce(string_agg('(' || p.qual || ')', ' or ') filter (where p.permissive = 'PERMISSIVE'), 'false')
      || ')' || coalesce(string_agg(' and (' || p.qual || ')', '') filter (where p.permissive = 'RESTRICTIVE'), '')
    into condition from pg_policies p where p.schemaname = 'public' and p.tablename = t and p.cmd in ('SELECT', 'ALL')
      and exists (select 1 from unnest(p.roles) r where r = 'public' or '"' || r || '"' = '{{app}}');
    condition := regexp_replace(condition, '\mFROM person_access\M', 'FROM access.opens_to_me', 'g');
    select c.relname into other from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
      and condition ~ ('\m(FROM|JOIN) \(?(public\.)?' || c.relname || '\M') limit 1;
    if other is not null then raise exception 'a policy of % looks into %: say how a search reads it', t, other; end if;
    execute 'set local role {{definer}}';
    execute format('create view access.%I with (security_invoker = true) as select %s from public.%I where %s',
      case t when 'person_access' then 'opens_to_me' else 'reads_' || t end,
      case t when 'person_access' then 'person_id, starts_at' else 'id, person_id' end, t, condition);
    execute 'reset role';
  end loop;
end $$;
