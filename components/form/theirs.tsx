'use client'
// Reads the form around it.

import { useFormContext } from './form-context'

type TheirsProps = { name: string; mine: string; say?: (text: string) => string }

/**
 * What somebody else saved for this field meanwhile, where it differs from what is typed. `say`
 * turns a stored value into words (the label of a choice).
 */
export function Theirs({ name, mine, say = (text) => text }: TheirsProps) {
  const { conflict } = useFormContext().shown
  const theirs = conflict?.theirs[name]
  if (conflict === undefined || theirs === undefined || theirs === mine) return null
  return (
    <div className="mt-3 grid gap-px overflow-hidden rounded border border-caution sm:grid-cols-2">
      <Side title="You have typed">{mine ? say(mine) : 'Nothing'}</Side>
      <Side title={`${conflict.by} saved, ${conflict.at}`}>{theirs ? say(theirs) : 'Nothing'}</Side>
    </div>
  )
}

function Side({ title, children }: { title: string; children: string }) {
  return (
    <div className="bg-caution-wash p-3">
      <p className="text-small font-bold text-caution">{title}</p>
      <p className="whitespace-pre-line">{children}</p>
    </div>
  )
}
