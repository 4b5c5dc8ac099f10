import type { FormConflict } from '@/lib/form-state'
import { InsetText } from '@/components/ui/inset-text'
import { LinkButton } from '@/components/ui/button'

/** Somebody saved first. Their words stand beside each field that differs; the typed ones stay. */
export function ConflictNotice({ by, at }: FormConflict) {
  return (
    <InsetText tone="caution">
      <h2 className="mb-1 text-heading-s">{by} has changed this while you were writing</h2>
      <p>
        Saved {at}. Your words are still below, and theirs stand beside each answer that differs.
        Change yours if you need to, then save again to keep yours.
      </p>
    </InsetText>
  )
}

type RestoredProps = { at: string; discard: (data: FormData) => Promise<void> }

/** Words kept from before have been put back. Works as a plain post too. */
export function RestoredNotice({ at, discard }: RestoredProps) {
  return (
    <InsetText>
      <p>What you typed {at} was kept and is back below.</p>
      <LinkButton type="submit" formAction={discard} formNoValidate>
        Throw it away and start again
      </LinkButton>
    </InsetText>
  )
}
