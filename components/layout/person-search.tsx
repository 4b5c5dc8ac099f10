import { classes } from '@/components/ui/classes'

type PersonSearchProps = {
  /** A server action; what is typed goes in the body and never into an address. */
  search: (data: FormData) => Promise<void>
  id: string
  className?: string
}

/** Finding a person from any page. The field is `q`. */
export function PersonSearch({ search, id, className }: PersonSearchProps) {
  return (
    <form action={search} role="search" className={classes('flex', className)}>
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
        className={
          'min-h-10 min-w-0 flex-1 rounded-l border border-card/60 bg-card/10 px-3 text-card ' +
          'placeholder:text-card'
        }
      />
      <button
        type="submit"
        className="min-h-10 rounded-r bg-card px-4 font-bold text-act-deep hover:bg-wash"
      >
        Find
      </button>
    </form>
  )
}
