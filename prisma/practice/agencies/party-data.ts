import type { Condition, Party } from './agency-types'

type Kind = Omit<Party, 'agencyKey' | 'joinedDay' | 'leftDay' | 'signatories'>

const condition = (article: string, text: string): Condition => ({ article, text })

const care = condition('Art. 9(2)(h)', 'Health or social care, with a duty of confidence')
const safeguarding = condition(
  'Art. 9(2)(g)',
  'Safeguarding people at risk: DPA 2018 Sch. 1 para. 18',
)
const support = condition('Art. 9(2)(g)', 'Support for people with a disability: Sch. 1 para. 16')
const counselling = condition('Art. 9(2)(g)', 'Confidential advice and support: Sch. 1 para. 17')
const offences = condition('Art. 10', 'Offence data under DPA 2018 Sch. 1 Part 2')

const publicTask = 'Public task: UK GDPR Art. 6(1)(e)'
const interests = 'Legitimate interests: UK GDPR Art. 6(1)(f)'
const MULTIPLE = 'Digital Economy Act 2017 s.35 (multiple disadvantages)'

const council = (gateway: string): Kind => ({
  lawfulBasis: publicTask,
  conditions: [safeguarding, offences],
  gateway,
  confidentiality: 'statute',
  regime: 'uk_gdpr',
})

const health: Kind = {
  lawfulBasis: publicTask,
  conditions: [care, safeguarding],
  gateway: null,
  confidentiality: 'explicit_consent',
  regime: 'uk_gdpr',
}

const charity = (conditions: Condition[], confidential = true): Kind => ({
  lawfulBasis: interests,
  conditions,
  gateway: null,
  confidentiality: confidential ? 'explicit_consent' : 'not_confidential',
  regime: 'uk_gdpr',
})

/** On what ground each party shares (docs/rules/the-fields-facts.md). Invented, not advice. */
export const partyGrounds: Record<string, Kind> = {
  probation: {
    lawfulBasis: 'Law enforcement purpose: DPA 2018 s.35',
    conditions: [condition('Sch. 8 para. 1', 'Functions given by law'), offences],
    gateway: 'Crime and Disorder Act 1998 s.115; Criminal Justice Act 2003 s.325',
    confidentiality: 'statute',
    regime: 'part_3',
  },
  police: {
    lawfulBasis: 'Law enforcement purpose: DPA 2018 s.35',
    conditions: [condition('Sch. 8 para. 4', 'Safeguarding of individuals at risk'), offences],
    gateway: 'Crime and Disorder Act 1998 s.115',
    confidentiality: 'public_interest',
    regime: 'part_3',
  },
  options: council(`Housing Act 1996 Part 7; ${MULTIPLE}`),
  asc: council('Care Act 2014 ss.6, 42 and 45'),
  jobcentre: {
    lawfulBasis: publicTask,
    conditions: [safeguarding],
    gateway: `Welfare Reform Act 2012 ss.127 to 131; ${MULTIPLE}`,
    confidentiality: 'explicit_consent',
    regime: 'uk_gdpr',
  },
  cmh: health,
  dna: health,
  gp: health,
  hospital: health,
  meadow: charity([safeguarding], false),
  riverside: charity([safeguarding], false),
  hf: charity([support, safeguarding]),
  lantern: charity([support, safeguarding]),
  haven: charity([counselling, safeguarding]),
  debt: charity([counselling]),
  youth: charity([support, safeguarding]),
  legal: charity([counselling]),
}
