/** Some changes that share one probability: the means of v and of v squared, and how many. */
export interface Point {
  v: number
  square: number
  size: number
}

/** The mean that is kept, and the second moment that is not exceeded. */
export interface Moments {
  mean: number
  square: number
}

/**
 * The weights, summing to 1, of the largest entropy with the mean asked for and a second moment of
 * at most the one asked for. There must be points on both sides of the mean. Exponential family:
 * Jaynes 1957; the dual is solved by Newton's method, since it is smooth and convex.
 */
export function weighByEntropy(points: Point[], wanted: Moments): number[] {
  const even = minimiseDual(points, wanted, false)
  if (momentsOf(points, even).square <= wanted.square) return even
  return minimiseDual(points, wanted, true)
}

/** Mean and second moment of weights. */
export function momentsOf(points: Point[], weights: number[]): Moments {
  return {
    mean: points.reduce((sum, { v }, k) => sum + v * (weights[k] ?? 0), 0),
    square: points.reduce((sum, { square }, k) => sum + square * (weights[k] ?? 0), 0),
  }
}

interface Tilt {
  a: number
  b: number
}

interface State {
  tilt: Tilt
  weights: number[]
  off: Moments
  dual: number
}

/** Weights proportional to size * exp(a v + b v squared), with b held at 0 unless `curved`. */
function minimiseDual(points: Point[], wanted: Moments, curved: boolean): number[] {
  const stateAt = (tilt: Tilt): State => {
    const { weights, logSum } = tiltBy(points, tilt)
    const { mean, square } = momentsOf(points, weights)
    const off = { mean: wanted.mean - mean, square: curved ? wanted.square - square : 0 }
    return { tilt, weights, off, dual: logSum - tilt.a * wanted.mean - tilt.b * wanted.square }
  }
  let here = stateAt({ a: 0, b: 0 })
  // Newton doubles the digits near the end; hundreds are for parameters at the edge of feasible.
  for (let round = 0; round < 500; round++) {
    const step = newtonStep(points, here, curved)
    let share = 1
    let next: State
    do {
      next = stateAt({ a: here.tilt.a + share * step.a, b: here.tilt.b + share * step.b })
      share /= 2
    } while (share > 1e-12 && !isBetter(next, here))
    if (!isBetter(next, here)) break
    here = next
  }
  return here.weights
}

/** Where the dual is flat to the last digit, the moments still tell which of two is nearer. */
function isBetter(next: State, here: State): boolean {
  if (Math.abs(next.dual - here.dual) > 1e-12) return next.dual < here.dual
  const miss = ({ off }: State) => Math.max(Math.abs(off.mean), Math.abs(off.square))
  return miss(next) < miss(here)
}

function tiltBy(points: Point[], { a, b }: Tilt): { weights: number[]; logSum: number } {
  const exponents = points.map(({ v, square }) => a * v + b * square)
  const top = Math.max(...exponents)
  const raw = points.map(({ size }, k) => size * Math.exp((exponents[k] ?? 0) - top))
  const sum = raw.reduce((total, weight) => total + weight, 0)
  return { weights: raw.map((weight) => weight / sum), logSum: top + Math.log(sum) }
}

/** The gradient is how far the moments are off; the Hessian is the covariance of (v, v squared). */
function newtonStep(points: Point[], { weights, off }: State, curved: boolean): Tilt {
  const { mean, square } = momentsOf(points, weights)
  let vv = 0
  let vs = 0
  let ss = 0
  points.forEach((point, k) => {
    const weight = weights[k] ?? 0
    vv += weight * (point.v - mean) ** 2
    vs += weight * (point.v - mean) * (point.square - square)
    ss += weight * (point.square - square) ** 2
  })
  const determinant = vv * ss - vs * vs
  if (!curved || determinant <= 1e-14 * vv * ss) return { a: off.mean / vv, b: 0 }
  return {
    a: (ss * off.mean - vs * off.square) / determinant,
    b: (vv * off.square - vs * off.mean) / determinant,
  }
}
