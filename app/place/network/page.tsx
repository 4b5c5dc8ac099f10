import type { Metadata } from 'next'
import { PlacePage } from '@/app/place/place-page'
import { Picture } from '@/components/insight/picture'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { PrintButton } from '@/components/ui/print-button'
import { drawNetwork } from '@/lib/network/draw-network'
import { findStands } from '@/lib/network/rules/find-stands'
import { whatIf } from '@/lib/network/rules/what-if'
import { networkTitle } from '@/lib/network/words'
import { openNetwork, type SearchParams } from './open-network'
import { NetworkFilters } from './network-filters'
import { NetworkFindings } from './network-findings'
import { NetworkKey } from './network-key'
import { WhatIfCard } from './what-if-card'

export const metadata: Metadata = { title: 'Network' }

type Props = { searchParams: SearchParams }

/** Who leans on whom, as partners say; and what goes if one of them closes. */
export default async function NetworkPage({ searchParams }: Props) {
  const { viewer, sheet } = await openNetwork('/place/network', searchParams)
  const { institutions, links, names, declared, ask } = sheet
  const waits = new Map(
    institutions.flatMap(({ id, wait_days }): [string, number][] =>
      wait_days === null ? [] : [[id, wait_days]],
    ),
  )
  const stands = findStands(declared, waits)
  const chosen = sheet.chosen ?? stands.between[0]?.id ?? null
  const closing = chosen === null ? null : whatIf(declared, chosen)
  const name = (chosen && names.get(chosen)) ?? ''
  const red = closing?.lost === 1 ? '1 link' : `${closing?.lost ?? 0} links`
  return (
    <PlacePage
      viewer={viewer}
      title={networkTitle(stands, names)}
      about={
        `${institutions.length} institutions · ${links.length} links declared by partners · ` +
        'what is seen in real work is in no publication yet'
      }
      actions={<PrintButton />}
    >
      <div className="no-print mb-5 flex flex-wrap items-end justify-between gap-4">
        <NetworkFilters ask={ask} institutions={institutions} chosen={chosen} />
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          <Link href="/place/network/links">See as table</Link>
          <Link href="/place/network/matrix">See as matrix</Link>
          <Link href="/place/network/files/network.svg">Download the picture</Link>
          <Link href="/place/network/files/network.csv">Download the links</Link>
        </p>
      </div>
      {institutions.length === 0 ? (
        <EmptyState title="No institution is listed yet.">
          Whoever leads on the place adds them, under Institutions.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-5 xl:grid-cols-3 xl:items-start">
          <Card
            className="xl:col-span-2"
            title={chosen ? `Red is what goes if ${name} closes: ${red}` : 'The network'}
            titleId="sheet"
          >
            <div
              role="region"
              aria-label="The sheet, wider than a phone"
              tabIndex={0}
              className="overflow-x-auto"
            >
              <Picture
                id="network"
                title={chosen ? `The network, if ${name} closes` : 'The network'}
                drawing={drawNetwork(
                  institutions,
                  links,
                  chosen,
                  new Set(closing?.cutOff.flat() ?? []),
                )}
                className="min-w-[46rem] max-w-none"
              />
            </div>
            <NetworkKey />
          </Card>
          {chosen && closing ? (
            <WhatIfCard {...{ sheet, chosen, closing, name }} viewer={viewer} />
          ) : null}
        </div>
      )}
      <NetworkFindings stands={stands} names={names} />
      <InsetText className="mt-5">
        Every link here is somebody’s word, with whose and when in the table. Of a service with
        under five staff a link is shown and no figure. Where a thing stands on this sheet says
        nothing of where it is.
      </InsetText>
    </PlacePage>
  )
}
