import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { Table } from '@/lib/insight/programme'
import { sayDefinition, sayQuote } from '@/lib/insight/publication-words'
import type { Publication } from '@/lib/insight/schema'
import { listFiles } from '@/lib/insight/choose'

type Props = { table: Table; publication: Publication; place: string }

/** What a table counts, how to quote it, and its files. */
export function AboutTable({ table, publication, place }: Props) {
  return (
    <div className="grid gap-5">
      <Card title="What is counted" titleId="definition">
        <ul className="list-disc space-y-2 pl-5 text-note">
          {sayDefinition(table).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Card>
      <Card title="How to quote it" titleId="quote">
        <p className="text-note">{sayQuote(place, table, publication)}</p>
      </Card>
      <Card title="Download" titleId="download" className="no-print">
        <FileLinks table={table} no={publication.no} />
      </Card>
    </div>
  )
}

/** The files of a table, by what opens them. */
export function FileLinks({ table, no }: { table: Table; no: number }) {
  return (
    <ul className="space-y-1 text-note">
      {listFiles(table).map(({ name, label }) => (
        <li key={name}>
          <Link href={`/insight/files/${no}/${name}`}>
            {label}
            <span className="sr-only">: {table.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
