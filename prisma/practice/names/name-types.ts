/** Names of one culture. Lists are in one string each: commas between names, spaces within. */
export type Culture = {
  key: string
  /** Share of the invented city's people, in parts of a hundred or so. */
  weight: number
  /** Code of `lib/code-lists/ethnicity.ts` (Census 2021). */
  ethnicity: string
  /** First language when not English. */
  language: string | null
  family: string
  female: string
  male: string
  /**
   * `fixed`: a family name. `polish`, `slavic`: the ending follows the woman. `patronymic`:
   * father's and grandfather's given names (Somali). `father`: his given name (Eritrean, Kurdish).
   * `sikh`: Singh or Kaur in the middle. `family_first`: Chinese, Vietnamese. `often_single`: one
   * name only, as often in Afghan documents.
   */
  style:
    | 'fixed'
    | 'polish'
    | 'slavic'
    | 'patronymic'
    | 'father'
    | 'sikh'
    | 'family_first'
    | 'often_single'
}
