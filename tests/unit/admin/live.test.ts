import { describe, expect, test } from 'vitest'
import { missingForLive, NotLiveYet, requireLive } from '@/lib/admin/live'

describe('live mode', () => {
  test('does not start, and lists what is missing', () => {
    expect(() => requireLive('live', {})).toThrow(NotLiveYet)
    expect(() => requireLive('live', {})).toThrow(
      /Single sign-on[^]*second factor[^]*Urgent access[^]*DPIA_REFERENCE/,
    )
  })

  test('does not start by references alone: what is not built cannot be said to be there', () => {
    const given = { OWNER_NAME: 'A city', DPIA_REFERENCE: 'D-1', EQUALITY_REFERENCE: 'E-1' }
    expect(missingForLive(given).map(({ key }) => key)).toEqual([
      'sign-on',
      'second-factor',
      'urgent-access',
      'incidents',
    ])
    expect(missingForLive({ DPIA_REFERENCE: '  ' }).map(({ key }) => key)).toContain('dpia')
    expect(() => requireLive('live', given)).toThrow(NotLiveYet)
  })

  test('practice starts with nothing', () => {
    expect(() => requireLive('practice', {})).not.toThrow()
  })
})
