import { describe, expect, test } from 'vitest'
import { labelsOf, placeOf, yearMarks } from '@/lib/needs/axis'
import { stepsOf } from '@/lib/needs/steps'
import { answer } from './answers'

const now = '2026-11-30'
const short = (...args: Parameters<typeof stepsOf>) =>
  stepsOf(...args).map(({ from, to, words, old }) => [from, to, words, old])

describe('steps of a lane', () => {
  test('nothing at all is no step', () => {
    expect(stepsOf([], { now })).toEqual([])
  })

  test('an answer holds until the next', () => {
    const answers = [
      answer({ ratedOn: '2026-09-01', severity: 4 }),
      answer({ ratedOn: '2026-03-01', severity: 1 }),
    ]
    expect(short(answers, { now })).toEqual([
      ['2026-03-01', '2026-09-01', 'a little', false],
      ['2026-09-01', now, 'most serious', false],
    ])
  })

  test('of several on one day the last counts; what was withdrawn says nothing', () => {
    const answers = [
      answer({ ratedOn: '2026-10-01', severity: 4, withdrawnAt: new Date(0) }),
      answer({ ratedOn: '2026-03-01', severity: 2 }),
      answer({ ratedOn: '2026-03-01', severity: 1 }),
    ]
    expect(short(answers, { now })).toEqual([['2026-03-01', now, 'some', false]])
    expect(stepsOf([answer({ withdrawnAt: new Date(0) })], { now })).toEqual([])
  })

  test('the same said again is one step, said last when it was said again', () => {
    const answers = [answer({ ratedOn: '2026-09-01' }), answer({ ratedOn: '2026-03-01' })]
    expect(stepsOf(answers, { now })).toMatchObject([
      { from: '2026-03-01', to: now, saidOn: '2026-09-01' },
    ])
  })

  test('a view becomes an outline on the day after its year, not on the day', () => {
    expect(short([answer({ ratedOn: '2025-11-30' })], { now })).toHaveLength(1)
    expect(short([answer({ ratedOn: '2025-11-29' })], { now })).toEqual([
      ['2025-11-29', '2026-11-29', 'a lot', false],
      ['2026-11-29', now, 'a lot', true],
    ])
  })

  test('said today is a step of no width; said tomorrow is not said', () => {
    expect(short([answer({ ratedOn: now })], { now })).toEqual([[now, now, 'a lot', false]])
    expect(stepsOf([answer({ ratedOn: '2026-12-01' })], { now })).toEqual([])
  })

  test('the five years cut what began before, and leave out what was old by then', () => {
    expect(short([answer({ ratedOn: '2021-06-01' })], { now })).toEqual([
      ['2021-11-30', '2022-06-01', 'a lot', false],
    ])
    expect(stepsOf([answer({ ratedOn: '2019-06-01' })], { now })).toEqual([])
    expect(short([answer({ ratedOn: '2021-11-30' })], { now })).toEqual([
      ['2021-11-30', '2022-11-30', 'a lot', false],
      ['2022-11-30', now, 'a lot', true],
    ])
  })

  test('not known stays not known, however long ago', () => {
    const long = answer({ ratedOn: '2022-01-10', state: 'not_known', severity: null })
    expect(short([long], { now })).toEqual([['2022-01-10', now, 'not known', false]])
  })

  test('work that ended ends the step, unless something was said after it', () => {
    const said = [answer({ ratedOn: '2026-03-01' })]
    expect(short(said, { now, ended: '2026-05-01' })).toEqual([
      ['2026-03-01', '2026-05-01', 'a lot', false],
    ])
    expect(short(said, { now, ended: '2026-02-01' })[0]?.[1]).toBe(now)
  })

  test('recorded without how much, not a need, and in the past are drawn as themselves', () => {
    const drawn = (changes: object) => stepsOf([answer(changes)], { now })[0]
    expect(drawn({ severity: null })).toMatchObject({ drawn: 'recorded', words: 'recorded' })
    expect(drawn({ state: 'none', severity: null })).toMatchObject({ drawn: 'none', height: 0 })
    expect(drawn({ state: 'past', severity: null })).toMatchObject({
      ...{ drawn: 'none', words: 'in the past' },
    })
    expect(drawn({ state: 'not_asked', severity: null })).toMatchObject({ drawn: 'not-asked' })
  })
})

describe('five years across', () => {
  test('the ends and the years', () => {
    expect([placeOf('2021-11-30', now), placeOf(now, now)]).toEqual([0, 100])
    expect(placeOf('2019-01-01', now)).toBe(0)
    expect(yearMarks(now).map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026])
    expect(yearMarks('2026-01-01').map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026])
  })

  test('the newest label has room first, against the edge; what has none is left out', () => {
    const steps = stepsOf(
      [
        answer({ ratedOn: '2026-10-01', severity: 4 }),
        answer({ ratedOn: '2026-08-01', severity: 2 }),
        answer({ ratedOn: '2025-12-01', severity: 3 }),
      ],
      { now },
    )
    expect(labelsOf(steps, now, 250).map(({ words, end }) => [words, end])).toEqual([
      ['most serious', true],
    ])
    const early = stepsOf([answer({ ratedOn: '2023-01-01' })], { now })
    expect(labelsOf(early, now, 400).map(({ words }) => words)).toEqual([
      ...['a lot', 'not said again since 2023'],
    ])
  })
})
