import { join } from 'node:path'

/** For processes that are started by the dozen: what is compiled once serves the next, which starts in half the time. */
export const compileCache = { NODE_COMPILE_CACHE: join(import.meta.dirname, '../../.cache/compile') }
