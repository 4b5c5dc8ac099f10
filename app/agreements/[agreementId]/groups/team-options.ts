import type { Option } from '@/components/ui/select'

/** Teams as tick boxes, each with its agency. */
export const teamOptions = (
  teams: readonly { id: string; name: string; agency: string }[],
): Option[] =>
  teams.map(({ id, name, agency }) => ({
    value: id,
    label: name.startsWith(agency) ? name : `${agency}: ${name}`,
  }))
