/**
 * What each score of an item means, lowest first, in our own plain words: the published statements
 * belong to others. Written about the last month, about what happens, never about what somebody is.
 */
export const NDTA_ANCHORS: Readonly<Record<number, readonly string[]>> = {
  1: [
    'Keeps in touch with services and uses what is offered',
    'Mostly keeps in touch, with gaps',
    'Comes and goes; about half of what is planned happens',
    'Rarely seen; needs finding each time',
    'No contact with any service',
  ],
  2: [
    'No self-harm, and no talk of it',
    'Has thought of it; nothing was done',
    'Has hurt themselves lightly',
    'Has hurt themselves and needed care',
    'Life was in danger, or a plan is in hand',
  ],
  3: [
    'Looks after their own safety',
    'Now and then takes chances with health or safety',
    'Often in situations where harm is likely',
    'Came to harm that needed care',
    'Life in danger through how they live now',
  ],
  4: [
    'No danger to others',
    'Angry words or threats, rarely',
    'Threats or damage more than once',
    'Has hurt somebody, or came close',
    'Others are in serious danger now',
  ],
  5: [
    'Nobody is a danger to them',
    'Sometimes taken advantage of',
    'Often used, bullied or robbed',
    'Has been hurt or exploited',
    'In serious danger from others now',
  ],
  6: [
    'At ease, or manages day to day',
    'Worried now and then',
    'Worried on most days',
    'Worry gets in the way of most things',
    'Overwhelmed; can hardly do anything',
  ],
  7: [
    'Gets on with people and asks for what they need',
    'Gets by, with some awkward moments',
    'Finds most meetings with others hard',
    'Meetings with others often go wrong',
    'Cut off from others, or every meeting goes wrong',
  ],
  8: [
    'None, or no trouble from it',
    'Some, and it seldom gets in the way',
    'Regular, and it gets in the way',
    'Daily, and it shapes most of the day',
    'Life-threatening, or nothing else has room',
  ],
  9: [
    'Thinks before acting',
    'Sometimes acts on the spur of the moment',
    'Often acts first, and is sorry after',
    'Mostly acts on impulse, with trouble following',
    'Acts on impulse in dangerous ways',
  ],
  10: [
    'A settled home',
    'A home that may not last',
    'A hostel or other short stay',
    'Sofas, or a new place every few nights',
    'Sleeping rough',
  ],
}
