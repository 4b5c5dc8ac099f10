import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { LogAsk } from '@/lib/audit/schema'

/** The same lines as a file. A plain post: its answer is the file. */
export function ExportForm({ ask, missing }: { ask: LogAsk; missing: boolean }) {
  return (
    <form method="post" action="/log/export">
      {(['user', 'like', 'from', 'until', 'refused'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={ask[name] ?? ''} />
      ))}
      <TextInput
        id="recipient"
        name="recipient"
        label="Who is it for?"
        labelSize="s"
        hint="Kept with the export, for each person in it. At most 5,000 lines, newest first"
        width="half"
        error={missing ? 'Enter who it is for' : undefined}
      />
      <Button type="submit" tone="secondary">
        Export as CSV
      </Button>
    </form>
  )
}
