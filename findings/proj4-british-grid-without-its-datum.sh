#!/usr/bin/env bash
# proj4 2.22.0: the British National Grid, defined as PROJ prints it, is 110 metres out.
#
# PROJ's own short text for EPSG:27700 names the ellipsoid and no shift between datums.
# One would guess: the text that the reference library prints is complete, and a round trip shows it.
# What happens: a point in Coventry lies 110 m away (another street, another small area), while there
# and back again is exact, so the usual test passes. With the seven numbers of the shift it is right to
# about five metres (Ordnance Survey, A guide to coordinate systems in Great Britain).
# Here: for later (places by grid reference): the full definition, held against a known point.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact proj4@2.22.0 >>npm.log

cat >try.mjs <<'JS'
import proj4 from 'proj4'
const short =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +units=m +no_defs'
const full = `${short} +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489`
const place = [-1.5076, 52.4081]
const [a, b] = [short, full].map((grid) => proj4(grid).forward(place))
console.log(`apart: ${Math.round(Math.hypot(a[0] - b[0], a[1] - b[1]))} m`)
const back = proj4(short).inverse(a)
console.log(`there and back: ${back.every((n, i) => Math.abs(n - place[i]) < 1e-9) ? 'exact' : 'not exact'}`)
JS
cat >expected.txt <<'TEXT'
apart: 110 m
there and back: exact
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
