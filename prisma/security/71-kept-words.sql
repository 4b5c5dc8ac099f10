-- A form sent after its session had ended: the words are kept as a draft of whoever wrote them, who finds them after
-- signing in. It writes and never reads; the token stays what it was, no key to anything. True when they were kept: not
-- over what has been typed since they signed in again, and not without end.
set local role {{definer}};

create function sign_in.keep_words(token text, of_form text, of_subject text, words jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  hash bytea := sha256(convert_to(token, 'UTF8'));
  writer uuid;
  since timestamptz;
begin
  select s.user_id, least(s.ended_at, s.idle_until, s.absolute_until) into writer, since
  from session s join app_user u on u.id = s.user_id and u.ended_at is null
  where s.token_hash = hash
    -- Over, and not long ago: what was typed longer before has been kept while it was typed. For as long as it is
    -- taken, whoever comes by the old token may plant words.
    and least(s.ended_at, s.idle_until, s.absolute_until) between now() - interval '1 hour' and now();
  -- As long as a draft may be at most (lib/drafts/commands.ts), and a little for the way it is counted.
  if writer is null or length(words::text) > 66000 or length(of_form) > 60 or length(of_subject) > 80
    or ((select count(*) from draft d where d.user_id = writer) >= 200 and not exists (select 1 from draft d
      where d.user_id = writer and d.form = of_form and d.subject = of_subject)) then return false; end if;
  insert into draft (id, user_id, form, subject, body, saved_at)
  values (access.uuid7(), writer, of_form, of_subject, words, now())
  on conflict (user_id, form, subject) do update set body = excluded.body, saved_at = excluded.saved_at
    where draft.saved_at <= since or not exists (select 1 from session s
      where s.user_id = writer and s.token_hash <> hash and s.created_at >= since);
  return found;
end $$;
