-- Plans and times with the data of fill.sql:  psql -d SCRATCH -v app=APP_LOGIN -f look.sql
\timing on
begin;
set local role :app;
select set_config('app.session', 'scale', true);
\echo 'per row of another agency: access.shared, 20,000 calls'
do $$ declare b bool; k int := (select class_id from contact where person_id = '10000000-0000-7000-8000-000000000005' and agency_id <> access.my_agency() limit 1);
begin for i in 1..20000 loop b := access.shared('10000000-0000-7000-8000-000000000005', '20000002-0000-7000-8000-000000000005', k, 3); end loop; raise notice '%', b; end $$;
\echo 'once a statement: my_own, my_keys, 2,000 calls each'
do $$ begin for i in 1..2000 loop perform access.my_own(3); end loop; end $$;
do $$ begin for i in 1..2000 loop perform access.my_keys(); end loop; end $$;
\echo 'one person: contacts, words, names'
explain (analyze, costs off, summary on) select id from contact where person_id = '10000000-0000-7000-8000-000000000005' order by happened_on desc, id desc;
prepare c(uuid) as select id from contact where person_id = $1 order by happened_on desc, id desc;
prepare w(uuid) as select id from contact_words where person_id = $1;
prepare n(uuid) as select id from person_name where person_id = $1;
execute c('10000000-0000-7000-8000-000000000005'); execute w('10000000-0000-7000-8000-000000000005'); execute n('10000000-0000-7000-8000-000000000005');
\o /dev/null
execute c('10000000-0000-7000-8000-00000000000a'); execute w('10000000-0000-7000-8000-00000000000a'); execute n('10000000-0000-7000-8000-00000000000a');
execute c('10000000-0000-7000-8000-00000000000f'); execute w('10000000-0000-7000-8000-00000000000f'); execute n('10000000-0000-7000-8000-00000000000f');
\o
\echo 'fifty people with the day last seen'
explain (analyze, costs off, summary on) select v.person_id, s.happened_on from (select person_id from involvement where team_id = 'b0000000-0000-7000-8000-000000000001'
    and person_id between '10000000-0000-7000-8000-000000000100' and '10000000-0000-7000-8000-000000000131') v
  left join lateral (select c.happened_on from contact c where c.person_id = v.person_id and c.outcome = 'kept'
    order by c.happened_on desc, c.id desc limit 1) s on true;
\echo 'the same without row security'
reset role;
prepare c0(uuid) as select id from contact where person_id = $1 order by happened_on desc, id desc;
\o /dev/null
execute c0('10000000-0000-7000-8000-000000000005'); execute c0('10000000-0000-7000-8000-00000000000a');
\o
explain (analyze, costs off, summary on) select v.person_id, s.happened_on from (select person_id from involvement where team_id = 'b0000000-0000-7000-8000-000000000001'
    and person_id between '10000000-0000-7000-8000-000000000100' and '10000000-0000-7000-8000-000000000131') v
  left join lateral (select c.happened_on from contact c where c.person_id = v.person_id and c.outcome = 'kept'
    order by c.happened_on desc, c.id desc limit 1) s on true;
rollback;
