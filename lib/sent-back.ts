import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'
import { cookieOptions } from '@/lib/access/auth'

const NAME = 'sent-back'
const seconds = 120

/** Back to the page that files were sent from, which says why by `reasonSentBack`. */
export function sentBack(path: string, reason: string): NextResponse {
  const at = randomUUID()
  const headers = { Location: `${path}?problem=${reason}&at=${at}` }
  const answer = new NextResponse(null, { status: 303, headers })
  answer.cookies.set(NAME, at, { ...cookieOptions(), maxAge: seconds })
  return answer
}

/**
 * The reason in the address, where this browser was just sent back with it: an address that
 * somebody made up has no cookie of ours beside it.
 */
export async function reasonSentBack(
  asked: Promise<Record<string, string | string[] | undefined>>,
): Promise<string | undefined> {
  const { problem, at } = await asked
  const sent = (await cookies()).get(NAME)?.value
  return typeof problem === 'string' && sent && at === sent ? problem : undefined
}
