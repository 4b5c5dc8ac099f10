const notices: Record<string, string> = {
  'involvement-started': 'Another team has started working with somebody you work with',
  'work-ended-question': 'A feed no longer lists somebody. Has the work ended?',
  'file-imported': 'A file of people was taken in for your agency',
  'wrong-link': 'Two records had been linked by mistake. Incidents has who saw what',
  'limited-access-review': 'Limited access is due for review',
}

/** A notice in words, with nobody's name in it. */
export const noticeWords = (kind: string): string => notices[kind] ?? 'Something has changed'
