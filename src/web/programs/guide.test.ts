/** docs/api.md: its commands, sent one after the other, do what it says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../test/databases.ts'
import { ask, someoneOfStaff, tokenOf } from '../../../test/programs.ts'
import { ROOT } from '../../../test/promises/programs.ts'
import { freshSite, type TestSite } from '../../../test/sites.ts'
import { readQueue } from '../../moderation/queue/index.ts'

/** Each command with curl: what it sends where. */
function commandsIn(guide: string) {
  const blocks = [...guide.matchAll(/```sh\n([^`]*)```/g)].map(([, block = '']) => block.replaceAll('\\\n', ''))
  return blocks
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('curl'))
    .map((line) => ({
      path: /\$SITE([^" ]*)/.exec(line)?.[1] ?? '',
      body: / -d '([^']*)'/.exec(line)?.[1],
      method: / -X (\w+)/.exec(line)?.[1],
      withToken: line.includes('-H "Authorization: Bearer $TOKEN"'),
      asJson: line.includes("-H 'Content-Type: application/json'"),
    }))
}

for (const kind of ONE_DATABASE) {
  let site: TestSite
  beforeAll(async () => {
    site = await freshSite(kind)
  })
  afterAll(() => site.drop())

  test('every command of the guide works, in its order', async () => {
    const token = await tokenOf(site, await someoneOfStaff(site, 'Ann'))
    const [held] = await readQueue(site.app.store.db, { limit: 1 })
    const commands = commandsIn(readFileSync(join(ROOT, 'docs/api.md'), 'utf8'))
    expect(commands.length).toBe(7)
    let id = ''
    for (const { path, body, method, withToken, asJson } of commands) {
      expect(asJson).toBe(body !== undefined)
      const place = path.replace('$ID', id).replace('$COMMENT', held?.revisionId ?? '')
      const sent = { ...(withToken ? { token } : {}), ...(body === undefined ? {} : { body }) }
      const answer = await ask(site, method ?? (body === undefined ? 'GET' : 'POST'), place, sent)
      expect([place, answer.status, answer.body.error]).toEqual([
        place,
        place.endsWith('/drafts') ? 201 : 200,
        undefined,
      ])
      if (place.endsWith('/drafts')) id = answer.body.id
    }
    expect((await ask(site, 'GET', `/api/v1/stories/${id}`)).body).toMatchObject({
      headline: 'Ferry late again',
      standfirst: 'For the third day.',
    })
  })
}
