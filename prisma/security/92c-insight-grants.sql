grant execute on function insight.ask_publication(date, text, int, jsonb), insight.publications(),
  insight.agree_publication(uuid), insight.drop_publication(uuid) to {{app}};
grant execute on function insight.mode(), insight.next_build(), insight.freeze(uuid, text[], text[], text[], jsonb),
  insight.unkeyed(uuid, int), insight.put_keys(uuid, int[], bigint[], int[]), insight.tell_step(uuid, text, int, int),
  insight.wards(uuid), insight.nearest_cells(uuid), insight.finish_build(uuid, jsonb, jsonb),
  insight.fail_build(uuid, text, jsonb),
  insight.agree_practice(uuid), insight.destroy_extracts() to {{publisher}};
