import { defineWords } from '#client/lib/words.ts'

export const unreadableWords = defineWords({
  fr: {
    title: 'Données illisibles',
    lead: 'Ces données de personnes, ou leur clé, sont abîmées sur le disque : noms et numéros ne s’ouvrent plus. Tout le reste fonctionne. Une sauvegarde faite avant les contient peut-être ; faites examiner le disque.',
    entry: (seq: number) => `entrée ${seq} du journal`,
  },
  en: {
    title: 'Unreadable data',
    lead: 'This data about people, or its key, is damaged on the disk: names and numbers no longer open. Everything else works. A backup made before may hold them; have the disk examined.',
    entry: (seq) => `entry ${seq} of the journal`,
  },
})
