'use client'
// Listens to the keyboard and keeps a setting, so it needs the browser.

import { useEffect, useSyncExternalStore } from 'react'
import { LinkButton } from '@/components/ui/button'
import { goesToField, letterOf } from './letters'

const STORE = 'common-thread-keys'
const CHANGED = 'common-thread-keys-changed'

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed)
  window.addEventListener('storage', changed)
  return () => {
    window.removeEventListener(CHANGED, changed)
    window.removeEventListener('storage', changed)
  }
}

const isOn = () => localStorage.getItem(STORE) !== 'off'

function turn(on: boolean) {
  localStorage.setItem(STORE, on ? 'on' : 'off')
  window.dispatchEvent(new Event(CHANGED))
}

/** Presses what on the page has this letter as its shortcut. */
function press(event: KeyboardEvent) {
  const letter = letterOf(event)
  if (!letter || goesToField(event.target)) return
  const found = document.querySelector<HTMLElement>(`main [aria-keyshortcuts="${letter}"]`)
  if (!found) return
  event.preventDefault()
  found.click()
}

type KeysProps = { keys: readonly { letter: string; does: string }[] }

/**
 * The keys of a page, shown and listened to. They can be turned off, as single letters must be
 * (WCAG 2.1.4), and are left alone while somebody types. Nothing without script: the same is there
 * as buttons.
 */
export function Keys({ keys }: KeysProps) {
  const on = useSyncExternalStore<boolean | null>(subscribe, isOn, () => null)
  useEffect(() => {
    if (!on) return
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
  if (on === null) return null
  return (
    <div className="no-print mt-5 flex flex-wrap items-baseline gap-x-5 gap-y-2 text-note">
      {on ? (
        <dl aria-label="Keys" className="flex flex-wrap gap-x-5 gap-y-2">
          {keys.map(({ letter, does }) => (
            <div key={letter} className="flex items-baseline gap-2">
              <dt>
                <kbd className="rounded border border-muted bg-wash px-2 font-bold">{letter}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <LinkButton onClick={() => turn(!on)}>{on ? 'Turn keys off' : 'Turn keys on'}</LinkButton>
    </div>
  )
}
