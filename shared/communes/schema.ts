import { z } from 'zod'
import type { Commune, CommunePack, FormerCommune, FoundCommune } from '#shared/communes/commune.ts'

/** The code officiel géographique of a commune: five characters, `95487`, `2A004`, `97411`. Not a postal code. */
export const InseeCode = z.string().regex(/^(\d{2}|2[AB])\d{3}$/)

/** A département or an overseas collectivity: `95`, `2A`, `974`, `988`. */
export const DepartmentCode = z.string().regex(/^(\d{2,3}|2[AB])$/)

const commune = {
  code: InseeCode,
  name: z.string().min(1),
  department: DepartmentCode,
  postcodes: z.array(z.string().regex(/^\d{5}$/)).readonly(),
  population: z.int().min(0).nullable(),
}

export const CommuneSchema: z.ZodType<Commune> = z.strictObject(commune)

export const FoundCommuneSchema: z.ZodType<FoundCommune> = z.strictObject({
  ...commune,
  formerName: z.string().min(1).nullable(),
})

export const FormerCommuneSchema: z.ZodType<FormerCommune> = z.strictObject({
  code: InseeCode,
  name: z.string().min(1).nullable(),
  now: InseeCode,
})

export const CommunePackSchema: z.ZodType<CommunePack> = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  communes: z.array(CommuneSchema).readonly(),
  former: z.array(FormerCommuneSchema).readonly(),
})
