'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { offeredIn } from '@/components/person/offered-in'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { Option } from '@/components/ui/select'
import { CAME_FROM, NOT_CHOSEN } from '@/lib/team/lists'
import { endAction, startAction, workerAction, workerEndAction } from './actions'

type Props = { given: GivenForm }

/** A team begins to work with them. */
export function StartForm({ given, teams, people }: Props & { teams: Option[]; people: Option[] }) {
  const [only] = teams
  return (
    <PersonForm
      given={given}
      title="Start working with them"
      action={startAction}
      schema={() => import('@/lib/team/schema').then((it) => it.startSchema)}
      end={{ submit: 'Start work' }}
      back="/team"
    >
      {only && teams.length === 1 ? (
        <input type="hidden" name="teamId" value={only.value} />
      ) : (
        <RadioField name="teamId" label="Which team?" options={teams} />
      )}
      <RadioField name="cameFrom" label="What did it come from?" options={offers(CAME_FROM)} />
      <SelectField
        name="worker"
        label="Who works with them? (optional)"
        empty="Nobody yet"
        options={people}
      />
      <TickField name="lead" label="They lead for everyone in your agency" />
    </PersonForm>
  )
}

/** The team's work ends, with why and what the next worker should know. */
export function EndForm({ given, involvementId }: Props & { involvementId: string }) {
  return (
    <PersonForm
      given={given}
      title="End this work"
      action={endAction}
      schema={() => import('@/lib/team/schema').then((it) => it.endSchema)}
      end={{ submit: 'End work', tone: 'warning' }}
      back="/team"
    >
      <input type="hidden" name="involvementId" value={involvementId} />
      <RadioField
        name="reason"
        label="Why does it end?"
        hint="About the work, not about the person"
        options={offeredIn(given, 'end_reason').filter(({ value }) => !NOT_CHOSEN.includes(value))}
      />
      <DateField name="endsOn" label="Last day" />
      <TextAreaField
        name="handover"
        label="What should the next worker know?"
        hint="What was agreed, what is unfinished, what works with them"
      />
    </PersonForm>
  )
}

type WorkerProps = Props & { involvementId: string; people: Option[] }

/** One more named worker, or another lead. */
export function WorkerForm({ given, involvementId, people }: WorkerProps) {
  return (
    <PersonForm
      given={given}
      title="Name a worker"
      action={workerAction}
      schema={() => import('@/lib/team/schema').then((it) => it.workerSchema)}
      end={{ submit: 'Save worker' }}
      back="/team"
    >
      <input type="hidden" name="involvementId" value={involvementId} />
      <SelectField name="worker" label="Who?" options={people} />
      <TickField
        name="lead"
        label="They lead"
        hint="Whoever led in your agency before stays a worker"
      />
    </PersonForm>
  )
}

type WorkerEndProps = Props & { involvementId: string; workerId: string }

/** Taken off; the team's work goes on. */
export function WorkerEndForm({ given, involvementId, workerId }: WorkerEndProps) {
  return (
    <PersonForm
      given={given}
      title="Take a worker off"
      action={workerEndAction}
      schema={() => import('@/lib/team/schema').then((it) => it.workerEndSchema)}
      end={{ submit: 'Take off' }}
      back="/team"
    >
      <input type="hidden" name="involvementId" value={involvementId} />
      <input type="hidden" name="workerId" value={workerId} />
      <DateField name="endsOn" label="Last day" />
    </PersonForm>
  )
}
