/** When the session ends unless used, and now, both by the server's clock (ISO instants). */
export const sessionTimes = ({ idleUntil }: { idleUntil: Date }) => ({
  idleUntil: idleUntil.toISOString(),
  serverNow: new Date().toISOString(),
})
