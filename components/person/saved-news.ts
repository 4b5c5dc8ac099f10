type News = { words: string; link?: { words: string; to: (id: string) => string } }

// By the word that the address carries after a save. Said as done; the link is how it is put right.
const news: Readonly<Record<string, News>> = {
  contact: {
    words: 'Contact saved.',
    link: { words: 'Correct it', to: (id) => `/contacts/${id}` },
  },
  corrected: { words: 'Correction saved. The earlier words stay in the history.' },
  headline: { words: 'Correction saved. What stood there before is in the history.' },
  withdrawn: { words: 'Contact withdrawn. It stays, struck through, with your reason.' },
  recategorised: { words: 'Changed. It took effect at once.' },
  need: { words: 'Rating saved.' },
  assessment: { words: 'Assessment saved.' },
  'rating-withdrawn': { words: 'Rating withdrawn. Your own agency still sees it, marked.' },
  'assessment-withdrawn': { words: 'Assessment withdrawn. Nobody reads it any more.' },
  warning: { words: 'Warning saved.' },
  'warning-ended': { words: 'Warning ended.' },
  fact: { words: 'Saved.' },
  'fact-ended': { words: 'Ended. It stays in the history.' },
  address: { words: 'Address saved. Nothing else was changed: tell the agencies that need it.' },
  'work-started': { words: 'Work started. The others involved have been told.' },
  'work-ended': { words: 'Work ended. Your agency keeps its own file.' },
  worker: { words: 'Worker saved.' },
  'worker-ended': { words: 'Worker taken off.' },
  choice: { words: 'Recorded. It counts from now.' },
  'choice-withdrawn': { words: 'Withdrawn. It counts from now.' },
  'cohort-in': { words: 'In the cohort from now.' },
  'cohort-out': { words: 'Out of the cohort from now. Other agencies’ entries are closed.' },
  whereabouts: { words: 'Whereabouts are protected from now.' },
  'whereabouts-ended': { words: 'Whereabouts are no longer protected.' },
  name: { words: 'The name is protected from now.' },
  'name-ended': { words: 'The name is no longer protected.' },
  limited: { words: 'Access is limited from now.' },
  'limited-ended': { words: 'Access is no longer limited.' },
  named: { words: 'The named people have changed.' },
  harm: { words: 'Harm link saved. It shows on this page only.' },
  'harm-ended': { words: 'Harm link ended.' },
  conflict: { words: 'They can no longer open this person.' },
  death: {
    words: 'Recorded. Your agency’s work has ended; the others involved are asked to confirm.',
  },
  'death-undone': { words: 'Undone. Work and appointments are as they were.' },
  date: { words: 'Booked.' },
  'date-agree': { words: 'They have agreed to it.' },
  'date-became': { words: 'Recorded what became of it.' },
  'date-move': { words: 'Moved. When it was before stands beside it.' },
  'date-answer': { words: 'Answered. The service that offered it reads your answer here.' },
  'date-offer': { words: 'Offered. The service that booked it answers here.' },
  'date-undo': { words: 'Undone.' },
  'hard-time': { words: 'Saved. Dates at that time are called out.' },
  'hard-time-ended': { words: 'That time works again.' },
  goal: {
    words: 'Goal saved.',
    link: { words: 'Record what they say of it', to: (id) => `/plan/goals/${id}/asked` },
  },
  'goal-reworded': { words: 'Said anew. The earlier words stay in the versions.' },
  'goal-ended': { words: 'Goal ended.' },
  asked: { words: 'Recorded what they said.' },
  'plan-action': { words: 'Action added. Whoever is named takes it on for themselves.' },
  'plan-take': { words: 'You have taken it on.' },
  'plan-move': { words: 'Date moved. The day before and why stand beside it.' },
  'plan-done': { words: 'Ticked off as done.' },
  'plan-not-done': { words: 'Ticked off as not done.' },
  'plan-undo': { words: 'Open again.' },
  'plan-remove': { words: 'Taken out of the plan.' },
  review: { words: 'Review planned.' },
  'review-held': { words: 'Review recorded.' },
  'review-dropped': { words: 'The review does not take place.' },
  strength: { words: 'Saved.' },
  'held-plan': { words: 'Line added. Nothing in that plan is copied here.' },
  'line-ended': { words: 'Ended.' },
  waits: {
    words: 'Asked. It waits for the custodian or their manager. Today will tell you what they say.',
  },
}

/** What to say after a save, by the words in the address; null for words that are not ours. */
export function savedNews(personId: string, saved: string, of: string) {
  const found = Object.hasOwn(news, saved) ? news[saved] : undefined
  if (!found) return null
  const id = /^[0-9a-f-]{36}$/.test(of) ? of : ''
  const link =
    found.link && id
      ? { words: found.link.words, href: `/people/${personId}${found.link.to(id)}` }
      : null
  return { words: found.words, link }
}
