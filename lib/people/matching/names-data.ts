const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words before or after a name that are never part of it. */
export const titles = set(
  'MR MRS MS MISS MX MSTR DR DOCTOR PROF PROFESSOR REV REVD REVEREND SIR DAME HON HONOURABLE ' +
    'CAPT CAPTAIN COL COLONEL LT LIEUTENANT SGT SERGEANT CPL PTE MAJ CMDR BRIG ESQ ESQUIRE BT ' +
    'BART ' +
    'BARONET BARONESS VISCOUNT VISCOUNTESS COUNTESS MARQUESS MARQUIS DUCHESS RT MESSRS FR HRH ' +
    'MASTER MADAM LADY IMAM SHEIKH HAJI HAJJI',
)

/**
 * Titles that are also names people bear; a title only when another given name stands beside them.
 */
export const doubtfulTitles = set(
  'LORD MAJOR BARON EARL DUKE PRINCE PRINCESS COUNT DEAN BISHOP CANON JUDGE SISTER BROTHER ' +
    'FATHER GENERAL ADMIRAL KING QUEEN SAINT ST',
)

/** Words after a name that tell generations apart; never a name themselves. */
export const endings = set('SR JR SNR JNR')

/** Words after a name that are rank or generation there, and names when they stand alone. */
export const doubtfulEndings = set('SENIOR JUNIOR ELDER YOUNGER II III IV OBE MBE CBE KC QC MP JP')

/** Small words that belong to the family name that follows them. */
export const particles = set(
  'DE DA DO DOS DAS DI DEL DELLA DU DES LA LE LAS LOS VAN VON DER DEN TEN TER ZU ZUR AF AV OF ' +
    'AL EL BIN BINT BINTI IBN BEN ABU UMM AP AB FERCH MAC MC O NI UI Y E',
)

/** What systems write where nobody knew: never a name. */
export const placeholders = set(
  'UNKNOWN UNKWN UNK UNKN NK NOTKNOWN NONE NULL TBC TBA TEST TESTING DUMMY ANON ANONYMOUS NONAME ' +
    'SURNAME FORENAME FIRSTNAME LASTNAME BABY INFANT XX NFN NLN FNU LNU REFUSED WITHHELD ' +
    'DECEASED DUPLICATE ERROR UNNAMED',
)

/** The same when other such words stand beside them; alone they may be names (Na, Person, Boy). */
export const doubtfulPlaceholders = set(
  'NA N A NIL NAME BOY GIRL TWIN MALE FEMALE PERSON PATIENT CLIENT TENANT NOT KNOWN NO GIVEN ' +
    'FAMILY OF',
)
