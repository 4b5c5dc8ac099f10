import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { SHOW, SORTS, type CaseloadAsk } from '@/lib/caseload/schema'

type Props = {
  ask: CaseloadAsk
  colleagues: { userId: string; name: string }[]
  teams: { id: string; name: string }[]
}

const options = (list: readonly { key: string; label: string }[]) =>
  list.map(({ key, label }) => ({ value: key, label }))

/** What is shown, whose, in what order: a plain form of a plain address, codes and ids only. */
export function Filters({ ask, colleagues, teams }: Props) {
  const everybody = { value: '', label: 'all' }
  return (
    <form
      method="get"
      action="/caseload"
      className="no-print mb-4 flex flex-wrap items-end gap-3 *:mb-0"
    >
      <Select
        id="show"
        name="show"
        label="Show"
        labelSize="s"
        options={options(SHOW)}
        defaultValue={ask.show}
      />
      <Select
        id="worker"
        name="worker"
        label="Practitioner"
        labelSize="s"
        options={[
          everybody,
          ...colleagues.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
        defaultValue={ask.worker ?? ''}
      />
      {teams.length > 1 ? (
        <Select
          id="team"
          name="team"
          label="Team"
          labelSize="s"
          options={[everybody, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          defaultValue={ask.team ?? ''}
        />
      ) : null}
      <Select
        id="sort"
        name="sort"
        label="Sort"
        labelSize="s"
        options={options(SORTS)}
        defaultValue={ask.sort}
      />
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  )
}
