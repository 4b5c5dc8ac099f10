/**
 * What each need counts as in the published definitions (docs/rules/the-fields-facts.md), so that
 * the overlap can be worked out by each and named by which. `hardEdges`: `core` for the three of
 * Hard Edges (England, 2015), `wider` for what it describes beside them; `fourDomains`: Sosenko,
 * Bramley and Johnsen (2020), which sees women better; `changingFutures`: the programme's five.
 * `supportingFamilies`: its headline outcome. Null: not part of that definition.
 */
export type NeedMapping = {
  readonly hardEdges: 'core' | 'wider' | null
  readonly fourDomains: 'homelessness' | 'substance' | 'mental_health' | 'violence' | null
  readonly changingFutures: boolean
  readonly supportingFamilies: string | null
  /** The category an entry about this need falls in; null: its team's. */
  readonly category: string | null
}

const need = (
  category: string | null,
  hardEdges: NeedMapping['hardEdges'],
  fourDomains: NeedMapping['fourDomains'],
  changingFutures: boolean,
  supportingFamilies: string | null,
): NeedMapping => ({ category, hardEdges, fourDomains, changingFutures, supportingFamilies })

export const NEED_MAPPINGS: Readonly<Record<string, NeedMapping>> = {
  homelessness: need('housing', 'core', 'homelessness', true, 'housing'),
  substance_use: need('substance_use', 'core', 'substance', true, 'substance use'),
  justice: need('justice', 'core', null, true, 'crime'),
  mental_health: need('mental_health', 'wider', 'mental_health', true, 'health'),
  domestic_abuse: need('domestic_abuse', null, 'violence', true, 'domestic abuse'),
  money: need('money', 'wider', null, false, 'money'),
  physical_health: need('physical_health', null, null, false, 'health'),
  isolation: need('family', null, null, false, 'family relationships'),
  immigration: need('immigration', null, null, false, null),
  care_experience: need('family', null, null, false, null),
  learning: need('learning', null, null, false, 'education'),
  safeguarding: need(null, null, null, false, 'safe from abuse and exploitation'),
  work: need('work', null, null, false, null),
}
