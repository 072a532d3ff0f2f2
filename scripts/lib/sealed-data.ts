import { existsSync } from 'node:fs'
import type { Config } from '#server/config.ts'
import { masterKeyFile } from '#server/journal/open.ts'
import { openRedisSeals, openSqliteSeals } from '#server/journal/open-seals.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'

/** Opens every sealed part, where the key is at hand, and says what does not open. False when something does not. */
export async function openSealedData(config: Config, folder = config.DATA_DIR): Promise<boolean> {
  const file = masterKeyFile(config)
  if (!existsSync(file)) {
    console.log(
      `  ${file} absent : parties scellées non ouvertes / is not here: the sealed parts were not opened`,
    )
    return true
  }
  const key = loadMasterKey(file, { journalExists: true })
  const unreadable =
    config.JOURNAL === 'redis'
      ? await openRedisSeals(config.REDIS_URL, config.NAMESPACE, key)
      : await openSqliteSeals(folder, key)
  if (unreadable.length === 0) return true
  const entries = unreadable.map(({ seq }) => seq).join(', ')
  console.log(
    `✗ données de ${unreadable.length} personne(s) illisibles, clé ou contenu abîmé : entrée(s) ${entries}`,
  )
  console.log(
    `  the data of ${unreadable.length} people does not open (first at these entries); all else is sound.`,
  )
  console.log('  Une sauvegarde d’avant les contient peut-être. / A backup made before may hold it.')
  return false
}
