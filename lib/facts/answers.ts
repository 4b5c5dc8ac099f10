import { ETHNICITY } from '@/lib/code-lists/ethnicity'
import { GENDERS, labelOf, SEXES } from '@/lib/codes'

/** What one entry holds of what somebody says of themselves; an import's may hold several. */
export type Answers = {
  pronouns: string | null
  sex: string | null
  gender: string | null
  genderWords: string | null
  ethnicity: string | null
}

const unsaid = ['not_asked', 'not_known', 'prefer_not_to_say']

/** The four that are asked, each with its answer in words; null where the entry holds none. */
export const ANSWERS = [
  { label: 'Pronouns', key: 'pronouns', say: ({ pronouns }: Answers) => pronouns },
  { label: 'Sex', key: 'sex', say: ({ sex }: Answers) => sex && labelOf(SEXES, sex) },
  {
    label: 'Gender',
    key: 'gender',
    say: ({ gender, genderWords }: Answers) => gender && (genderWords ?? labelOf(GENDERS, gender)),
  },
  {
    label: 'Ethnic group',
    key: 'ethnicity',
    say: ({ ethnicity }: Answers) => ethnicity && labelOf(ETHNICITY, ethnicity),
  },
] as const

/** Whether an answer says nothing of the person: two agencies do not differ by it. */
export const isUnsaid = (answer: string | null): boolean => unsaid.includes(answer ?? '')

/** A whole entry in words: `Sex: Female, Ethnic group: Irish`. */
export const sayAnswers = (answers: Answers): string =>
  ANSWERS.flatMap(({ label, say }) => {
    const words = say(answers)
    return words ? [`${label}: ${words}`] : []
  }).join(', ')
