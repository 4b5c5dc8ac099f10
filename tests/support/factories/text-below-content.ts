/**
 * Text is content: what a worker types freely lives in tables at *content*. Each column of text in
 * a table that shows at less is held to a list (a check, or a code list), or stands here with why
 * it may be read by everybody who may read the entry's headline. A new one is a decision, and is
 * made here.
 */
export const textBelowContent: Readonly<Record<string, string>> = {
  // Who somebody is: these are the facts themselves.
  'person_name.given': 'a name',
  'person_name.middle': 'a name',
  'person_name.family': 'a name',
  'person_name.sort_key': 'the name, as lists are sorted by it',
  'person_name.norm': 'the name, as names are compared',
  'identity_detail.pronouns': 'how to speak of somebody; forty characters at most',
  // What keeps people safe is read whole by everybody who may open the person (question 3), and is
  // given as safety and as nothing else.
  'adjustment.detail': 'safety',
  'own_words.words': 'safety, agreed with the person for everybody who may open them',
  'own_words.ask_first': 'safety, agreed with the person for everybody who may open them',
  'safe_contact.hours': 'safety',
  'safe_contact.cover_name': 'safety',
  'safe_contact.note': 'safety',
  'warning.headline': 'the safety part of a warning: what to do, in eighty characters',
  // Whom to ring.
  'involvement_worker.worker_name': 'the name of a worker, from their account or a feed',
  'involvement_worker.worker_phone': 'the number of a worker, from their account or a feed',
  'appointment.worker_name': 'the name of a worker, from a feed',
  'appointment.kind': 'by a feed always the same, by hand one of a list (work.book_appointment)',
  'referral.answer': 'accepted or declined, held by a check of two columns',
  'referral.to_name': 'the name of a service that is not on the system, as in a directory',
  // The giving team's alone, whatever an agreement says.
  'unnamed.description': 'read by the team that met them and nobody else',
  'unnamed.seen_where': 'read by the team that met them and nobody else',
}
