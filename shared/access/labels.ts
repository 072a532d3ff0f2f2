import type { Role } from '#shared/access/roles.ts'
import type { Language } from '#shared/journal/telling.ts'

/** What a role is called (domain.md, glossary). */
export const roleLabels: Readonly<Record<Role, Readonly<Record<Language, string>>>> = {
  switchboard: { fr: 'standard', en: 'switchboard' },
  roomLead: { fr: 'chef de salle', en: 'room lead' },
  teamLead: { fr: 'chef d’équipe', en: 'team lead' },
  callTaker: { fr: 'répondant', en: 'call taker' },
  specialist: { fr: 'spécialiste', en: 'specialist' },
  comms: { fr: 'communication', en: 'communication' },
  approver: { fr: 'validation', en: 'approval' },
  civilProtection: { fr: 'SIDPC', en: 'civil protection' },
  itSupport: { fr: 'SIDSIC', en: 'IT support' },
  hr: { fr: 'ressources humaines', en: 'human resources' },
  quality: { fr: 'mission qualité', en: 'quality' },
  exerciseControl: { fr: 'animation de l’exercice', en: 'exercise control' },
  admin: { fr: 'administration', en: 'administration' },
}
