import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    needed: (posts: number) => `${posts}\u00A0poste${posts > 1 ? 's' : ''} requis`,
    missing: (people: number) => `${people} manque${people > 1 ? 'nt' : ''}`,
    held: (people: number) => `${people}\u00A0sur place`,
    expected: (people: number, time: string) => `${people} ${time}`,
    never: 'Couverture : besoin non couvert',
    from: (time: string) => `Couverture : besoin couvert ${time}`,
    at: (time: string, people: number, posts: number) => `${time} : ${people} pour ${posts}`,
  },
  en: {
    needed: (posts) => `${posts} post${posts > 1 ? 's' : ''} needed`,
    missing: (people) => `${people} missing`,
    held: (people) => `${people} on site`,
    expected: (people, time) => `${people} ${time}`,
    never: 'Coverage: need not covered',
    from: (time) => `Coverage: need covered ${time}`,
    at: (time, people, posts) => `${time}: ${people} for ${posts}`,
  },
})
