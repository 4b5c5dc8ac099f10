import 'server-only'

/**
 * What whoever runs this place must say themselves on the public pages. From the environment, since
 * it differs by place and holds no secret; null where it has not been given, and then the page says
 * so.
 */
export function ownerWords(env: Readonly<Record<string, string | undefined>> = process.env) {
  const given = (name: string) => env[name]?.trim() || null
  return {
    /** The organisation that runs the service. */
    name: given('OWNER_NAME'),
    /** Whom to ask about anything: a telephone number or an address. */
    contact: given('OWNER_CONTACT'),
    /** The data protection officer, and how to reach them. */
    dataProtection: given('OWNER_DATA_PROTECTION'),
    /** How to get things in another form, and who answers about accessibility. */
    accessibility: given('OWNER_ACCESSIBILITY'),
  }
}
