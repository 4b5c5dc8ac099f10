import { Table } from '@/components/ui/table'
import type { Change, VersionEffect } from '@/lib/identity/version-effect'

const number = (n: number) => n.toLocaleString('en-GB')

/** What proposed values would do beside those in use: numbers only, nobody's name. */
export function Effect({ effect }: { effect: VersionEffect }) {
  const { records, links, suggestions, standing } = effect
  const rows: (Change & { what: string })[] = [
    { what: 'Records the machine would link next', ...links },
    { what: 'Pairs left for somebody to look at', ...suggestions },
  ]
  return (
    <>
      <Table
        caption={`Tried on ${number(records)} records`}
        rows={rows}
        rowKey={({ what }) => what}
        columns={[
          { key: 'what', title: 'What', heading: true, cell: ({ what }) => what },
          { key: 'now', title: 'Values in use', number: true, cell: ({ now }) => number(now) },
          { key: 'then', title: 'New values', number: true, cell: ({ then }) => number(then) },
          { key: 'come', title: 'Come', number: true, cell: ({ come }) => number(come) },
          { key: 'go', title: 'Go', number: true, cell: ({ go }) => number(go) },
        ]}
      />
      <p className="my-4">
        {standing.links === 0
          ? 'The machine has made no links that still wait to be confirmed.'
          : `Of ${number(standing.links)} links the machine has made and nobody has confirmed, ${number(standing.wouldNotBeMade)} would not be made with the new values.`}
      </p>
    </>
  )
}
