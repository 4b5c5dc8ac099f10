/** How the keeping of a draft stands. `since` is in seconds. */
export type Keeping =
  | { state: 'idle' }
  | { state: 'kept'; since: number }
  | { state: 'failed' }
  | { state: 'refused'; why: string }

/** The line under a form that keeps what is typed: `Kept as you type, 2 seconds ago`. */
export function keptWords(keeping: Keeping): string {
  switch (keeping.state) {
    case 'idle':
      return 'Kept as you type'
    case 'failed':
      return 'Not kept yet: no connection. Trying again. Stay on this page.'
    case 'refused':
      return keeping.why
    case 'kept': {
      const seconds = Math.max(0, Math.floor(keeping.since))
      const minutes = Math.floor(seconds / 60)
      if (seconds < 2) return 'Kept as you type, just now'
      if (seconds < 60) return `Kept as you type, ${seconds} seconds ago`
      return `Kept as you type, ${minutes === 1 ? '1 minute' : `${minutes} minutes`} ago`
    }
  }
}
