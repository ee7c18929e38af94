import { expect, test } from 'vitest'
import { freshSite } from '../test/sites.ts'
import { walk } from './walk-site.mjs'

test('the walk that every Node has to pass is passed by this one', async () => {
  const site = await freshSite('sqlite')
  try {
    const token = site.app.firstSignIn?.split('/').at(-1) as string
    expect(await walk(site.url, token)).toBe(8)
  } finally {
    await site.drop()
  }
})
