import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import { waitWords } from '@/lib/directory/words'
import type { Stands } from '@/lib/network/rules/find-stands'
import { betweenWords, namesWords, type Names } from '@/lib/network/words'

type Props = { stands: Stands; names: Names }

const notPublished = 'No publication counts referrals between institutions yet.'

/** What the shape of the network says, in words; and what is not known without figures of work. */
export function NetworkFindings({ stands, names }: Props) {
  const { between, onlyWaysIn, bottlenecks, apart } = stands
  const alone = apart.filter((part) => part.length === 1).flat()
  const groups = apart.filter((part) => part.length > 1)
  return (
    <div className="mt-5 grid grid-cols-1 gap-5 sm:grid-cols-2 xl:grid-cols-4">
      <Card title="Stands in between" titleId="between">
        <Found>
          {between.slice(0, 3).map(({ id, share }) => (
            <One key={id} id={id} names={names}>
              {betweenWords(share)}
            </One>
          ))}
        </Found>
      </Card>
      <Card title="Only way in" titleId="only">
        <Found>
          {onlyWaysIn.slice(0, 5).map(({ id, to }) => (
            <One key={id} id={id} names={names}>
              to {namesWords(to, names)}
            </One>
          ))}
        </Found>
      </Card>
      <Card title="Many are sent, and wait" titleId="bottlenecks">
        <Found>
          {bottlenecks.slice(0, 4).map(({ id, senders, waitDays }) => (
            <One key={id} id={id} names={names}>
              {senders} send people to it; the wait is {waitWords(waitDays)}
            </One>
          ))}
        </Found>
        {alone.length + groups.length > 0 ? (
          <div className="mt-4 border-t border-line pt-3">
            {alone.length > 0 ? (
              <p>
                <b>Linked to nobody:</b> {namesWords(alone, names)}
              </p>
            ) : null}
            {groups.map((part) => (
              <p key={part.join()}>
                <b>Only among themselves:</b> {namesWords(part, names)}
              </p>
            ))}
          </div>
        ) : null}
      </Card>
      <Card title="Declared and used" titleId="used">
        <p className="mb-1 font-bold">Used but undeclared</p>
        <NotKnown />
        <p className="mt-3 mb-1 font-bold">Declared but unused</p>
        <NotKnown />
        <p className="mt-3 text-note text-muted">{notPublished}</p>
      </Card>
    </div>
  )
}

function Found({ children }: { children: ReactNode[] }) {
  if (children.length === 0) return <p className="text-muted">None, by the links declared.</p>
  return <ul className="space-y-3">{children}</ul>
}

function One({ id, names, children }: { id: string; names: Names; children: ReactNode }) {
  return (
    <li>
      <Link href={`/place/network?if=${id}`}>{names.get(id)}</Link>
      <span className="block text-note text-muted">{children}</span>
    </li>
  )
}
