import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import type { Viewer } from '@/lib/db'
import { whoCouldCarry, type Loser, type WhatIf } from '@/lib/network/rules/what-if'
import { needWords } from '@/lib/directory/words'
import { cutOffWords, lostKinds, lostWords, type Names } from '@/lib/network/words'
import type { Sheet } from './read-sheet'

type Props = { sheet: Sheet; chosen: string; closing: WhatIf; name: string; viewer: Viewer }

/** What goes if one closes: links, who is cut off, who loses what, who could carry some of it. */
export function WhatIfCard({ sheet, chosen, closing, name }: Props) {
  const { names, links, institutions, declared } = sheet
  const one = institutions.find(({ id }) => id === chosen)
  const carriers = whoCouldCarry(declared, institutions, chosen).slice(0, 3)
  const near = closing.losers.length
  return (
    <Card title={`What if ${name} closed?`} titleId="what-if">
      <p className="mb-4">
        <b>{lostWords(closing, links.length)}</b> {offers(one)}
      </p>
      <Part title="Cut off from everyone">{cutOffWords(closing, names)}</Part>
      {near > 0 ? (
        <Part title="Who would lose most" note="Of the links each has, those that would go">
          <Losers losers={closing.losers.slice(0, 7)} names={names} />
        </Part>
      ) : null}
      <Part title="Who could carry some of it">
        {carriers.length === 0 ? (
          <NotKnown>
            {one?.needs.length ? 'nobody else is known to help with it' : 'what it helps with'}
          </NotKnown>
        ) : (
          <ul className="space-y-2">
            {carriers.map(({ id, needs, linked }) => (
              <li key={id}>
                <Link href={`/place/institutions/${id}`}>{names.get(id)}</Link> helps with{' '}
                {needWords(needs).join(', ').toLowerCase()}, and is linked to {linked} of the {near}{' '}
                that would lose it.
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title="Not known">
        <NotKnown>
          Help that nobody writes down; who is really sent there; who would still come if it moved.
        </NotKnown>
      </Part>
      <p className="mt-4">
        <Link href={`/place/institutions/${chosen}`}>More about {name}</Link>
      </p>
    </Card>
  )
}

function offers(one: Sheet['institutions'][number] | undefined): string {
  if (!one || one.services === 0) return 'No service of it is listed.'
  const services = one.services === 1 ? '1 service' : `${one.services} services`
  // Under five staff: a figure of it would be a figure of somebody.
  if (one.small) return 'It has under five staff, so no figure of it is shown.'
  const places =
    one.capacity === null ? ', how many places is not known' : ` with ${one.capacity} places`
  return `It offers ${services}${places}.`
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="border-t border-line py-4">
      <h3 className="font-bold">{title}</h3>
      {note ? <p className="text-small text-muted">{note}</p> : null}
      <div className="mt-1">{children}</div>
    </section>
  )
}

function Losers({ losers, names }: { losers: readonly Loser[]; names: Names }) {
  return (
    <ul className="mt-2 space-y-3">
      {losers.map(({ id, lost, of, kinds }) => (
        <li key={id}>
          <p className="flex justify-between gap-4">
            <span className="font-bold">{names.get(id)}</span>
            <span>
              <b>{lost}</b> of {of}
            </span>
          </p>
          <svg
            preserveAspectRatio="none"
            viewBox="0 0 100 4"
            className="keep-colour block h-2 w-full"
            aria-hidden="true"
          >
            <rect width="100" height="4" className="fill-line" />
            <rect width={(lost / of) * 100} height="4" className="fill-danger" />
          </svg>
          <p className="text-small text-muted">{lostKinds(kinds)}</p>
        </li>
      ))}
    </ul>
  )
}
