-- The present truth about who may see what, whole. Re-applied after every migration, in name order, in one
-- transaction: everything is dropped and made again, so a reviewer reads today's rules here and nowhere else.
--   access  who is asking, and what that lets them see        entry  what happens when a row is given
--   page    hot reads, security invoker, row security in force  people, work, sharing  verbs that make relationships
--   curating  what partners and the place's lead write about institutions
drop schema if exists access, entry, page, people, work, sharing, trail, sign_in, insight,
  curating cascade;
do $$
declare t record;
begin
  for t in select schemaname, tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on public.%I', t.policyname, t.tablename);
  end loop;
end $$;

-- {{definer}} owns every function that looks past row security. It cannot sign in.
do $$ begin
  execute format('grant create on database %I to {{definer}}', current_database());
end $$;
grant usage, create on schema public to {{definer}};
set local role {{definer}};
create schema access; create schema entry; create schema page;
create schema people; create schema work; create schema sharing; create schema trail; create schema sign_in;
create schema insight; create schema curating;
reset role;
revoke all on schema public from public;
grant usage on schema public, access, entry, page, people, work, sharing, trail, sign_in to {{app}}, {{worker}};
grant usage on schema public to {{insight}};
grant usage on schema insight to {{app}}, {{publisher}};
grant usage on schema curating to {{app}};
alter default privileges for role {{definer}} revoke execute on functions from public;

-- A new table has no grant until 80-grants.sql names it. The definer alone reaches all of them.
revoke all on all tables in schema public from {{app}}, {{worker}}, {{insight}}, {{publisher}};
revoke all on all sequences in schema public from {{app}}, {{worker}}, {{insight}}, {{publisher}};
grant select, insert, update, delete on all tables in schema public to {{definer}};
grant usage on all sequences in schema public to {{definer}};

-- Policies make plans look dear, and compiling one takes longer than any page may (measured: seconds).
do $$ begin execute format('alter database %I set jit = off', current_database()); end $$;
