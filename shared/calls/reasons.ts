/**
 * Why people call, in two levels (domain.md 3.2; `schools` is a theme of its own because it led the calls in Calvados).
 * `key` is what a hand presses; a detail's key is its rank, 1 to 9. Labels are in `client/calls/reason-words.ts`.
 */
export const themes = [
  {
    id: 'instructions',
    key: '1',
    details: ['shelter', 'evacuation', 'water', 'food', 'windows', 'power', 'other'],
  },
  { id: 'mobility', key: '2', details: ['roadClosed', 'trains', 'access', 'returnHome', 'work', 'other'] },
  { id: 'schools', key: '3', details: ['closed', 'pickUp', 'childcare', 'canteen', 'other'] },
  {
    id: 'missingRelative',
    key: '4',
    details: ['onSite', 'checkingSafety', 'hospital', 'child', 'other'],
  },
  {
    id: 'reportInfo',
    key: '5',
    details: ['witness', 'damage', 'danger', 'waterLevel', 'other'],
  },
  {
    id: 'helpRequest',
    key: '6',
    details: ['lodging', 'medicine', 'isolatedPerson', 'foodWater', 'animals', 'other'],
  },
  { id: 'health', key: '7', details: ['symptoms', 'exposure', 'animals', 'produce', 'other'] },
  { id: 'documents', key: '8', details: ['travelPermit', 'derogation', 'identity', 'other'] },
  { id: 'rumourCheck', key: '9', details: ['event', 'toll', 'supply', 'other'] },
  { id: 'lifeThreat', key: '0', details: ['trapped', 'injured', 'fire', 'drowning', 'other'] },
  { id: 'afterEvent', key: 'a', details: ['insurance', 'natCat', 'cleaning', 'other'] },
  { id: 'distress', key: 'd', details: ['panic', 'grief', 'suicidal', 'other'] },
  { id: 'elected', key: 'e', details: ['instructions', 'resources', 'population', 'other'] },
  { id: 'eventInfo', key: 'i', details: ['cancelled', 'openings', 'other'] },
  { id: 'offerHelp', key: 'o', details: ['volunteer', 'donation', 'lodging', 'skills', 'other'] },
  { id: 'press', key: 'p', details: ['local', 'national', 'foreign'] },
  { id: 'embassyAbroad', key: 't', details: ['national', 'consulate', 'other'] },
  { id: 'complaint', key: 'r', details: ['response', 'information', 'damage', 'other'] },
  { id: 'unusable', key: 'x', details: ['noResponse', 'wrongNumber', 'hoax', 'outOfScope'] },
] as const

type Themes = (typeof themes)[number]
export type Theme = Themes['id']

/** `theme.detail`: both levels in one word, so that one column sorts, counts and filters them. */
export type Reason = { [T in Themes as T['id']]: `${T['id']}.${T['details'][number]}` }[Theme]

export const reasons = themes.flatMap(({ id, details }) =>
  details.map((detail) => `${id}.${detail}` as Reason),
)

export function themeOf(reason: Reason): Theme {
  return reason.slice(0, reason.indexOf('.')) as Theme
}
