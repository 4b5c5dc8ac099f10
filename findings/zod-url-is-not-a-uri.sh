#!/usr/bin/env bash
# zod 4.6.7 and ajv-formats 3.0.1 (ajv 8.20.0): a URL of the one is no URI of the other.
#
# A feed of services gives a web page for each; the standard asks for the format "uri".
# One would guess: z.url() is as strict, or stricter, and refuses what cannot be a web page.
# What happens: z.url() asks the browser's reader, which mends: it takes blanks at the ends and within,
# letters with accents and broken percent signs, which ajv refuses, so a service that passed here is
# refused by the next reader. Both take javascript:, and neither asks a web page for a host:
# "http:/example.org" passes.
# Here: lib/directory/rules/formats.ts has its own reading, and refuses scripts apart from it.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact \
  zod@4.6.7 ajv@8.20.0 ajv-formats@3.0.1 >>npm.log

cat >try.mjs <<'JS'
import { z } from 'zod'
import Ajv from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
const ajv = new Ajv.default()
formats.default(ajv)
const schema = ajv.compile({ type: 'string', format: 'uri' })
const links = [
  'https://example.org/page',
  'https://example.org/caf\u00e9',
  'https://example.org/a b',
  ' https://example.org ',
  'https://example.org/%zz',
  'http:example.org',
  'http:/example.org',
  'javascript:alert(1)',
  'www.example.org',
]
for (const link of links) {
  const passes = { 'z.url': z.url().safeParse(link).success, ajv: schema(link) }
  const names = Object.entries(passes).filter(([, yes]) => yes)
  console.log(`${JSON.stringify(link)}: ${names.map(([key]) => key).join(', ') || 'neither'}`)
}
JS
cat >expected.txt <<'TEXT'
"https://example.org/page": z.url, ajv
"https://example.org/café": z.url
"https://example.org/a b": z.url
" https://example.org ": z.url
"https://example.org/%zz": z.url
"http:example.org": z.url, ajv
"http:/example.org": z.url, ajv
"javascript:alert(1)": z.url, ajv
"www.example.org": neither
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
