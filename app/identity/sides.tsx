import { Card } from '@/components/ui/card'
import { SummaryList } from '@/components/ui/summary-list'
import { labelOf, NAME_KINDS } from '@/lib/codes'
import type { Pair, Side } from '@/lib/identity/review'
import { formatPartialDate } from '@/lib/partial-date'
import { IDENTIFIER_TYPES } from '@/lib/people/identifiers'
import { wholeName } from '@/lib/people/identity'

/** A side's first name as one line. */
export function sideName({ names, nameHidden }: Side): string {
  const [first] = names
  if (nameHidden) return 'Name protected'
  return first ? wholeName(first) : 'No name'
}

/** A side's date of birth as one line. */
export function sideBirth({ births }: Side): string {
  const [first] = births
  return first?.year ? formatPartialDate({ ...first, year: first.year }) : 'Not known'
}

const lines = (texts: string[], none: string) =>
  texts.length === 0
    ? none
    : texts.map((text) => (
        <span key={text} className="block">
          {text}
        </span>
      ))

function OneSide({ side, id, differs }: { side: Side; id: string; differs: string[] }) {
  const mark = (field: string, term: string) =>
    differs.includes(field) ? `${term} (differs)` : term
  const names = side.names.map((name) =>
    name.kind === 'legal'
      ? wholeName(name)
      : `${wholeName(name)} (${labelOf(NAME_KINDS, name.kind)})`,
  )
  const births = side.births.flatMap((birth) =>
    birth.year === null ? [] : [formatPartialDate({ ...birth, year: birth.year })],
  )
  const numbers = side.numbers.map(
    ({ type, value }) => `${IDENTIFIER_TYPES.find(({ key }) => key === type)?.label}: ${value}`,
  )
  return (
    <Card title={side.agency} titleId={id}>
      <SummaryList
        rows={[
          {
            term: mark('name', 'Name'),
            value: side.nameHidden ? 'Protected' : lines([...new Set(names)], 'None given'),
          },
          { term: mark('birth', 'Born'), value: lines([...new Set(births)], 'Not known') },
          {
            term: 'Numbers',
            value: side.own ? lines(numbers, 'None') : 'Not shown of another agency’s record',
          },
          ...(side.ref ? [{ term: 'Your number', value: side.ref }] : []),
        ]}
      />
    </Card>
  )
}

/** Two records side by side, with what speaks for and against in words. */
export function Sides({ pair }: { pair: Pair }) {
  const against = pair.levels.filter(({ bits }) => bits < 0).map(({ field }) => field)
  const differs = [
    ...(against.some((field) => ['given', 'family', 'order'].includes(field)) ? ['name'] : []),
    ...(against.includes('birth') ? ['birth'] : []),
  ]
  return (
    <>
      <p className="mb-4">
        <strong>{pair.likely}.</strong> {pair.why}.
      </p>
      <div className="mb-5 grid gap-5 md:grid-cols-2">
        <OneSide side={pair.one} id="one" differs={differs} />
        <OneSide side={pair.other} id="other" differs={differs} />
      </div>
    </>
  )
}
