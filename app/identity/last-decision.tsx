import { randomUUID } from 'node:crypto'
import type { TakeBack } from '@/lib/identity/view'
import { takeBackWords } from '@/lib/identity/words'
import { TakeBackForm } from './forms'

type Props = { id: string | undefined; said: TakeBack }

/** What one said of the pair before, and the way to take it back, as long as there is one. */
export function LastDecision({ id, said }: Props) {
  if (!id || !said) return null
  return (
    <div className="mb-5 flex flex-wrap items-baseline gap-x-5 rounded bg-wash px-4 pb-3">
      <p role="status" className="mt-4 flex-1">
        {takeBackWords[said]}
      </p>
      <TakeBackForm key={id} formKey={randomUUID()} id={id} />
    </div>
  )
}
