import type { Client } from 'pg'
import { programme } from '@/lib/insight/programme'
import { quarterEndsBefore } from '@/lib/insight/rules/quarters'

/** Asked for by nobody: the invented quarters, which two invented officers agree to. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Leaves the last quarters to be built by the job, the newest first, as of `today`. */
export async function askPublications(
  client: Client,
  { today, quarters }: { today: string; quarters: number },
): Promise<void> {
  for (const { from, to } of quarterEndsBefore(today, quarters)) {
    await client.query(
      `insert into published.publication (id, from_on, to_on, profile, programme_version, definition,
         asked_by, asked_at)
       values (access.uuid7(), $1, $2, 'commissioner', $3, $4, $5, $6)`,
      [from, to, programme.version, JSON.stringify(programme), nobody, `${today}T04:00:00Z`],
    )
  }
}
