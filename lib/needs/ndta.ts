/**
 * The ten items of the New Directions Team Assessment (Merton), names and scores only; the
 * statements belong to others, so the anchors on our form are our own words. Items 4 and 5 count
 * double: 0, 2, 4, 6, 8. Total 0 to 48, higher is harder (the doubled two checked against
 * a published analysis of Fulfilling Lives data; docs/rules/the-fields-facts.md).
 */
export const NDTA_ITEMS = [
  { item: 1, label: 'Engagement with frontline services', scores: [0, 1, 2, 3, 4] },
  { item: 2, label: 'Intentional self-harm', scores: [0, 1, 2, 3, 4] },
  { item: 3, label: 'Unintentional self-harm', scores: [0, 1, 2, 3, 4] },
  { item: 4, label: 'Risk to others', scores: [0, 2, 4, 6, 8] },
  { item: 5, label: 'Risk from others', scores: [0, 2, 4, 6, 8] },
  { item: 6, label: 'Stress and anxiety', scores: [0, 1, 2, 3, 4] },
  { item: 7, label: 'Social effectiveness', scores: [0, 1, 2, 3, 4] },
  { item: 8, label: 'Alcohol or drug use', scores: [0, 1, 2, 3, 4] },
  { item: 9, label: 'Impulse control', scores: [0, 1, 2, 3, 4] },
  { item: 10, label: 'Housing', scores: [0, 1, 2, 3, 4] },
] as const

/** The field of an item of the assessment: `item4`. */
export const itemField = (item: number) => `item${item}`
