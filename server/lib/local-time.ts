/** Times as the public of one place reads them. Formatters are costly to make and are kept by time zone. */
export type LocalTime = Readonly<{
  /** `02:10` */
  clock: (at: number) => string
  /** `lundi 23 novembre 2026` */
  date: (at: number) => string
  /** `2026-11-23T02:10:00+01:00`: whole seconds, never `Z`, as CAP 1.2 wants it; valid RFC 3339 and HTML too. */
  stamp: (at: number) => string
}>

const known = new Map<string, LocalTime>()

/** @throws RangeError when `timeZone` is not an IANA name. */
export function localTime(timeZone: string): LocalTime {
  const made = known.get(timeZone) ?? createLocalTime(timeZone)
  known.set(timeZone, made)
  return made
}

function createLocalTime(timeZone: string): LocalTime {
  const clock = new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const date = new Intl.DateTimeFormat('fr-FR', { timeZone, dateStyle: 'full' })
  // Swedish writes dates and times in the ISO order.
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return {
    clock: (at) => clock.format(at),
    date: (at) => date.format(at),
    stamp: (at) => iso.format(at).replace(' ', 'T') + offset(zone, at),
  }
}

/** CAP 1.2 writes UTC as `-00:00`; Intl names it `GMT`, or `GMT+00:00`, by version. */
function offset(zone: Intl.DateTimeFormat, at: number): string {
  const name = zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  return name.replace('GMT', '').replace('+00:00', '') || '-00:00'
}
