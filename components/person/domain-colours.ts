/** The need domains that have a colour of their own; everything else is drawn in grey. */
export type ColouredDomain =
  'homelessness' | 'substance-use' | 'justice' | 'mental-health' | 'domestic-abuse' | 'money'

type Classes = { fill: string; edge: string }

const colours: Record<ColouredDomain, Classes> = {
  homelessness: { fill: 'bg-homelessness', edge: 'border-homelessness' },
  'substance-use': { fill: 'bg-substance', edge: 'border-substance' },
  justice: { fill: 'bg-justice', edge: 'border-justice' },
  'mental-health': { fill: 'bg-mental', edge: 'border-mental' },
  'domestic-abuse': { fill: 'bg-abuse', edge: 'border-abuse' },
  money: { fill: 'bg-money', edge: 'border-money' },
}

const grey: Classes = { fill: 'bg-muted', edge: 'border-muted' }

/** The classes of a domain's colour. Never the only sign: its name always stands beside it. */
export const domainClasses = (domain: string | undefined): Classes =>
  domain !== undefined && domain in colours ? colours[domain as ColouredDomain] : grey
