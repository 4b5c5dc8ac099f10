import 'server-only'
import { readPublished } from '@/lib/insight/published-database'
import { publishPage, publishService } from './rules/publish-service'
import { serviceOf, type ServiceRow } from './rules/service-row'

/** What a reader of the public directory may ask of a list. */
export type ListAsk = { page: number; perPage: number }

const serviceColumns = `s.id, s.name, s.description, s.status, s.url, s.email, s.phones, s.fees, s.alert,
  s.minimum_age, s.maximum_age, s.confirmed_on::text, s.withheld, s.places, s.areas, s.hours, s.terms,
  to_char(s.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as changed_at,
  case when i.id is not null then jsonb_strip_nulls(jsonb_build_object('id', i.id, 'name', i.name,
    'description', coalesce(i.description, i.name), 'website', i.website)) end as organization`
const from =
  'from place.public_service s left join place.public_institution i on i.id = s.institution_id'

// Answers of one edition of the directory, ready made; another edition empties them.
const kept: { edition: string; answers: Map<string, string> } = { edition: '', answers: new Map() }
const KEPT = 200

/** An answer ready made, if nothing has changed since; else made and kept. */
async function keptAnswer(key: string, make: () => Promise<string>): Promise<string> {
  const [row] = await readPublished<{ number: string }>('select number from place.edition')
  const edition = row?.number ?? ''
  if (edition !== kept.edition) {
    kept.edition = edition
    kept.answers.clear()
  }
  const found = kept.answers.get(key)
  if (found !== undefined) return found
  const made = await make()
  // A change while it was made would be kept past its time.
  if (kept.edition === edition && kept.answers.size < KEPT) kept.answers.set(key, made)
  return made
}

type Counted = { total: number }

/** A page of services, as the standard has it, in JSON. */
export const getServicesPage = ({ page, perPage }: ListAsk) =>
  keptAnswer(`services ${page} ${perPage}`, async () => {
    const [count] = await readPublished<Counted>(
      'select count(*)::int as total from place.public_service',
    )
    const rows = await readPublished<ServiceRow>(
      `select ${serviceColumns} ${from} order by s.id limit $1 offset $2`,
      [perPage, (page - 1) * perPage],
    )
    const total = count?.total ?? 0
    return JSON.stringify(publishPage(rows.map(serviceOf), { page, perPage, total }))
  })

/** One service in full, in JSON; null where none is published under the id. */
export async function getPublishedService(id: string): Promise<string | null> {
  const [row] = await readPublished<ServiceRow>(
    `select ${serviceColumns} ${from} where s.id = $1`,
    [id],
  )
  return row ? JSON.stringify(publishService(serviceOf(row))) : null
}

type Organization = { id: string; name: string; description: string | null; website: string | null }

const publishOrganization = ({ id, name, description, website }: Organization) => ({
  ...{ id, name, description: description ?? name },
  ...(website === null ? {} : { website }),
})

/** A page of organisations, in JSON. */
export const getOrganizationsPage = ({ page, perPage }: ListAsk) =>
  keptAnswer(`organizations ${page} ${perPage}`, async () => {
    const [count] = await readPublished<Counted>(
      'select count(*)::int as total from place.public_institution',
    )
    const rows = await readPublished<Organization>(
      'select * from place.public_institution order by id limit $1 offset $2',
      [perPage, (page - 1) * perPage],
    )
    const total = count?.total ?? 0
    const pages = Math.ceil(total / perPage)
    return JSON.stringify({
      ...{ total_items: total, total_pages: pages, page_number: page, size: rows.length },
      ...{ first_page: page === 1, last_page: page >= pages, empty: rows.length === 0 },
      contents: rows.map(publishOrganization),
    })
  })

/** One organisation, in JSON; null where none is published under the id. */
export async function getPublishedOrganization(id: string): Promise<string | null> {
  const [row] = await readPublished<Organization>(
    'select * from place.public_institution where id = $1',
    [id],
  )
  return row ? JSON.stringify(publishOrganization(row)) : null
}
