import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    title: 'Horloge du serveur',
    ahead: (drift: string) => `L’horloge d’un serveur a sauté de ${drift} en avant`,
    behind: (drift: string) => `L’horloge d’un serveur est de ${drift} en arrière`,
    since: (time: string) =>
      `Depuis ${time}, elle n’est plus suivie : l’heure continue d’avant. Ce qui commence de soi-même, à une heure dite, attend. Si elle revient, tout est dit ; si elle était juste, dites-le ici (sinon c’est admis au bout de dix minutes, jusqu’à trois heures d’écart), et l’heure des lignes écrites entre-temps sera corrigée.`,
    sinceStart: (time: string, expected: string) =>
      `Le serveur a démarré avec cette horloge (elle dit ${time}) ; le journal en était au ${expected}. Ce qui commence de soi-même, à une heure dite, attend. Si elle est fausse, remettez la machine à l’heure : les lignes écrites entre-temps seront corrigées. Si elle est juste, dites-le ici.`,
    confirm: 'Cette horloge est juste',
    confirmed: 'Confirmé : l’heure va être corrigée.',
    corrected: (first: number, last: number, drift: string, isAtLeast: boolean) =>
      `Lignes ${first} à ${last} : heure corrigée de ${isAtLeast ? 'au moins ' : ''}${drift}.`,
  },
  en: {
    title: 'Server clock',
    ahead: (drift) => `A server’s clock has jumped ${drift} ahead`,
    behind: (drift) => `A server’s clock is ${drift} behind`,
    since: (time) =>
      `Since ${time} it is no longer followed: time goes on from before. What begins by itself, at a given time, waits. If it comes back, that is all; if it was right, say so here (otherwise it is believed after ten minutes, up to three hours of difference), and the time of the lines written meanwhile will be corrected.`,
    sinceStart: (time, expected) =>
      `The server started with this clock (it tells ${time}); the journal had come to ${expected}. What begins by itself, at a given time, waits. If it is wrong, set the machine right: the lines written meanwhile will be corrected. If it is right, say so here.`,
    confirm: 'This clock is right',
    confirmed: 'Confirmed: the time is about to be corrected.',
    corrected: (first, last, drift, isAtLeast) =>
      `Lines ${first} to ${last}: time corrected by ${isAtLeast ? 'at least ' : ''}${drift}.`,
  },
})
