import type { RefusalWords } from '#client/lib/refusal-words.ts'
import type { TalkingPointsRefusal } from '#shared/talkingpoints/refusals.ts'

export const talkingPointsRefusals: RefusalWords<TalkingPointsRefusal> = {
  'talkingpoints.superseded': {
    fr: 'Une version plus récente des éléments de langage vient de paraître : lisez-la.',
    en: 'A newer version of the talking points has just come out: read it.',
  },
  'talkingpoints.unknown-section': {
    fr: 'Cette rubrique n’existe plus.',
    en: 'This section no longer exists.',
  },
  'talkingpoints.changed-meanwhile': {
    fr: 'Quelqu’un a modifié cette liste entre-temps : relisez-la.',
    en: 'Someone changed this list meanwhile: read it again.',
  },
}
