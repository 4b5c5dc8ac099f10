const notices: Record<string, string> = {
  'worker-named': 'You have been named as somebody’s worker',
  'involvement-started': 'Another team has started working with somebody you work with',
  'record-joined': 'Another record was joined to somebody you work with',
  'record-parted':
    'A record joined to somebody you work with by mistake was taken away. What it said was not theirs',
  'work-ended-question': 'A feed no longer lists somebody. Has the work ended?',
  'file-imported': 'A file of people was taken in for your agency',
  'file-checked': 'A file you sent has been checked. Look at it before it goes in',
  'file-done': 'A file you sent has gone in. Look at what became of it',
  'file-stopped': 'A file you sent stopped. Look at why',
  'wrong-link': 'Two records had been linked by mistake. Incidents has who saw what',
  'limited-access-review': 'Limited access is due for review',
  objection:
    'Somebody you work with objected to sharing. Their Sharing page says what it holds back',
  'act-agreed': 'What you asked for was agreed, and counts from now',
  'act-declined': 'What you asked for was not agreed. Ring the partnership desk if you disagree',
  'act-undone': 'What you asked for was undone',
  'act-done':
    'Somebody protected or barred somebody, or took a name off. You can look at it and undo it',
  'limited-named': 'Access to somebody is limited, and you are named',
  'limited-off':
    'You are no longer named on a record that is limited. If that is wrong, ring the partnership desk',
  'word-confirmed': 'What you wrote down about sharing was confirmed',
  'word-not-confirmed':
    'What you wrote down about sharing was not confirmed. Their Sharing page says why',
  'party-asked': 'Your agency is asked to be a party to a sharing agreement. Answer for it',
  'party-yes': 'An agency you asked is a party to the agreement now',
  'party-no': 'An agency you asked will not be a party to the agreement',
  'referral-accepted': 'A referral you sent was accepted',
  'referral-declined': 'A referral you sent was declined. Read why',
  'referral-started': 'Work has started on a referral you sent',
  'referral-ended': 'A referral you sent has ended. Read what came of it',
  'referral-amended': 'A referral to your team was amended',
  'referral-withdrawn': 'A referral to your team was taken back',
  'handover-asked': 'A handover waits for your word',
  'handover-moved': 'A handover is done: both said so',
  'handover-declined': 'A handover was declined. Nothing has changed',
  'role-offered': 'You have been offered a role',
  'role-opened': 'A role of yours is open',
  'role-ended': 'A role of yours has ended',
  'role-waits': 'A role that opens people waits for a second person to agree: you',
  'role-agreed': 'A role you offered is open',
  'role-refused': 'A role was not agreed to by the second person',
  'role-declined': 'A role you offered was declined by its user',
  'first-declined':
    'Whom you asked to run an agency declined, and nobody runs it. Ask somebody else',
  'role-withdrawn': 'A role you were offered was taken back',
  'role-offered-elsewhere': 'Another agency has offered one of your users a role',
  'role-elsewhere': 'One of your users now has a role with another agency too',
  'password-by-link':
    'Your password was set by a link. If that was not you, ring the partnership desk now',
  'password-elsewhere':
    'A user of yours has a new password by another agency’s link. Their roles with you are closed',
  'user-waits': 'Somebody set a password by a link. Is it they? Their roles wait for you to say so',
  'user-known': 'A second person has said that your account is yours',
}

const places: Record<string, string> = {
  'file-checked': '/transfer',
  'file-done': '/transfer',
  'file-stopped': '/transfer',
  'act-done': '/waiting',
  'first-declined': '/admin/agencies',
  'party-asked': '/agreements',
  'party-yes': '/agreements',
  'party-no': '/agreements',
  'role-offered': '/roles',
  'role-opened': '/roles',
  'role-waits': '/roles/waiting',
  'user-waits': '/roles/waiting',
  'password-by-link': '/roles',
}

/** Where a notice can be looked at, by its kind; null where by whom it is about, or nowhere. */
export const noticePlace = (kind: string, subjectId: string | null): string | null =>
  places[kind] ?? (subjectId && pageOf(kind) ? `${pageOf(kind) ?? ''}/${subjectId}` : null)

const pageOf = (kind: string): string | null =>
  kind.startsWith('referral-') ? '/referrals' : kind.startsWith('handover-') ? '/handovers' : null

/** A notice in words, with nobody's name in it. */
export const noticeWords = (kind: string): string => notices[kind] ?? 'Something has changed'
