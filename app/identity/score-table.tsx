import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { Level } from '@/lib/identity/view'
import { weightWords } from '@/lib/identity/words'

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The score explained field by field, in words, what says most first. */
export function ScoreTable({ levels }: { levels: readonly Level[] }) {
  const rows = [...levels].sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
  return (
    <Card title="What was found" titleId="found" className="mb-5">
      {rows.length === 0 ? (
        <p>No score may be shown.</p>
      ) : (
        <Table
          caption="What was found"
          captionHidden
          rows={rows}
          rowKey={({ field }) => field}
          columns={[
            { key: 'words', title: 'Found', heading: true, cell: ({ words }) => sentence(words) },
            { key: 'weight', title: 'How much it says', cell: ({ bits }) => weightWords(bits) },
          ]}
        />
      )}
      <p className="mt-3 text-note text-muted">
        Rare values say more than common ones. Values are not shown here, and what is protected is
        left out.
      </p>
    </Card>
  )
}
