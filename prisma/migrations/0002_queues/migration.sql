-- record_key_block (key, record_id) answers all that this one did.
drop index record_key_key_idx;

-- The queue, likeliest first; that of custodians, who have few of many; and what was put off.
create index link_candidate_open on link_candidate (bits desc, id) where decided_at is null;
create index link_candidate_custodian on link_candidate (bits desc, id)
  where decided_at is null and for_role = 'custodian';
create index link_candidate_put_off on link_candidate (decision) where decided_at is null and decision is not null;

-- Short names and family names written in several ways are found under other keys: made anew by the
-- worker when it starts, for every record without this.
truncate record_facets;
