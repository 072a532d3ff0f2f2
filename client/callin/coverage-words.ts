import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    question: 'Sommes-nous couverts\u00A0?',
    over: 'La crise est close.',
    thereNow: 'Tous ceux qu’il faut sont sur place.',
    coveredAt: (time: string) => `Couverts ${time}`,
    ifTheyCome: (coming: number) =>
      coming === 0
        ? ''
        : coming === 1
          ? ', si la personne en route arrive.'
          : `, si les ${coming} en route arrivent.`,
    toFind: (people: number) =>
      people === 0
        ? 'La suite n’est pas couverte.'
        : `${people} personne${people > 1 ? 's' : ''} à trouver encore.`,
    needed: (posts: number) => `${posts}\u00A0poste${posts > 1 ? 's' : ''} requis`,
    missing: (people: number) => `${people} manque${people > 1 ? 'nt' : ''}`,
    held: (people: number) => `${people}\u00A0sur place`,
    expected: (people: number, time: string) => `${people} ${time}`,
    never: 'Couverture : besoin non couvert',
    from: (time: string) => `Couverture : besoin couvert ${time}`,
    at: (time: string, people: number, posts: number) => `${time} : ${people} pour ${posts}`,
  },
  en: {
    question: 'Are we covered?',
    over: 'The crisis is closed.',
    thereNow: 'Everybody needed is on site.',
    coveredAt: (time) => `Covered ${time}`,
    ifTheyCome: (coming) =>
      coming === 0
        ? ''
        : coming === 1
          ? ', if the person on the way arrives.'
          : `, if the ${coming} on the way arrive.`,
    toFind: (people) =>
      people === 0
        ? 'What follows is not covered.'
        : `${people} more ${people > 1 ? 'people' : 'person'} to find.`,
    needed: (posts) => `${posts} post${posts > 1 ? 's' : ''} needed`,
    missing: (people) => `${people} missing`,
    held: (people) => `${people} on site`,
    expected: (people, time) => `${people} ${time}`,
    never: 'Coverage: need not covered',
    from: (time) => `Coverage: need covered ${time}`,
    at: (time, people, posts) => `${time}: ${people} for ${posts}`,
  },
})
