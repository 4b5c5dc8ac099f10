/** A binary heap of (cost, item) that hands back the cheapest first. */
export type Heap = {
  size: () => number
  push: (cost: number, item: number) => void
  pop: () => { cost: number; item: number } | undefined
}

export function makeHeap(): Heap {
  const costs: number[] = []
  const items: number[] = []
  const cost = (i: number) => costs[i] ?? Infinity
  const swap = (i: number, j: number) => {
    ;[costs[i], costs[j]] = [cost(j), cost(i)]
    ;[items[i], items[j]] = [items[j] ?? 0, items[i] ?? 0]
  }
  const sink = () => {
    let i = 0
    for (;;) {
      const left = 2 * i + 1
      const least = cost(left + 1) < cost(left) ? left + 1 : left
      if (cost(least) >= cost(i)) return
      swap(i, least)
      i = least
    }
  }
  return {
    size: () => costs.length,
    push: (value, item) => {
      costs.push(value)
      items.push(item)
      for (let i = costs.length - 1; i > 0;) {
        const parent = (i - 1) >> 1
        if (cost(parent) <= cost(i)) return
        swap(i, parent)
        i = parent
      }
    },
    pop: () => {
      const top = { cost: cost(0), item: items[0] ?? 0 }
      if (costs.length === 0) return undefined
      swap(0, costs.length - 1)
      costs.pop()
      items.pop()
      sink()
      return top
    },
  }
}
