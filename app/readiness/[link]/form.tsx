'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { ScaleField } from '@/components/form/scale-field'
import { TextAreaField } from '@/components/form/text-fields'
import type { FormValues } from '@/lib/form-state'
import { answerAction } from './actions'

type Props = {
  link: string
  own: string
  formKey: string
  submit: string
  values: FormValues
  parts: { key: string; label: string; asked: { no: number; words: string }[] }[]
  statements: number
}

/** Every statement of a round, by its part, each with a place for words. */
export function AnswerForm({ link, own, formKey, submit, values, parts, statements }: Props) {
  return (
    <Form
      action={answerAction.bind(null, link)}
      schema={() => import('@/lib/readiness/schema').then((it) => it.sheetSchema(statements))}
      formKey={formKey}
      values={values}
      end={{ submit }}
    >
      <input type="hidden" name="own" value={own} autoComplete="off" />
      {parts.map(({ key, label, asked }) => (
        <section key={key} aria-labelledby={`part-${key}`} className="mb-8">
          <h2 id={`part-${key}`} className="mb-4 border-b-2 border-ink pb-1 text-heading-m">
            {label}
          </h2>
          {asked.map(({ no, words }) => (
            <div key={no} className="mb-8">
              <ScaleField name={`score${no}`} label={words} />
              <details className="-mt-4" open={Boolean(values[`comment${no}`])}>
                <summary className="link w-fit">
                  Say more<span className="sr-only"> on: {words}</span>
                </summary>
                <div className="mt-3">
                  <TextAreaField
                    name={`comment${no}`}
                    label="Your words"
                    labelSize="s"
                    hint="They may be shown as you write them. Name nobody"
                    rows={3}
                  />
                </div>
              </details>
            </div>
          ))}
        </section>
      ))}
    </Form>
  )
}
