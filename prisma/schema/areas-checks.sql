-- Checks of the area tables, to be folded into the first migration (Prisma cannot write them).
-- Text with a check, not an enum: row security and indexes work better, and adding a kind is one line.
alter table area_set
  add constraint area_set_kind check (kind in ('small', 'middle', 'ward', 'city')),
  add constraint area_set_shapes check (shapes in ('published', 'best-fit', 'none')),
  add constraint area_set_attribution check (attribution <> ''),
  add constraint area_set_valid check (valid_to is null or valid_from is null or valid_to >= valid_from);
alter table area
  add constraint area_rings check (rings is null or rings ->> 'type' in ('Polygon', 'MultiPolygon')),
  add constraint area_centre check (
    (centre_lon is null) = (centre_lat is null)
    and centre_lon between -180 and 180 and centre_lat between -90 and 90);
alter table area_lookup
  add constraint area_lookup_kind check (kind in ('nested', 'best-fit'));
alter table area_population
  add constraint area_population_sex check (sex in ('female', 'male', 'persons')),
  add constraint area_population_count check (count >= 0),
  add constraint area_population_year check (year between 1981 and 2100);
alter table area_measure
  add constraint area_measure_year check (year between 1981 and 2100);
alter table postcode
  add constraint postcode_normal check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$'),
  add constraint postcode_position check (
    (lon is null) = (lat is null) and lon between -180 and 180 and lat between -90 and 90),
  add constraint postcode_valid check (valid_to is null or valid_from is null or valid_to >= valid_from);
alter table area_feature
  add constraint area_feature_kind check (kind in ('river', 'road')),
  add constraint area_feature_line check (line ->> 'type' = 'LineString');
