/** What a pasted address or a reference names: a whole identity, or its last six characters. */
export function referenceIn(typed: string): string | null {
  const whole = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.exec(typed)
  if (whole) return whole[0].toLowerCase()
  const short = typed.replace(/\s/g, '').toLowerCase()
  return /^[0-9a-f]{6}$/.test(short) ? short : null
}
