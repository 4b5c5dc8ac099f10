import 'server-only'
import { answerPublicly } from '@/lib/directory/public-answer'
import { readPublished } from './published-database'
import type { ReadPublished } from './queries'

/**
 * Answers anybody, without signing in, as far as there is an open publication. An address that
 * carries a question beside the table it names is answered with nothing: there is nothing to ask.
 */
export const answerFigures = (
  request: Request,
  make: (read: ReadPublished) => Promise<string | null>,
): Promise<Response> =>
  answerPublicly(() =>
    new URL(request.url).search === '' ? make(readPublished) : Promise.resolve(null),
  )
