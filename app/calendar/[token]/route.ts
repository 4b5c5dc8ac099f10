import { feedHash } from '@/lib/appointments/feeds'
import { calendarOf, type FeedDate } from '@/lib/appointments/calendar'
import { readFeed } from '@/lib/db'
import { env } from '@/lib/env'

type Props = { params: Promise<{ token: string }> }

/**
 * A worker's calendar feed, by the token in its address. A feed that has ended and one that never
 * was are answered alike.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { token } = await params
  const dates = await readFeed<FeedDate[]>(feedHash(token))
  return new Response(
    calendarOf(dates, env().NEXTAUTH_URL ?? new URL(request.url).origin, new Date()),
    {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Cache-Control': 'private, no-store',
        'Referrer-Policy': 'no-referrer',
      },
    },
  )
}
