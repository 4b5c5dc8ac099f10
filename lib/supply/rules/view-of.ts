/** A part of a sheet: where it begins and how large it is, in the sheet's own units. */
export type View = { x: number; y: number; width: number; height: number }

/** How near, and the middle, in hundredths of the sheet. */
export type Stand = { near: number; x: number; y: number }

const between = (low: number, n: number, high: number) => Math.min(high, Math.max(low, n))

/** The middle kept so that the sheet's edge is never crossed. */
export function standOf({ near, x, y }: Stand): Stand {
  const half = 50 / near
  return { near, x: between(half, x, 100 - half), y: between(half, y, 100 - half) }
}

/** The part of a sheet that is seen. */
export function viewOf(stand: Stand, width: number, height: number): View {
  const { near, x, y } = standOf(stand)
  return {
    x: Math.round((x / 100) * width - width / near / 2),
    y: Math.round((y / 100) * height - height / near / 2),
    width: Math.round(width / near),
    height: Math.round(height / near),
  }
}

/** Where a step leads: north is up. Null where there is no further that way. */
export function stepFrom(
  stand: Stand,
  step: 'nearer' | 'further' | 'north' | 'south' | 'east' | 'west',
): Stand | null {
  const from = standOf(stand)
  const far = 25 / from.near
  const to = standOf(
    {
      nearer: { ...from, near: Math.min(8, from.near * 2) },
      further: { ...from, near: Math.max(1, from.near / 2) },
      north: { ...from, y: from.y - far },
      south: { ...from, y: from.y + far },
      east: { ...from, x: from.x + far },
      west: { ...from, x: from.x - far },
    }[step],
  )
  const whole = { near: to.near, x: Math.round(to.x), y: Math.round(to.y) }
  const isSame =
    whole.near === from.near && whole.x === Math.round(from.x) && whole.y === Math.round(from.y)
  return isSame ? null : whole
}
