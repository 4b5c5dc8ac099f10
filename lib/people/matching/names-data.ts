const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words before or after a name that are never part of it. */
export const titles = set(
  'MR MRS MS MISS MX MSTR DR DOCTOR PROF PROFESSOR REV REVD REVEREND SIR DAME HON HONOURABLE ' +
    'CAPT CAPTAIN COL COLONEL LT LIEUTENANT SGT SERGEANT CPL PTE MAJ CMDR BRIG ESQ ESQUIRE BT BART ' +
    'BARONET BARONESS VISCOUNT VISCOUNTESS COUNTESS MARQUESS MARQUIS DUCHESS RT MESSRS FR HRH ' +
    'MASTER MADAM LADY IMAM SHEIKH HAJI HAJJI',
)

/** Titles that are also names people bear; a title only when another given name stands beside them. */
export const doubtfulTitles = set(
  'LORD MAJOR BARON EARL DUKE PRINCE PRINCESS COUNT DEAN BISHOP CANON JUDGE SISTER BROTHER ' +
    'FATHER GENERAL ADMIRAL KING QUEEN SAINT ST',
)

/** Words after a name that tell generations or rank apart, never a family name. */
export const endings = set(
  'SR JR SNR JNR SENIOR JUNIOR ELDER YOUNGER II III IV OBE MBE CBE KC QC MP JP',
)

/** Small words that belong to the family name that follows them. */
export const particles = set(
  'DE DA DO DOS DAS DI DEL DELLA DU DES LA LE LAS LOS VAN VON DER DEN TEN TER ZU ZUR AF AV OF ' +
    'AL EL BIN BINT BINTI IBN BEN ABU UMM AP AB FERCH MAC MC O NI UI Y E',
)

/** What systems write where nobody knew: never a name. */
export const placeholders = set(
  'UNKNOWN UNK UNKN NK NOTKNOWN NONE NULL NIL NA TBC TBA TEST TESTING DUMMY ANON ANONYMOUS NAME ' +
    'NONAME SURNAME FORENAME FIRSTNAME LASTNAME GIVEN FAMILY BABY BOY GIRL INFANT TWIN MALE FEMALE ' +
    'PERSON PATIENT CLIENT TENANT XX XXX XXXX ZZZ NFN NLN FNU LNU NOT KNOWN REFUSED WITHHELD ' +
    'DECEASED DUPLICATE ERROR DONOTUSE',
)
