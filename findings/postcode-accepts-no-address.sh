#!/usr/bin/env bash
# postcode 5.1.0 says that the NHS's stand-ins for "no address" are valid postcodes.
#
# ZZ99 3VZ is what health systems write for somebody of no fixed abode, ZZ99 3WZ for an address that is
# not known (NHS Organisation Data Service, pseudo country postcodes).
# One would guess: a library for British postcodes knows that no area ZZ exists, and says not valid.
# What happens: valid, with area, district and sector. Everybody without a home then shares an
# "address" with everybody else: evidence for a wrong link, and one dark spot on a map.
# GIR 0AA, which existed, is not valid.
# Here: lib/people/postcode.ts names them and takes none for a place.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact postcode@5.1.0 >>npm.log

cat >try.mjs <<'JS'
import { isValid, parse } from 'postcode'
for (const text of ['ZZ99 3VZ', 'ZZ99 3WZ', 'NF1 1NF', 'GIR 0AA']) console.log(text, isValid(text))
const { area, district, sector } = parse('ZZ99 3VZ')
console.log(area, district, sector)
JS
cat >expected.txt <<'TEXT'
ZZ99 3VZ true
ZZ99 3WZ true
NF1 1NF true
GIR 0AA false
ZZ ZZ99 ZZ99 3
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
