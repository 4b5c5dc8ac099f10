import { createElement } from 'react'
import { expect, test } from 'vitest'
import { Unanswered } from '@/app/people/[personId]/needs/beside'
import { NeedsOverTime } from '@/components/needs/needs-over-time'
import { lanesOf } from '@/lib/needs/lanes'
import type { Answer } from '@/lib/needs/steps'
import { drawnText } from '@/tests/support/drawn-text'
import { answer } from './answers'

const now = '2026-11-30'
const ask = '(ask)'
const nameOf = () => 'Housing First'
const prompts = (text: string) => text.split(ask).length - 1

const drawn = (answers: Answer[]) => {
  const given = { rows: lanesOf(answers, { services: [], now }), nameOf, now, ask }
  return {
    picture: drawnText(createElement(NeedsOverTime, given)),
    beside: drawnText(createElement(Unanswered, given)),
  }
}

test('of thirteen needs ten have a prompt to ask, and three have none', () => {
  const { picture, beside } = drawn([])
  expect(prompts(picture)).toBe(10)
  expect(prompts(beside)).toBe(1)
  // The quiet three stand in a paragraph of their own, without a prompt.
  const [open = '', quiet = ''] = beside.split(ask)
  for (const need of ['omestic abuse', 'mmigration status', 'afeguarding']) {
    expect(open).not.toContain(need)
    expect(quiet).toContain(need)
  }
})

test('nor where it is recorded that nobody has asked', () => {
  const of = (domain: string) => answer({ domain, state: 'not_asked', severity: null })
  const { beside } = drawn([of('domestic_abuse'), of('isolation')])
  expect(prompts(beside)).toBe(2)
  expect(beside).toContain(`Isolation.| Says Housing First, 182 days ago. ${ask}`)
  expect(beside).not.toContain(`Domestic abuse.| Says Housing First, 182 days ago. ${ask}`)
})

test('unseen is drawn and said as itself, never as not asked', () => {
  const all = drawn([])
  const shown = all.picture.slice(0, all.picture.indexOf('higher: gets in the way'))
  for (const text of [shown, all.beside]) {
    expect(text).toContain('nothing that you can see')
    expect(text).not.toContain('not asked|')
  }
})
