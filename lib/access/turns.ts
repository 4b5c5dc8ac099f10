import { Busy } from '@/lib/errors'

/** How much at once, how many may wait for it, and how many of those for the same key. */
export type Room = { running: number; waiting: number; each: number }

/**
 * A bounded queue for work that is dear: some of it runs, a few wait, and the rest is refused at
 * once, so that a flood of it holds up nothing else. No one key may take all the places.
 */
export function turns({ running, waiting, each }: Room) {
  let now = 0
  const line: { key: string | null; go: () => void }[] = []
  const isFull = (key: string | null) =>
    line.length >= waiting ||
    (key !== null && line.filter((place) => place.key === key).length >= each)

  /** Does the work when its turn comes. @throws Busy when there is no place to wait */
  return async <T>(key: string | null, work: () => Promise<T>): Promise<T> => {
    if (now < running) now += 1
    else if (isFull(key)) throw new Busy()
    else await new Promise<void>((go) => line.push({ key, go }))
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next.go()
      else now -= 1
    }
  }
}
