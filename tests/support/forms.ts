import { vi } from 'vitest'
import type { FormAction, FormState, FormValues } from '@/lib/form-state'
import { newForm } from '@/lib/form-state'

let token = ''
// The cookie is the browser's; everything after it is the real thing.
vi.mock('@/lib/access/session', () => ({ sessionToken: () => Promise.resolve(token) }))
// As a script sends a form: it stays on its page.
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers({ 'next-action': 'form' })),
}))
// Outside Next its server half of navigation must be named by hand.
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))

/** Posts a form as somebody signed in. Where it went, or what came back. */
export async function post(
  as: string,
  action: FormAction,
  values: FormValues,
): Promise<{ wentTo: string } | FormState> {
  token = as
  const data = new FormData()
  for (const [name, value] of Object.entries(values))
    for (const text of [value].flat()) data.append(Array.isArray(value) ? `${name}[]` : name, text)
  try {
    return await action(newForm(), data)
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    const [kind, , wentTo] = digest.split(';')
    if (kind === 'NEXT_REDIRECT' && wentTo) return { wentTo }
    if (digest.endsWith('404')) return { wentTo: 'not found' }
    throw error
  }
}

export const { formAction } = await import('@/lib/action')
