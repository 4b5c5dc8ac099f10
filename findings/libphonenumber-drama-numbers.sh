#!/usr/bin/env bash
# libphonenumber-js 1.13.16 (its largest metadata): being set aside for drama says nothing about being
# valid.
#
# Ofcom keeps ranges that no telephone has, for film and television; invented people use them.
# One would guess: all of them are valid by form, or none is.
# What happens: seventeen are valid, with a type; mobiles, "no area" and Nottingham's are not. So a
# check for validity refuses invented mobiles and lets invented landlines into a live installation.
# Here: lib/people/phone.ts has its own rules and its own list of the ranges; no library is asked.
# Source of the ranges: Ofcom, Telephone numbers for use in TV and radio drama programmes.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact libphonenumber-js@1.13.16 >>npm.log

cat >try.mjs <<'JS'
import { parsePhoneNumber } from 'libphonenumber-js/max'
const ranges = {
  Leeds: '0113 496 0', Sheffield: '0114 496 0', Nottingham: '0115 496 0', Leicester: '0116 496 0',
  Bristol: '0117 496 0', Reading: '0118 496 0', Birmingham: '0121 496 0', Edinburgh: '0131 496 0',
  Glasgow: '0141 496 0', Liverpool: '0151 496 0', Manchester: '0161 496 0', London: '020 7946 0',
  Tyneside: '0191 498 0', 'Northern Ireland': '028 9649 6', Cardiff: '029 2018 0',
  'no area': '01632 960', mobile: '07700 900', freephone: '0808 157 0', premium: '0909 879 0',
  'whole country': '03069 990',
}
const valid = []
const not = []
for (const [name, start] of Object.entries(ranges)) {
  const found = parsePhoneNumber(`${start}000`, 'GB')
  if (found.isValid()) valid.push(`${name} ${found.getType()}`)
  else not.push(name)
}
console.log(`valid: ${valid.length}\nnot valid: ${not.join(', ')}`)
console.log(valid.filter((name) => /London|premium|whole/.test(name)).join('\n'))
JS
cat >expected.txt <<'TEXT'
valid: 17
not valid: Nottingham, no area, mobile
London FIXED_LINE
premium PREMIUM_RATE
whole country UAN
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
