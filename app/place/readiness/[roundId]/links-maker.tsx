'use client'
// Shows what the action answered and nothing else ever holds, so it needs the action's state. Works
// without script too.

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { InsetText } from '@/components/ui/inset-text'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { SECTORS } from '@/lib/readiness/statements'
import { labelOfSector } from '@/lib/readiness/words'
import { inviteAction } from '../actions'

/** Makes links for people of a sector in a role and shows them once, to be given out. */
export function LinksMaker({ round }: { round: string }) {
  const [made, action, making] = useActionState(inviteAction, null)
  return (
    <div className="no-print">
      {made && 'links' in made ? (
        <InsetText tone="caution">
          <div role="status">
            <h3 className="mb-1 text-heading-s">
              {made.links.length} {made.links.length === 1 ? 'link' : 'links'}:{' '}
              {labelOfSector(SECTORS.find(({ key }) => key === made.sector)?.key ?? 'public')},{' '}
              {made.role}
            </h3>
            <p className="mb-2">
              One each. They are shown this once, and come after this service’s own address. Whoever
              answers through one changes it afterwards by a link of their own.
            </p>
            <ul className="space-y-1">
              {made.links.map((link) => (
                <li key={link}>
                  <code className="block text-note break-all select-all">{link}</code>
                </li>
              ))}
            </ul>
          </div>
        </InsetText>
      ) : null}
      {made && 'refused' in made ? (
        <p role="alert" className="mb-4 font-bold text-danger">
          {made.refused}
        </p>
      ) : null}
      <form action={action}>
        <input type="hidden" name="round" value={round} />
        <Select
          id="sector"
          name="sector"
          label="Their sector"
          required
          options={SECTORS.map(({ key, label }) => ({ value: key, label }))}
        />
        <TextInput
          id="role"
          name="role"
          label="Their role"
          hint="One that several people have, such as: works for a charity"
          width="half"
          maxLength={80}
          required
        />
        <TextInput
          id="howMany"
          name="howMany"
          label="How many links?"
          hint="Up to thirty at once"
          width="short"
          inputMode="numeric"
          required
        />
        <Button type="submit" tone="secondary" aria-disabled={making || undefined}>
          Make the links
        </Button>
      </form>
    </div>
  )
}
