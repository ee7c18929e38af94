import { keepPasskey } from '../../../access/index.ts'
import { accountMessages as m } from '../../../messages/index.ts'
import { noteAct } from '../../../people/index.ts'
import { showsSomething } from '../../../text/index.ts'
import type { Call, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { NO_PASSKEYS, placeOf } from '../kit/door.ts'

/** Keeps the passkey that a person's device has just made, or says in one sentence why not. */
export async function addOwnPasskey(web: Web, c: Call, fields: Form): Promise<{ problem: string } | null> {
  const place = await placeOf(web)
  if (!place) return { problem: NO_PASSKEYS }
  const by = c.get('person').id
  const name = showsSomething(fields.get('name')) ? fields.get('name').trim() : m.device
  const owner = { kind: 'person' as const, id: by }
  const given = { owner, step: fields.get('step'), answer: fields.get('answer'), name }
  const detail = m.logAdded(name.slice(0, 80))
  return keepPasskey(web.store, place, given, web.now(), async (tx) => {
    await noteAct(tx, { by, act: 'passkey.added', about: by, detail })
    return null
  })
}
