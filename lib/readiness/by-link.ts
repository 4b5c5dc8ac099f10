import 'server-only'
import { z } from 'zod'
import { networkKey, newToken, sha256 } from '@/lib/access/sign-in'
import { beforeSignIn } from '@/lib/db'

const openedSchema = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['none', 'wait']) }),
  z.object({
    state: z.enum(['open', 'own']),
    round: z.string(),
    closesOn: z.string(),
    items: z.array(z.object({ id: z.string(), part: z.string(), words: z.string() })),
    answers: z.record(
      z.string(),
      z.object({
        score: z.number().nullable(),
        given: z.boolean(),
        comment: z.string().nullable(),
      }),
    ),
  }),
])

/** What a link opens: the statements, with what was answered where it is somebody's own key. */
export type Opened = z.output<typeof openedSchema>
export type OpenedSheet = Extract<Opened, { state: 'open' | 'own' }>

/** What a link opens, for whoever holds it. Used, ended and made-up links are not told apart. */
export const openLink = async (link: string, network: string | null): Promise<Opened> =>
  openedSchema.parse(await beforeSignIn.askedByLink(sha256(link), networkKey(network)))

/** A new key under which somebody may change what they send. Shown to them alone. */
export const newOwnKey = newToken

/**
 * Sends what was answered, by statement. A link is used up by it; the same sent twice is kept once.
 *
 * @throws Refused when nothing was answered, or the statements are another round's
 */
export const sendSheet = (
  link: string,
  own: string,
  said: Readonly<Record<string, { score?: number | null; comment: string | null }>>,
  network: string | null,
) => beforeSignIn.sendSheet(sha256(link), sha256(own), said, networkKey(network))
