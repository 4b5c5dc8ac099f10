import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import type { SummaryRow } from '@/components/ui/summary-list'
import { formatDate } from '@/lib/dates'
import type { FoundService } from '@/lib/directory/queries'
import {
  addressWords,
  ageWords,
  hoursWords,
  needWords,
  waitWords,
  wayWords,
} from '@/lib/directory/words'

const SECTORS = {
  ...{ public: 'Public', private: 'Private', social: 'Charity or social enterprise' },
  informal: 'Informal: people who simply do it',
}

const fact = (term: string, value: ReactNode): SummaryRow => ({
  term,
  value:
    value === null || value === '' ? (
      <NotKnown />
    ) : (
      <span className="whitespace-pre-line wrap-anywhere">{value}</span>
    ),
})
const optional = (term: string, value: string | null) => (value === null ? [] : [fact(term, value)])
const lines = (values: readonly string[]) => (values.length === 0 ? null : values.join('\n'))

/** A link out; an address that no browser should follow is words. */
const outward = (url: string | null) =>
  url !== null && /^https?:\/\//i.test(url) ? (
    <Link href={url} rel="noreferrer external">
      {url}
    </Link>
  ) : (
    url
  )

/** What it is, for whom and whose. */
export const whatItIs = (service: FoundService): SummaryRow[] => [
  ...optional('Note', service.alert),
  fact('About', service.description),
  fact('Needs', lines(needWords(service.needs))),
  fact('For', service.eligibility),
  fact('Ages', ageWords(service.minimum_age, service.maximum_age)),
  fact('Who runs it', service.institution),
  ...optional('About them', service.institution_about),
  fact('Kind', service.sector && SECTORS[service.sector]),
  ...(service.source
    ? [
        fact(
          'Taken from',
          `${service.source}${service.read_on ? `, read on ${formatDate(service.read_on)}` : ''}`,
        ),
      ]
    : []),
]

/** How one gets in, how long one waits, whom to ring. */
export const gettingIn = (service: FoundService): SummaryRow[] => [
  fact('Way in', wayWords(service.way_in)),
  ...optional('What to do', service.how_in),
  fact('Telephone', lines(service.phones)),
  ...optional('Email', service.email),
  ...(service.url ? [fact('Web page', outward(service.url))] : []),
  fact('Wait', waitWords(service.wait_days)),
  fact('People at once', service.capacity === null ? null : String(service.capacity)),
  ...optional('Costs', service.fees),
]

/** Areas, places and hours of a service that may be found. */
export const whereAndWhen = ({ areas, places, hours }: FoundService): SummaryRow[] => [
  fact('Areas it serves', lines(areas ?? [])),
  fact(
    'Where',
    lines(
      (places ?? []).flatMap(({ name, address, access }) => {
        const at = [name, address && addressWords(address)].filter((each) => each !== null)
        return [[...at, ...access].join('\n')].filter(Boolean)
      }),
    ),
  ),
  fact('Hours', lines((hours ?? []).map(hoursWords))),
]
