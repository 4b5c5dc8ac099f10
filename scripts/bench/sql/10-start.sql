-- What the bulk generator counts and draws with. Everything follows from a row's number, so the
-- same order gives the same people. Settings: bench.people, bench.contacts.
create schema bench;

-- A version 7 UUID of the n-th row of a kind: in order, so that indexes are filled from one side.
create function bench.id(kind int, n bigint) returns uuid language sql immutable as $$
  select (lpad(to_hex(1700000000000 + n / 64), 12, '0') || '7000' || '8' || lpad(to_hex(kind), 3,
    '0')
    || lpad(to_hex(n), 12, '0'))::uuid $$;

-- A whole number from 0 to k - 1, drawn from a row's number and a salt.
create function bench.draw(n bigint, salt int, k bigint) returns bigint language sql immutable as $$
  select (hashint8extended(n, salt) & 4611686018427387903) % k $$;

-- The same, small numbers far likelier than large ones: common names, busy records.
create function bench.draw_low(n bigint, salt int, k bigint)
  returns bigint language sql immutable as $$
  select floor(k * power(bench.draw(n, salt, 1000003) / 1000003.0, 2))::bigint $$;

create function bench.people() returns bigint language sql stable as
$$ select current_setting('bench.people')::bigint $$;
create function bench.contacts() returns bigint language sql stable as
$$ select current_setting('bench.contacts')::bigint $$;

-- Filled by the program: names with what they sort and compare by, phrases and postcodes.
create unlogged table bench.given (no int primary key, name text, norm text);
create unlogged table bench.family (no int primary key, name text, norm text, sort text);
create unlogged table bench.phrase (no int primary key, words text);
create unlogged table bench.place (no int primary key, code text, name text, postcode text);
