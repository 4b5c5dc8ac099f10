import type { Category } from '../agencies/agency-types'

/** What each category is called on screens, and what belongs in it (access.md, question 3). */
export const categoryTexts: readonly (readonly [Category, string, string])[] = [
  ['identity', 'Identity', 'Names, dates of birth, numbers, telephone and email'],
  ['whereabouts', 'Whereabouts', 'Addresses, and where the person stays or can be found'],
  ['housing', 'Housing', 'Homes, tenancies, applications and homelessness'],
  ['justice', 'Justice', 'Orders, licences, offences and time in custody'],
  ['substance_use', 'Substance use', 'Drugs and alcohol, treatment and recovery'],
  ['mental_health', 'Mental health', 'Distress, diagnoses, care and crises'],
  ['physical_health', 'Physical health', 'Illness, injury, disability and care'],
  ['domestic_abuse', 'Domestic abuse', 'Harm by or to a partner or family, and support with it'],
  ['family', 'Family and children', 'Family, children, caring and friends'],
  ['money', 'Money and benefits', 'Income, benefits and debt'],
  ['work', 'Work and skills', 'Jobs, training and looking for work'],
  ['learning', 'Learning and neurodiversity', 'How the person learns, reads and takes things in'],
  ['immigration', 'Immigration', 'Status, papers and applications'],
  ['equality', 'Equality', 'Sex, gender, ethnicity, religion, orientation and disability'],
  ['legal', 'Legal matters', 'Advice, cases and courts other than criminal ones'],
  ['plan', 'Plan', 'Goals, actions and what the person said about sharing'],
  ['safety', 'Safety', 'What everyone who may open the person needs: visits, contact, alerts'],
]
