/** `npm run verify`: walks the journal's hash chain. Exit code 0 when it holds, 1 when it does not or cannot be read. */
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '#server/config.ts'
import { redisRows, sqliteRows } from '#server/journal/stored-rows.ts'
import { type Anchor, verifyChain } from '#server/journal/verify-chain.ts'
import { run } from './lib/run.ts'
import { openSealedData } from './lib/sealed-data.ts'

const help = `npm run verify -- [--expect SEQ:HASH]

Vérifie la chaîne d'empreintes du journal : chaque entrée découle de la précédente.
Walks the journal's hash chain: each entry follows from the one before it.

  --expect SEQ:HASH   une entrée notée auparavant : révèle une fin coupée ou un journal réécrit
                      an entry noted earlier: reveals a cut end or a journal written anew
  --help              ceci / this

Le journal est celui de la configuration / the journal is the configured one:
  DATA_DIR (./data), ou / or JOURNAL=redis, REDIS_URL, NAMESPACE

Le serveur peut tourner pendant la vérification. / The server may run meanwhile.
Où la clé (master.key) est là, chaque partie scellée est ouverte. / Where the key is, each sealed part is opened.
Code de sortie 0 : tout tient ; 1 : rompu ou illisible. / Exit code 0: all holds; 1: broken or unreadable.
`

/** Entries: about once a second. */
const shownEvery = 100_000

function parseAnchor(text: string | undefined): Anchor | null {
  if (text === undefined) return null
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq !== undefined && hash !== undefined) return { seq: Number(seq), hash }
  throw new ConfigError(`--expect: got ${JSON.stringify(text)}, takes SEQ:HASH (64 hexadecimal digits)`)
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { expect: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help === true) {
    console.log(help)
    return 0
  }
  const anchor = parseAnchor(values.expect)
  const config = readConfig(process.env)
  const rows =
    config.JOURNAL === 'redis' ? redisRows(config.REDIS_URL, config.NAMESPACE) : sqliteRows(config.DATA_DIR)
  const progress = (walked: number) => {
    if (walked % shownEvery === 0) console.error(`… ${walked.toLocaleString('fr')} entrées / entries`)
  }
  const { sound, hash, broken } = await verifyChain(rows, { anchor, progress })
  if (broken === null) {
    console.log(`✓ ${sound} entrées, chaîne intacte / entries, the chain holds`)
    console.log(`  dernière / last: ${sound}:${hash}`)
    return (await openSealedData(config)) ? 0 : 1
  }
  console.log(`✗ entrée ${broken.seq} : première qui ne tient pas (${sound} intactes avant elle)`)
  console.log(`  entry ${broken.seq} is the first that does not hold (${sound} before it do): ${broken.why}`)
  return 1
}

await run(main)
