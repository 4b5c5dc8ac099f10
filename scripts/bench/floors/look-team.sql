-- The same of all that these teams work with.
select access.look_once(array(select distinct v.person_id from involvement v
  where v.agency_id = access.my_agency() and v.team_id = any ($1::uuid[])
    and v.starts_on <= access.today() and (v.ends_on is null or v.ends_on >= access.today())))
