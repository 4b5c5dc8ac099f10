/** A need within a sentence: “mental health and money and debt” would be read as three. */
export const needInSentence = (label: string): string =>
  label.toLowerCase().replace(' and ', ' or ')
