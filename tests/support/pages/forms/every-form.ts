import type { FormErrand } from './form-case'
import { agreementErrands } from './agreement-errands'
import { confirmingErrands } from './confirming-errands'
import { dateErrands } from './date-errands'
import { factErrands } from './fact-errands'
import { fileErrands } from './file-errands'
import { handoverErrands } from './handover-errands'
import { officeErrands } from './office-errands'
import { otherErrands } from './other-errands'
import { personErrands } from './person-errands'
import { placeErrands } from './place-errands'
import { planErrands } from './plan-errands'
import { propositionErrands } from './proposition-errands'
import { publicationErrands } from './publication-errands'
import { referralErrands } from './referral-errands'
import { readinessErrands } from './readiness-errands'
import { roleErrands } from './role-errands'
import { sharingErrands } from './sharing-errands'
import { teamErrands } from './team-errands'

/** Every form of the build, by whose errand it is tried on. */
export const errands: FormErrand[] = [
  ...personErrands,
  ...planErrands,
  ...dateErrands,
  ...factErrands,
  ...sharingErrands,
  ...confirmingErrands,
  ...teamErrands,
  ...referralErrands,
  ...handoverErrands,
  ...officeErrands,
  ...roleErrands,
  ...agreementErrands,
  ...publicationErrands,
  ...placeErrands,
  ...propositionErrands,
  ...otherErrands,
  ...fileErrands,
]

/** Forms whose errand another journey goes on, since it changes what that one needs. */
export const errandsElsewhere: FormErrand[] = [...readinessErrands]

/** Server actions that are no form with answers, each with why. */
export const notForms: Readonly<Record<string, string>> = {
  ' signOut': 'a button: nothing is typed',
  ' signOutEverywhere': 'a button: nothing is typed',
  ' staySignedIn': 'asked by the page itself',
  'drafts saveDraft': 'asked by the Form itself while one types',
  'drafts discardDraft': 'a button of the Form: tried with each of them',
  'people findFromBar': 'one box, which finds and writes nothing',
  'people/[personId]/contacts/new whoWouldRead': 'asked by the form while one chooses',
  'admin linkAction': 'a button: its answer is shown once, and kept nowhere',
  'place/readiness inviteAction': 'its links are shown once, and kept nowhere',
  'readiness/[link] answerAction':
    'nobody is signed in: a link is used once; tried in answering.spec.ts',
  'sign-in signInAction': 'nobody is signed in: it writes for no one; tried in sign-in.spec.ts',
  'set-password/[link] setPasswordAction':
    'a link is used once, by nobody signed in; see admin.test.ts',
  'sign-in signInAsPracticeAction': 'a button of the practice place: nothing is typed',
}
