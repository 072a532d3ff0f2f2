import { defineWords } from '#client/lib/words.ts'

export const words = defineWords({
  fr: {
    title: 'Mur de la salle',
    leave: 'Quitter le mur',
    t0: 'Temps écoulé depuis T0',
    lineOpen: (time: string) => `Ligne ouverte ${time}`,
    lineClosed: (time: string) => `Ligne fermée ${time}`,
    lineBefore: (minutes: number) => `Ligne ouverte avant ${minutes} min`,
    closed: (time: string) => `Crise close ${time}`,
    noCrisis: 'Aucune crise en cours',
  },
  en: {
    title: 'Wall of the room',
    leave: 'Leave the wall',
    t0: 'Time since T0',
    lineOpen: (time) => `Line opened ${time}`,
    lineClosed: (time) => `Line closed ${time}`,
    lineBefore: (minutes) => `Line open within ${minutes} min`,
    closed: (time) => `Crisis closed ${time}`,
    noCrisis: 'No crisis under way',
  },
})
