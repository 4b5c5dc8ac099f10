import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldWords, FormGroup } from '@/components/ui/form-group'
import { Label } from '@/components/ui/label'
import { Radios } from '@/components/ui/radios'
import { SHAPES } from '@/lib/transfer/lists'

/** A plain form: the browser sends the file itself, and nothing is lost by posting it again. */
export function SendFile({ problem }: { problem: string | undefined }) {
  const hint = 'CSV, at most 10 megabytes and 50,000 rows. The first line names the columns.'
  return (
    <form action="/transfer/send" method="post" encType="multipart/form-data">
      {problem ? <ErrorSummary errors={{ file: problem }} /> : null}
      <FormGroup error={problem}>
        <Label htmlFor="file">The file</Label>
        <FieldWords id="file" hint={hint} error={problem} />
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,text/csv"
          aria-describedby={problem ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={problem ? true : undefined}
          className="field max-w-md py-2"
        />
      </FormGroup>
      <Radios
        id="shape"
        name="shape"
        label="What is in it"
        value="people"
        options={SHAPES.map(({ key, label }) => ({ value: key, label }))}
      />
      <p className="mt-4">
        <Button type="submit">Send the file</Button>
      </p>
    </form>
  )
}
