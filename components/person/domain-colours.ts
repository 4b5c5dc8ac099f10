/** The need domains that have a colour of their own; everything else is drawn in grey. */
export type ColouredDomain =
  'homelessness' | 'substance-use' | 'justice' | 'mental-health' | 'domestic-abuse' | 'money'

type Classes = { fill: string; edge: string; pen: string }

const colours: Record<ColouredDomain, Classes> = {
  homelessness: { fill: 'bg-homelessness', edge: 'border-homelessness', pen: 'text-homelessness' },
  'substance-use': { fill: 'bg-substance', edge: 'border-substance', pen: 'text-substance' },
  justice: { fill: 'bg-justice', edge: 'border-justice', pen: 'text-justice' },
  'mental-health': { fill: 'bg-mental', edge: 'border-mental', pen: 'text-mental' },
  'domestic-abuse': { fill: 'bg-abuse', edge: 'border-abuse', pen: 'text-abuse' },
  money: { fill: 'bg-money', edge: 'border-money', pen: 'text-money' },
}

// Which need an agency is there for, where it is one of these; the others are drawn in grey.
const kinds: Record<string, ColouredDomain> = {
  housing_options: 'homelessness',
  housing_provider: 'homelessness',
  housing_first: 'homelessness',
  day_centre: 'homelessness',
  drug_alcohol: 'substance-use',
  probation: 'justice',
  police: 'justice',
  mental_health: 'mental-health',
  domestic_abuse: 'domestic-abuse',
  jobcentre: 'money',
  benefits: 'money',
  debt_advice: 'money',
}

/** The need domain whose colour an agency of this kind has. */
export const agencyDomain = (kind: string): ColouredDomain | undefined => kinds[kind]

const grey: Classes = { fill: 'bg-muted', edge: 'border-muted', pen: 'text-muted' }

/** The classes of a domain's colour. Never the only sign: its name always stands beside it. */
export const domainClasses = (domain: string | undefined): Classes =>
  domain !== undefined && domain in colours ? colours[domain as ColouredDomain] : grey
