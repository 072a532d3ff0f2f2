import type { Role } from '#shared/access/roles.ts'

/** A person of the fictional préfecture. `isColleague`: played by the demonstration, so that visitors' desks stay theirs. */
export type Person = Readonly<{ login: string; name: string; roles: readonly Role[]; isColleague: boolean }>

/** One account for each role, for whoever comes to look. */
const visitors: readonly Omit<Person, 'isColleague'>[] = [
  { login: 'standard', name: 'Nadia Martin', roles: ['switchboard'] },
  { login: 'chef-salle', name: 'Luc Roche', roles: ['roomLead'] },
  { login: 'chef-equipe', name: 'Sonia Pélissier', roles: ['teamLead'] },
  { login: 'ecoutant', name: 'Karim Lefort', roles: ['callTaker'] },
  { login: 'referent', name: 'Hélène Vasseur', roles: ['specialist'] },
  { login: 'communication', name: 'Chloé Brunet', roles: ['comms'] },
  { login: 'validation', name: 'Philippe d’Arnoux', roles: ['approver'] },
  { login: 'sidpc', name: 'Thomas Kervella', roles: ['civilProtection'] },
  { login: 'sidsic', name: 'Mehdi Azoulay', roles: ['itSupport'] },
  { login: 'rh', name: 'Brigitte Causse', roles: ['hr'] },
  { login: 'qualite', name: 'Yann Le Bihan', roles: ['quality'] },
  { login: 'animation', name: 'Camille Forestier', roles: ['exerciseControl'] },
]

const colleagues: readonly Omit<Person, 'isColleague'>[] = [
  { login: 'a.morel', name: 'Agnès Morel', roles: ['switchboard'] },
  { login: 'j.tessier', name: 'Julien Tessier', roles: ['roomLead'] },
  { login: 'f.diop', name: 'Fatou Diop', roles: ['callTaker'] },
  { login: 'g.marchal', name: 'Gaëlle Marchal', roles: ['callTaker'] },
  { login: 'p.nguyen', name: 'Paul Nguyen', roles: ['callTaker'] },
  { login: 'i.santos', name: 'Inès Santos', roles: ['comms'] },
  { login: 'm.delorme', name: 'Marc Delorme', roles: ['approver'] },
]

export const administrator: Person = {
  login: 'admin',
  name: 'Alix Renard',
  roles: ['admin'],
  isColleague: false,
}

export const cast: readonly Person[] = [
  administrator,
  ...visitors.map((person) => ({ ...person, isColleague: false })),
  ...colleagues.map((person) => ({ ...person, isColleague: true })),
]
