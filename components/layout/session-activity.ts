/** The window event, and the channel between tabs, that says the session is in use. */
export const ACTIVITY = 'common-thread-activity'

/** Tells this tab and the others that the server has just heard from us, so time starts anew. */
export function noteActivity(): void {
  window.dispatchEvent(new Event(ACTIVITY))
}
