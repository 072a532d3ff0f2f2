import { defineWords } from '#client/lib/words.ts'

/** Where a text stands, in the line that the list has of it. */
export const rowWords = defineWords({
  fr: {
    submitted: 'soumis',
    approved: 'validé',
    sentBack: 'renvoyé',
    drafting: 'repris',
    expiring: (time: string) => `périme ${time}`,
    expired: (time: string) => `périmé ${time}`,
    published: (n: number, time: string) => `v${n}, depuis ${time}`,
    withdrawn: (time: string) => `retiré ${time}`,
    isOut: (n: number) => `v${n} en ligne`,
  },
  en: {
    submitted: 'submitted',
    approved: 'approved',
    sentBack: 'sent back',
    drafting: 'changed',
    expiring: (time) => `expires ${time}`,
    expired: (time) => `expired ${time}`,
    published: (n, time) => `v${n}, since ${time}`,
    withdrawn: (time) => `withdrawn ${time}`,
    isOut: (n) => `v${n} is out`,
  },
})
