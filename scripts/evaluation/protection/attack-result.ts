/** What an attack came to against one method. */
export interface AttackResult {
  attack: string
  method: string
  /** How often it was tried: small cells, groups, people or steps, as the attack has it. */
  trials: number
  /** How often the true value was proved, or, where the attack can but guess, guessed. */
  exact: number
  withinOne: number
  /** The width of the narrowest interval that was proved; null where nothing is proved. */
  narrowestInterval: number | null
  /**
   * How much oftener a person's attribute, or presence, was told rightly than from what the
   * margins alone, or the commoner answer, tell; null where the attack is on a count.
   */
  inferenceGain: number | null
}

/** Counts trials of an attack that proves intervals. */
export function tallyIntervals(
  attack: string,
  method: string,
  widths: readonly number[],
): AttackResult {
  return {
    attack,
    method,
    trials: widths.length,
    exact: widths.filter((width) => width === 0).length,
    withinOne: widths.filter((width) => width <= 2).length,
    narrowestInterval: widths.length === 0 ? null : finite(Math.min(...widths)),
    inferenceGain: null,
  }
}

/** Counts trials of an attack that guesses a count; `misses` are guess less truth. */
export function tallyGuesses(
  attack: string,
  method: string,
  misses: readonly number[],
): AttackResult {
  return {
    attack,
    method,
    trials: misses.length,
    exact: misses.filter((miss) => Math.abs(miss) < 0.5).length,
    withinOne: misses.filter((miss) => Math.abs(miss) < 1.5).length,
    narrowestInterval: null,
    inferenceGain: null,
  }
}

/** Counts trials of an attack that tells something of a person, against a base rate. */
export function tallyInference(
  attack: string,
  method: string,
  trials: readonly { right: boolean; rightWithout: number; proved?: boolean }[],
): AttackResult {
  const right = trials.filter((trial) => trial.right).length
  const without = trials.reduce((sum, { rightWithout }) => sum + rightWithout, 0)
  const proved = trials.filter((trial) => trial.proved === true).length
  return {
    ...{ attack, method, trials: trials.length, exact: proved, withinOne: proved },
    narrowestInterval: null,
    inferenceGain: trials.length === 0 ? null : round((right - without) / trials.length),
  }
}

export const round = (value: number) => Math.round(value * 10_000) / 10_000

const finite = (value: number) => (Number.isFinite(value) ? value : null)
