import { afterEach, expect, test, vi } from 'vitest'
import { ONE_DATABASE } from '../../test/databases.ts'
import { freshSite } from '../../test/sites.ts'
import { addressOf, openSite, publishedStory } from '../../test/stores.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const step of undo.splice(0).reverse()) await step()
})

for (const kind of ONE_DATABASE)
  test('a process that stood still shows no page that another has changed meanwhile, though it has yet to hear of it', async () => {
    const site = await freshSite(kind)
    undo.push(site.drop)
    const other = await openSite(addressOf(kind, site.database), Date.now)
    undo.push(() => other.close())
    const front = async () => (await fetch(site.url)).text()
    // Kept.
    expect(await front()).toBe(await front())
    const real = performance.now.bind(performance)
    let stoodStill = 0
    vi.spyOn(performance, 'now').mockImplementation(() => real() + stoodStill)
    for (const headline of ['A lock is raised', 'A weir is mended', 'A ferry returns']) {
      await publishedStory(other, headline, Date.now())
      // Time goes by, and no timer of this process has come to its turn when it is asked.
      stoodStill += 5000
      expect(await front()).toContain(headline)
    }
  })
