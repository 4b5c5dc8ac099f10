import { describe, expect, test } from 'vitest'
import { findStands } from '@/lib/network/rules/find-stands'
import { inColumns, layOut } from '@/lib/network/rules/lay-out'
import { buildNetwork } from '@/lib/network/rules/build-network'
import { readNetwork, whatIf, whoCouldCarry, type DeclaredLink } from '@/lib/network/rules/what-if'
import { makeInstitutions, makeLinks } from '@/prisma/practice/place/make-place'

const link = (from: string, to: string, kind: DeclaredLink['kind'] = 'support'): DeclaredLink => ({
  ...{ from, to, kind, strength: 2 },
})
// a - b - hub - c, hub - café; d stands alone.
const ids = ['a', 'b', 'hub', 'c', 'cafe', 'd']
const links = [
  ...[link('a', 'b'), link('b', 'a', 'trust'), link('b', 'hub', 'referral_route')],
  ...[link('hub', 'c', 'referral_route'), link('hub', 'cafe'), link('c', 'b')],
]
const declared = readNetwork(ids, links)

describe('what if this one closes', () => {
  test('says which links go, who is cut off and who loses what share of its own', () => {
    expect(whatIf(declared, 'hub')).toEqual({
      ...{ lost: 3, cutOff: [['cafe']], pairsLost: 3 },
      losers: [
        { id: 'cafe', lost: 1, of: 1, kinds: ['support'] },
        { id: 'c', lost: 1, of: 2, kinds: ['referral_route'] },
        { id: 'b', lost: 1, of: 4, kinds: ['referral_route'] },
      ],
    })
  })

  test('counts each of two links with the same other, and cuts nobody off who has another way', () => {
    expect(whatIf(declared, 'a')).toMatchObject({
      lost: 2,
      cutOff: [],
      losers: [{ lost: 2, of: 4 }],
    })
    expect(whatIf(declared, 'd')).toEqual({ lost: 0, cutOff: [], pairsLost: 0, losers: [] })
  })

  test('knows nothing of who is not there, and no link to oneself', () => {
    expect(whatIf(declared, 'x').lost).toBe(0)
    const odd = readNetwork(['a', 'b'], [link('a', 'a'), link('a', 'gone'), link('a', 'b')])
    expect(odd.links).toEqual([link('a', 'b')])
  })

  test('agrees with taking each one out of the invented network and walking the rest', () => {
    const all = makeInstitutions().map(({ id }) => id)
    const said = makeLinks('2026-11-24').map(
      ({ from_id, to_id, kind, strength }): DeclaredLink => ({
        ...{ from: from_id, to: to_id, strength },
        kind: kind as DeclaredLink['kind'],
      }),
    )
    const whole = readNetwork(all, said)
    expect(all.length).toBeGreaterThanOrEqual(40)
    expect(said.length).toBeGreaterThanOrEqual(120)
    const reached = (without: string) => {
      const rest = all.filter((id) => id !== without)
      const { breaks } = readNetwork(rest, said)
      return breaks.parts.reduce((sum, part) => sum + (part.length * (part.length - 1)) / 2, 0)
    }
    for (const id of all) {
      const part = whole.breaks.parts.find((each) => each.includes(id))?.length ?? 1
      const before = whole.breaks.parts.reduce((sum, p) => sum + (p.length * (p.length - 1)) / 2, 0)
      expect(whatIf(whole, id).pairsLost).toBe(before - (part - 1) - reached(id))
    }
  })
})

test('who could carry some of it helps with the same, most of it first', () => {
  const helpers = [
    { id: 'hub', needs: ['homelessness', 'money'] },
    { id: 'a', needs: ['money'] },
    { id: 'c', needs: ['homelessness', 'money'] },
    { id: 'd', needs: ['justice'] },
  ]
  expect(whoCouldCarry(declared, helpers, 'hub')).toEqual([
    { id: 'c', needs: ['homelessness', 'money'], linked: 1 },
    { id: 'a', needs: ['money'], linked: 1 },
  ])
})

test('the shape says who stands between, who is the only way in, and what hangs apart', () => {
  const stands = findStands(declared, new Map([['hub', 90]]))
  expect(stands.between.map(({ id }) => id)).toEqual(['b', 'hub'])
  expect(stands.onlyWaysIn).toEqual([
    { id: 'b', to: ['a'] },
    { id: 'hub', to: ['cafe'] },
  ])
  expect(stands.apart).toEqual([['d']])
  expect(stands.bottlenecks).toEqual([])
})

test('a bottleneck is sent people by three at least, and one waits four weeks for it', () => {
  const sent = ['a', 'b', 'c'].map((from) => link(from, 'hub', 'referral_route'))
  const find = (waitDays: number, given = sent) =>
    findStands(readNetwork(ids, given), new Map([['hub', waitDays]])).bottlenecks
  expect(find(28)).toEqual([{ id: 'hub', senders: 3, waitDays: 28 }])
  expect(find(27)).toEqual([])
  expect(find(28, sent.slice(1))).toEqual([])
})

describe('the sheet', () => {
  const network = buildNetwork(
    makeLinks('2026-11-24').map(({ from_id, to_id }) => ({ from: from_id, to: to_id })),
    makeInstitutions().map(({ id }) => id),
  )

  test('is laid out alike each time, inside its edges, no name over another', () => {
    const spots = layOut(network)
    expect(layOut(network)).toEqual(spots)
    const all = [...spots.values()]
    expect(all).toHaveLength(network.names.length)
    for (const [at, { across, down }] of all.entries()) {
      expect(across).toBeGreaterThanOrEqual(0)
      expect(across).toBeLessThanOrEqual(1000)
      expect(down).toBeGreaterThanOrEqual(0)
      expect(down).toBeLessThanOrEqual(1000)
      for (const other of all.slice(at + 1)) {
        const over = Math.abs(across - other.across) < 60 && Math.abs(down - other.down) < 30
        expect(over).toBe(false)
      }
    }
  })

  test('holds one that nobody has placed in the column of its sector', () => {
    const spots = inColumns([
      ...[
        { id: 'a', sector: 'public' },
        { id: 'b', sector: 'public' },
      ],
      { id: 'c', sector: null },
    ])
    expect(spots.get('a')?.across).toBe(spots.get('b')?.across)
    expect(spots.get('c')?.across).toBe(750)
    expect(layOut(buildNetwork([], []))).toEqual(new Map())
  })
})
