/**
 * What stands for every agency that a reader may not know to work with somebody: the same words for
 * all, with nothing to count or compare by.
 */
export const anotherService = 'another service'
