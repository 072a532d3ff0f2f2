import { z } from 'zod'
import { roles } from '#shared/access/roles.ts'

/** Apart from the list itself, which consoles load: schemas stay at the edge. */
export const RoleSchema = z.enum(roles)
