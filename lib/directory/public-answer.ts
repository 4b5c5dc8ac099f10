import 'server-only'
import { log } from '@/lib/log'
import type { ListAsk } from './published-answers'
import { isUuid } from './rules/formats'

/** Answers being made at once: the public must not keep those who work here waiting. */
const AT_ONCE = 32
const MOST_PER_PAGE = 100
let being = 0

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      // Anybody's page may read what is public; no cookie goes with it.
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
const wrong = (status: number, detail: string, headers = {}) =>
  answer(status, JSON.stringify({ detail }), headers)

/** Makes an answer of the public directory, or says that it cannot now. */
export async function answerPublicly(make: () => Promise<string | null>): Promise<Response> {
  if (being >= AT_ONCE) return wrong(503, 'Busy. Try again soon.', { 'retry-after': '2' })
  being += 1
  try {
    const body = await make()
    return body === null ? wrong(404, 'There is nothing under this id.') : answer(200, body)
  } catch (error) {
    log.error({ error }, 'what is public could not be read')
    return wrong(503, 'Not to be had now. Try again soon.', { 'retry-after': '30' })
  } finally {
    being -= 1
  }
}

/** A whole number within bounds; null where it is none. */
function numberIn(text: string | null, most: number, otherwise: number): number | null {
  if (text === null) return otherwise
  return /^[1-9]\d{0,8}$/.test(text) && Number(text) <= most ? Number(text) : null
}

/** Answers a question for a list: `page` from 1, `per_page` up to 100. */
export function answerList(
  request: Request,
  make: (ask: ListAsk) => Promise<string>,
): Promise<Response> | Response {
  const { searchParams } = new URL(request.url)
  const page = numberIn(searchParams.get('page'), 1_000_000, 1)
  const perPage = numberIn(searchParams.get('per_page'), MOST_PER_PAGE, 50)
  if (page === null) return wrong(400, 'page is a number from 1.')
  if (perPage === null) return wrong(400, `per_page is a number from 1 to ${MOST_PER_PAGE}.`)
  return answerPublicly(() => make({ page, perPage }))
}

/** Answers a question for one thing by its id. */
export const answerOne = (id: string, make: (id: string) => Promise<string | null>) =>
  isUuid(id) ? answerPublicly(() => make(id)) : wrong(404, 'There is nothing under this id.')
