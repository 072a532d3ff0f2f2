import { join } from 'node:path'

/** The register's file in the data folder. */
export function registerFile(folder: string): string {
  return join(folder, 'register.sqlite')
}

/** It and what SQLite keeps beside it. Without them it begins anew. */
export function registerFiles(folder: string): readonly string[] {
  return ['', '-wal', '-shm'].map((end) => `${registerFile(folder)}${end}`)
}
