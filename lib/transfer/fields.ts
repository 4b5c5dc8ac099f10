/**
 * What a column of a file can be. `many`: several columns may be it (lines of an address). Labels
 * are shown in the list beside each column. People files first, headline feeds second.
 */
export type ImportField = { readonly key: string; readonly label: string; readonly many?: true }

const field = <const K extends string>(key: K, label: string) => ({ key, label })
const several = <const K extends string>(key: K, label: string) => ({
  key,
  label,
  many: true as const,
})

export const PEOPLE_FIELDS = [
  field('localRef', 'Our own number for the person'),
  field('fullName', 'Whole name'),
  field('family', 'Family name'),
  field('given', 'Given names'),
  field('middle', 'Middle names'),
  several('knownAs', 'Known as or alias'),
  field('title', 'Title'),
  field('birth', 'Date of birth'),
  field('sex', 'Sex'),
  field('ethnicity', 'Ethnic group'),
  field('nhs', 'NHS number'),
  field('nino', 'National Insurance number'),
  field('crn', 'Probation number (CRN)'),
  field('pnc', 'PNC number'),
  field('cro', 'CRO number'),
  field('prison', 'Prison number'),
  field('uprn', 'Property number (UPRN)'),
  several('local', 'Another number of ours'),
  several('address', 'Address'),
  field('postcode', 'Postcode'),
  several('phone', 'Telephone number'),
  several('email', 'Email address'),
] as const satisfies readonly ImportField[]

export const FEED_FIELDS = [
  field('localRef', 'Our own number for the person'),
  field('team', 'Team'),
  field('worker', 'Worker'),
  field('teamPhone', 'Team’s telephone number'),
  field('workerPhone', 'Worker’s telephone number'),
  field('from', 'Working with the person from'),
  field('until', 'Working with the person until'),
  field('lastDate', 'Last contact: date'),
  field('lastKind', 'Last contact: kind'),
  field('lastKept', 'Last contact: kept or not'),
  field('nextDate', 'Next appointment: date'),
  field('nextTime', 'Next appointment: time'),
] as const satisfies readonly ImportField[]

export type PeopleField = (typeof PEOPLE_FIELDS)[number]['key']
export type FeedField = (typeof FEED_FIELDS)[number]['key']
export type ImportShape = 'people' | 'headline_feed'

/** The fields of a shape. */
export const fieldsOf = (shape: ImportShape): readonly ImportField[] =>
  shape === 'people' ? PEOPLE_FIELDS : FEED_FIELDS

/**
 * What agencies call each field: words of a heading after `headingWords`. A heading is the field
 * when it holds all words of one entry; the entry with the most words wins. From the extracts, from
 * the headings of nDelius, SystmOne, In-Form and DWP files as people describe them, and by guess:
 * to be added to whenever a real file is not understood.
 */
export const HEADINGS: Readonly<Record<ImportShape, Readonly<Record<string, readonly string[]>>>> =
  {
    people: {
      localRef: [
        'row ref|application id|claim ref|local patient id|patient id|person id|person number',
        'client id|client ref|case id|case ref|case number|customer id|customer ref|tenant id',
        'local ref|local id|record id|record number|reference|ref|our ref|unique id|id|urn|mrn',
        'hospital number|rio id|service user id|tenancy ref|application ref|claim id|ref no',
      ],
      fullName: [
        'full name|name|offender name|person name|patient name|client name|customer name',
        'tenant name|applicant name|claimant name|service user name|applicant',
      ],
      family: ['last|family name|surname|last name|lastname|second name|familyname'],
      given: [
        'given names|given name|forenames|forename|first name|first names|firstname|christian name',
        'forename 1|givenname|first',
      ],
      middle: [
        'middle|middle name|middle names|other names|other forenames|forename 2|second forename',
      ],
      knownAs: ['known as|alias|aliases|preferred name|nickname|also known as|aka|maiden name'],
      title: ['title|salutation'],
      birth: ['date of birth|dob|birth date|born|birthdate|d o b|date birth|year of birth'],
      sex: ['sex|gender|administrative gender|sex at birth|gender code|sex code'],
      ethnicity: [
        'ethnicity|ethnic group|ethnic origin|ethnic code|ethnic category|ethnicity code',
      ],
      nhs: ['nhs number|nhs no|nhs|nhs num|nhsnumber'],
      nino: ['national insurance number|ni number|nino|ni no|nat ins no|national insurance|ni num'],
      crn: ['crn|case reference number|delius number|probation number|ndelius crn'],
      pnc: ['pnc id|pnc|pnc number|pncid|police national computer'],
      cro: ['cro|cro number|cro no|criminal records office'],
      prison: ['prison number|nomis number|noms number|nomis id|noms id|noms|prisoner number'],
      uprn: ['uprn|property reference|unique property reference'],
      local: ['other id|other ref|previous ref|old ref|legacy id|second ref'],
      address: [
        'address|address line 1|address line 2|address line 3|address 1|address 2|address 3|street',
        'town|city|county|current address|house|locality|main address|home address',
      ],
      postcode: ['postcode|post code|pcode|postal code|zip|current postcode|home postcode'],
      phone: [
        'phone|telephone|mobile|telephone number|phone number|mobile number|tel|tel no',
        'contact number|home phone|mobile phone|home telephone|landline|mobile no|home tel',
        'phone 1|phone 2',
      ],
      email: ['email|email address|e mail|mail address'],
    },
    headline_feed: {
      localRef: [
        'person number|person ref|person id|local ref|client id|client ref|case ref|case id|crn',
        'patient id|customer id|row ref|application id|claim ref|reference|ref|id|local patient id',
      ],
      team: ['team|team name|service|caseload team|unit'],
      worker: [
        'worker|worker name|lead worker|keyworker|key worker|practitioner|care coordinator',
        'work coach|offender manager|probation practitioner|officer|allocated to|case worker',
        'caseworker|support worker|housing officer|named worker',
      ],
      teamPhone: ['team phone|team telephone|team number|team tel|office phone|duty phone'],
      workerPhone: ['worker phone|worker telephone|worker mobile|worker tel'],
      from: [
        'involvement from|from|start|start date|started|opened|open date|involvement start',
        'date opened|referral accepted|allocated on|case start|involved from|date from',
      ],
      until: [
        'involvement to|to|end|end date|ended|closed|close date|involvement end|date closed|until',
        'case end|discharged|discharge date|involved to|date to|involvement until',
      ],
      lastDate: [
        'last contact date|last contact|last seen|last seen date|date last seen|last contact on',
        'last appointment date|last appointment|last attended',
      ],
      lastKind: ['last contact kind|last contact type|last contact method|contact type|kind'],
      lastKept: [
        'last contact kept|last contact outcome|last kept|kept|attended|outcome|attendance',
        'last appointment outcome|last contact attended',
      ],
      nextDate: [
        'next appointment date|next appointment|next date|next contact|next contact date|next appt',
        'next appt date|next due|next seen',
      ],
      nextTime: ['next appointment time|next time|appointment time|next appt time|time'],
    },
  }

/** A heading as words: `Main_Address_Postcode` and `mainAddressPostcode` are the same. */
export const headingWords = (heading: string): string[] =>
  heading
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
