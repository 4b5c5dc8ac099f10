-- A text with a backslash is another text when a login sets standard_conforming_strings off, as any may. No function of
-- ours asks the caller: those that have one say for themselves how their texts are read.
do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.proowner = '{{definer}}'::regrole and strpos(p.prosrc, chr(92)) > 0 loop
    execute format('alter function %s set standard_conforming_strings = on', f);
  end loop;
end $$;
