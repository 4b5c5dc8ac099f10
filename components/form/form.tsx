'use client'
// The one form. It checks before sending, keeps typing and moves the focus, so it needs the
// browser; without JavaScript the same markup is a plain post.

import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import { useForm } from 'react-hook-form'
import type { FormAction, FormState, FormValues } from '@/lib/form-state'
import { FORM_KEY, FORM_VERSION, newForm, textOf } from '@/lib/form-state'
import { ErrorSummary } from '@/components/ui/error-summary'
import { DraftLine } from './draft-line'
import { FormContext } from './form-context'
import type { FormEndProps } from './form-end'
import { FormEnd } from './form-end'
import { FormTitle } from './form-title'
import { ConflictNotice, RestoredNotice } from './form-notices'
import { useCheck, wordsOf, type LoadSchema } from './use-check'
import type { Draft } from './use-draft'
import { useDraft } from './use-draft'
import { useFormKey } from './use-form-key'
import { useSending } from './use-sending'
import { useTypedBefore } from './use-typed-before'

export type FormProps = {
  /**
   * The page's title, without the name of the service. A page with a form leaves `metadata.title`
   * out, so that `Error: ` can stand before it. Only a second form on a page has none.
   */
  title?: string
  /** A server action made by `formAction`. */
  action: FormAction
  /** The schema the action parses too; here it saves a round trip. */
  schema: LoadSchema
  /** A new uuid for each rendering of the page: the same words sent twice are saved once. */
  formKey: string
  /** What the fields start with: stored values, or a kept draft. */
  values?: FormValues
  /** The version of the row being edited. */
  version?: number | string
  draft?: Draft
  /** The button at the end. */
  end: FormEndProps
  /** Starts every field's id; needed when a page has two forms. */
  id?: string
  children: ReactNode
}

/**
 * A form with GOV.UK behaviour: checked when sent, everything wrong said at the top and beside its
 * field in the same words, typed values kept, and all of it again without JavaScript.
 */
export function Form(props: FormProps) {
  // It starts afresh when kept words are thrown away, so that they leave the screen too. Nothing
  // else may change this key, or what came back without script would be lost.
  return <FormOnce key={props.draft?.restored ? 'kept' : 'new'} {...props} />
}

function FormOnce(props: FormProps) {
  const { action, schema, formKey, values, version, draft, end, id, title, children } = props
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const { state, plain, send, sending } = useSending(action, newForm(values))
  const keeping = useDraft(form, draft)
  const { key, markSent } = useFormKey(formKey)
  useTypedBefore(form, formKey, keeping.changed)
  const { register, handleSubmit, formState } = useForm<Record<string, unknown>>({
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    resolver: useCheck(form, schema),
  })

  const own = formState.errors
  const shown = useMemo(
    (): Pick<FormState, 'errors' | 'message' | 'conflict'> =>
      Object.keys(own).length > 0 ? { errors: wordsOf(own) } : state,
    [own, state],
  )
  const idOf = (name: string) => (id && name ? `${id}-${name}` : name)
  const wrong = Object.keys(shown.errors).length > 0 || Boolean(shown.message)
  useEffect(() => {
    if (wrong || shown.conflict) summary.current?.focus()
  }, [shown, wrong])

  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent
    // A button with an action of its own (throw the draft away) is not this form being sent.
    if (submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    if (sending || formState.isSubmitting) return
    const data = new FormData(event.currentTarget, submitter)
    void handleSubmit(() => {
      keeping.stop()
      markSent()
      send(data)
    })(event)
  }

  const errors = Object.entries(shown.errors).map(([name, words]) => [idOf(name), words])
  return (
    <FormContext value={{ values: state.values, shown, idOf, register }}>
      <form ref={form} action={plain} onSubmit={submit} onInput={keeping.changed} noValidate>
        <input type="hidden" name={FORM_KEY} value={key} autoComplete="off" />
        {version === undefined ? null : (
          <input
            type="hidden"
            name={FORM_VERSION}
            value={textOf(state.values, FORM_VERSION) || String(version)}
          />
        )}
        {title ? <FormTitle title={title} wrong={wrong} /> : null}
        <ErrorSummary
          ref={wrong ? summary : undefined}
          errors={Object.fromEntries(errors) as Record<string, string>}
          message={shown.message}
        />
        {shown.conflict ? (
          <div ref={wrong ? undefined : summary} tabIndex={-1}>
            <ConflictNotice {...shown.conflict} />
          </div>
        ) : null}
        {draft?.restored ? <RestoredNotice {...draft.restored} /> : null}
        {children}
        <FormEnd {...end} sending={sending}>
          {draft ? <DraftLine status={keeping.status} /> : null}
        </FormEnd>
      </form>
    </FormContext>
  )
}
