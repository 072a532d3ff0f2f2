/** What must be set before a real text may go out: under which name, and at which address people reach it. */
export type Lack = 'name' | 'address'

/** Who speaks to the public, as the settings say it today. What has gone out keeps what they said then (alert-facts.ts). */
export type Installation = Readonly<{
  /** The official name, as the public knows it: « Préfecture de l'Oise ». */
  name: string
  /** Absolute http(s) address under which `/info` is reachable, without a trailing slash. */
  url: string
  /** IANA name; overseas préfectures do not live at Paris time. */
  timeZone: string
  /** The préfecture's ordinary number, shown when nothing is happening. */
  contactPhone: string | null
  /** Empty when a real text may go out; exercises go on without. */
  lacks: readonly Lack[]
}>

/** Where nothing can go out to the public: a console's predictions, an administrator's commands beside the server. */
export const silentInstallation: Installation = {
  name: '',
  url: '',
  timeZone: 'Europe/Paris',
  contactPhone: null,
  lacks: ['name', 'address'],
}
