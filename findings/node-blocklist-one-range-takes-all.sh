#!/usr/bin/env bash
# Node 24.11.1 (and 20.20.2): a range of version 6 in a BlockList takes every address of version 4.
#
# Whoever fetches what others name keeps a list of addresses that are never asked. Among those of version 6
# are the addresses of version 4 in their dress, ::ffff:0:0/96, and whole blocks such as ::/3.
# One would guess: a range added as ipv6 is held against addresses that are asked of as ipv6.
# What happens: an address asked of as ipv4 is dressed first and held against it too. With that one range
# in the list every address of version 4 is blocked, and nothing says so: a directory of services would
# find no host at all. The other way round, a range of version 4 also takes its dressed addresses.
# Here: lib/directory/listed-fetch.ts keeps a list for each version, and asks the one of the address.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact node@24.11.1 >>npm.log

cat >try.mjs <<'JS'
import { BlockList } from 'node:net'

const blocks = (range, kind) => {
  const list = new BlockList()
  const [net, bits] = range.split('/')
  list.addSubnet(net, Number(bits), kind)
  return (address, as) => (list.check(address, as) ? 'blocked' : 'free')
}
const dressed = blocks('::ffff:0:0/96', 'ipv6')
const low = blocks('::/3', 'ipv6')
const other = blocks('2001:db8::/32', 'ipv6')
const ten = blocks('10.0.0.0/8', 'ipv4')
console.log(`::ffff:0:0/96 and 192.0.2.7: ${dressed('192.0.2.7', 'ipv4')}`)
console.log(`::/3 and 192.0.2.7: ${low('192.0.2.7', 'ipv4')}`)
console.log(`2001:db8::/32 and 192.0.2.7: ${other('192.0.2.7', 'ipv4')}`)
console.log(`10.0.0.0/8 and 10.0.0.1 dressed: ${ten('::ffff:10.0.0.1', 'ipv6')}`)
JS
cat >expected.txt <<'TEXT'
::ffff:0:0/96 and 192.0.2.7: blocked
::/3 and 192.0.2.7: blocked
2001:db8::/32 and 192.0.2.7: free
10.0.0.0/8 and 10.0.0.1 dressed: blocked
TEXT
node_modules/.bin/node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
