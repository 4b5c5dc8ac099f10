import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { domainClasses } from './domain-colours'
import { printClass } from './working-only'

export type InvolvedWorker = {
  id: string
  /** The worker, or the team where nobody is named. */
  name: string
  lead?: boolean
  you?: boolean
  /** `Housing First` */
  agency: string
  /** `seen 3 days ago`; left out where this reader may not know. */
  seen?: string | undefined
  phone?: string | undefined
  /** Whose colour the mark has. */
  domain?: string | undefined
  /** May be looked at side by side; else left out of the print of together view. */
  together?: boolean
}

/** A telephone number one can ring by touching it. */
export function PhoneLink({ phone, of }: { phone: string; of: string }) {
  return (
    <Link
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      aria-label={`Ring ${of}, ${phone}`}
      className="whitespace-nowrap"
    >
      {phone}
    </Link>
  )
}

/** Who works with the person, as far as this reader may know, and how to reach each. */
export function Involved({ workers }: { workers: readonly InvolvedWorker[] }) {
  return (
    <ul className="divide-y divide-line">
      {workers.map(({ id, name, lead, you, agency, seen, phone, domain, together }) => (
        <li key={id} className={classes('flex gap-2.5 py-2.5 first:pt-0', printClass(together))}>
          <span
            aria-hidden="true"
            className={classes('keep-colour mt-1.5 size-2.5 shrink-0', domainClasses(domain).fill)}
          />
          <span className="min-w-0 flex-1">
            <strong>{name}</strong>
            {lead ? ' · lead' : null}
            {you ? ' · you' : null}
            <span className="block text-note text-muted">
              {[agency, seen].filter(Boolean).join(' · ')}
            </span>
          </span>
          {phone && !you ? <PhoneLink phone={phone} of={name} /> : null}
        </li>
      ))}
    </ul>
  )
}
