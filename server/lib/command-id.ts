import { v7 } from 'uuid'
import { CommandId } from '#shared/lib/id.ts'

/** For commands that the server itself submits on behalf of a request. */
export function drawCommandId(): CommandId {
  return CommandId.parse(v7())
}
