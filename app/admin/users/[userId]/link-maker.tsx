'use client'
// Shows what the action answered and nothing else ever holds, so it needs the action's state. Works
// without script too.

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { InsetText } from '@/components/ui/inset-text'
import { linkAction } from '../../actions'

/** Makes a one-time link and shows it once, to be handed over by a person. */
export function LinkMaker({ user, reset }: { user: string; reset: boolean }) {
  const [made, action, making] = useActionState(linkAction, null)
  return (
    <div className="no-print mt-5">
      {made && 'path' in made ? (
        <InsetText tone="caution">
          <div role="status">
            <h3 className="mb-1 text-heading-s">
              {made.why === 'reset' ? 'A link for a new password' : 'The invitation'}
            </h3>
            <p className="mb-2">
              Hand it over yourself: in person, by telephone, or by a message you trust. It is shown
              this once, works once, and lasts {made.why === 'reset' ? 'a day' : 'seven days'}. It
              comes after this service’s own address. When they have set a password, a second person
              says that it is they.
            </p>
            <code className="block text-note break-all select-all">{made.path}</code>
          </div>
        </InsetText>
      ) : null}
      {made && 'refused' in made ? (
        <p role="alert" className="mb-4 font-bold text-danger">
          {made.refused}
        </p>
      ) : null}
      <form action={action}>
        <input type="hidden" name="user" value={user} />
        {reset ? (
          <p className="mb-3 text-muted">
            Making a link ends their password and signs them out everywhere, at once. Be sure that
            it is they who ask. When they have set a new one, a second person says that it is they:
            until then their roles that open people, and all with other agencies, stay closed.
          </p>
        ) : null}
        <Button type="submit" tone="secondary" aria-disabled={making || undefined}>
          {reset ? 'Reset their password' : 'Make an invitation'}
        </Button>
      </form>
    </div>
  )
}
