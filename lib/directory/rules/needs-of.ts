import type { ListedService } from './listed-service'

/**
 * Which sides of life a service is about, by the words it and its terms use: feeds have no common
 * list of needs. Read from words, so that some are missed; a wrong one costs a worker a look.
 */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['homelessness', /\bhomeless|\bhousing\b|\btenan(t|c)|\bhostel|\brough sleep|\bevict|\bshelter/i],
  ['substance_use', /\bdrugs?\b|\balcohol|\bsubstance|\baddict|\brecovery\b|\bneedle exchange/i],
  ['justice', /\bprobation|\boffend|\bprison|\bcriminal justice|\bresettlement/i],
  ['mental_health', /\bmental(ly)?\b|\bcounsel|\btherap(y|ies)|\banxi|\bdepress|\bsuicid/i],
  ['domestic_abuse', /\bdomestic (abuse|violence)|\brefuges?\b|\bwomen[’']?s aid\b/i],
  ['money', /\bdebt|\bbenefits?\b|\bmoney\b|\bfood ?bank|\bfinancial|\bwelfare rights/i],
  ['physical_health', /\bhealth (check|centre)|\bnurs|\bGP\b|\bdentist|\bpharmac|\bwound/i],
  ['isolation', /\bisolat|\blonel|\bbefriend|\bsocial club|\bcoffee morning|\blunch club/i],
  ['work', /\bemploy|\bjobs?\b|\bvolunteer|\btraining\b|\bskills\b|\bapprentic/i],
]

/** The needs, of those that may be named, that the words of a service are about. */
export function needsOf(service: ListedService, known: readonly string[]): string[] {
  const words = [service.name, service.description, ...service.terms.map(({ name }) => name)]
  const text = words.filter((each) => each !== null).join('\n')
  return WORDS.flatMap(([need, found]) => (known.includes(need) && found.test(text) ? [need] : []))
}
