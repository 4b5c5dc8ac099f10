import { classes } from '@/components/ui/classes'

type PersonSearchProps = {
  /** A server action; what is typed goes in the body and never into an address. */
  search: (data: FormData) => Promise<void>
  id: string
  className?: string
  /** What was looked for, to mend it or to clear it. */
  typed?: string | undefined
  /** Where it stands: on the dark bar, or on a card. */
  ground?: 'bar' | 'card'
}

const looks = {
  bar: {
    box: 'border-card/60 bg-card/10 text-card placeholder:text-card',
    button: 'bg-card text-act-deep hover:bg-wash',
  },
  card: {
    box: 'border-2 border-ink bg-card text-ink placeholder:text-muted',
    button: 'bg-act text-card hover:bg-act-deep',
  },
}

/** Finding a person from any page. The field is `q`. */
export function PersonSearch({ search, id, className, typed, ground = 'bar' }: PersonSearchProps) {
  const look = looks[ground]
  return (
    <form
      action={search}
      role="search"
      aria-label={ground === 'bar' ? 'From any page' : 'On this page'}
      className={classes('flex', className)}
    >
      <label htmlFor={id} className="sr-only">
        Find a person by name, date of birth or number
      </label>
      <input
        id={id}
        name="q"
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder="Find a person"
        defaultValue={typed}
        className={classes('min-h-10 min-w-0 flex-1 rounded-l border px-3', look.box)}
      />
      <button type="submit" className={classes('min-h-10 rounded-r px-4 font-bold', look.button)}>
        Find
      </button>
      {typed ? (
        <button type="submit" name="clear" value="yes" className="link ml-4">
          Clear
        </button>
      ) : null}
    </form>
  )
}
