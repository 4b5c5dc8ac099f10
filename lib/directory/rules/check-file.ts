import { checkAnswer, isPage, type Answer } from './check-answer'
import { Findings, type Report } from './report'

/** Where a JSON text breaks, in a sentence. */
function parseJson(text: string): { value: unknown } | { reason: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown }
  } catch (error) {
    if (text.trim() === '') return { reason: 'is empty' }
    if (/^\s*</.test(text)) return { reason: 'is a web page or XML, not JSON' }
    return { reason: `is no JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** A body as JSON: its value, or why it is none. Only UTF-8 is JSON (RFC 8259). */
export function readJson(bytes: Uint8Array): { value: unknown } | { reason: string } {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { reason: 'is not UTF-8, as JSON must be' }
  }
}

const servicesIn = ({ kind, items }: Answer) => (kind === 'service' ? items.length : 0)

/** Says so where a file holds one page of several. */
function warnOfRest({ facts }: Answer, findings: Findings): void {
  const { page_number: number = 1, total_pages: pages } = facts ?? {}
  if (pages === undefined || pages <= 1) return
  findings.warn('/total_pages', `is ${pages}: this is page ${number}, and the others are not here`)
}

/**
 * Checks a file: one page, one thing, a list of things, or a list of the pages of one feed. Never
 * throws for what is in it.
 *
 * @param take what is done with each page when it has been checked
 */
export function checkFile(
  bytes: Uint8Array,
  take: (answer: Answer) => void = () => undefined,
): Report {
  const findings = new Findings()
  const read = readJson(bytes)
  const end = (pages: number, services: number): Report => ({
    ...{ pages, services },
    ...{ errors: findings.list('errors'), warnings: findings.list('warnings') },
  })
  if ('reason' in read) {
    findings.error('', read.reason)
    return end(0, 0)
  }
  const { value } = read
  if (Array.isArray(value) && value.length > 0 && value.every(isPage)) {
    const answers = value.map((page: unknown, place) => {
      findings.where = `/${place}`
      const answer = checkAnswer(page, null, findings)
      take(answer)
      return answer
    })
    const services = answers.reduce((sum, answer) => sum + servicesIn(answer), 0)
    return end(answers.length, services)
  }
  const answer = checkAnswer(value, null, findings)
  take(answer)
  warnOfRest(answer, findings)
  return end(1, servicesIn(answer))
}
