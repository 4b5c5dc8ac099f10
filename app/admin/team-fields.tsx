'use client'
// Fields only; the one Form needs the browser.

import { asOptions } from '@/components/form/as-options'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/text-fields'
import type { Option } from '@/components/ui/select'
import { rolesOf } from '@/lib/admin/lists'

/** In which role, called what, for which teams. */
export function RoleFields({ teams, host }: { teams: Option[]; host: boolean }) {
  return (
    <>
      <RadioField
        name="role"
        label="Role"
        hint="Practitioners, managers and limited workers see people. The others see none, or a narrow part. All but administrators and commissioners wait for a second person to agree, and are nobody’s to give themselves"
        options={asOptions(rolesOf(host))}
      />
      <TextField
        name="jobTitle"
        label="Job title"
        hint="As colleagues know it. May be left empty"
        width="half"
      />
      <CheckboxField
        name="teams"
        label="Teams they work for"
        hint="Needed for those who see people"
        options={teams}
      />
    </>
  )
}
