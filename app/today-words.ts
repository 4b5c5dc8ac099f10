// What unfinished forms and notices are called, and where they lead. A draft's form is filed under
// its path after the person's id, so that it leads back to where it was typed.

const forms: Record<string, string> = {
  contact: 'Recording a contact',
  'new-person': 'Adding a person',
}

/** `Recording a contact` */
export const draftWords = (form: string): string =>
  forms[form] ?? `${form.charAt(0).toUpperCase()}${form.slice(1).replaceAll('-', ' ')}`

const paths: Record<string, string> = { contact: 'contacts/new' }

/** The page a draft was typed on. */
export const draftHref = (form: string, subject: string): string =>
  subject
    ? `/people/${subject}/${paths[form] ?? form}`
    : form === 'new-person'
      ? '/people/new'
      : '/'

const notices: Record<string, string> = {
  'involvement-started': 'Another team has started working with somebody you work with',
  'work-ended-question': 'A feed no longer lists somebody. Has the work ended?',
  'file-imported': 'A file of people was taken in for your agency',
  'limited-access-review': 'Limited access is due for review',
}

/** A notice in words, with nobody's name in it. */
export const noticeWords = (kind: string): string => notices[kind] ?? 'Something has changed'
