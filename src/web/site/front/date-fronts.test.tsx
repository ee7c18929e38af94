import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { content, morning, site, story } from '../../../../test/sample-paper.ts'
import { renderArchivePage } from './archive-page.tsx'
import { Latest, placedStory } from './spread.tsx'

const DAY = 24 * 60 * 60 * 1000
const summary = (path: string, at = morning) => ({
  ...story,
  id: path,
  path,
  firstPublishedAt: at,
  filed: [],
  comments: 0,
  content: { ...content, headline: `Headline of ${path}` },
})

test('a year has its months, the newest first, each with its newest stories, their days, and the way to all of it', () => {
  const page = drawn(
    renderArchivePage({
      site,
      year: '/2024',
      months: [
        { path: '/2024/05', stories: 12 },
        { path: '/2024/01', stories: 1 },
      ],
      stories: [summary('/2024/05/a'), summary('/2024/01/b', morning - 120 * DAY)],
      now: morning + 20 * DAY,
    }),
  )
  expect(page.texts('h1')).toEqual(['2024'])
  expect(page.texts('h2')).toEqual(['May', 'January'])
  expect(page.texts('section').slice(1)).toEqual([
    expect.stringMatching(/12 stories.*Headline of \/2024\/05\/a.*16 May.*All of May 2024/s),
    expect.stringMatching(/1 story.*Headline of \/2024\/01\/b.*17 January(?!.*All of)/s),
  ])
  for (const path of ['/2024/05', '/2024/01', '/archive']) expect(page.links).toHaveProperty([path])
})

test('a month leads to its year, and the archive to each', () => {
  const month = drawn(renderArchivePage({ site, month: '/2024/05', stories: [summary('/2024/05/a')] }))
  expect(month.links).toHaveProperty(['/2024'], 'All of 2024')
  const archive = drawn(renderArchivePage({ site, months: [{ path: '/2024/05', stories: 1 }] }))
  expect(archive.links).toHaveProperty(['/2024'], '2024')
})

test('lines are the latest as long as one of them is of these days; then they are earlier ones', () => {
  const titleAt = (now: number) => {
    const stories = [0, 40].map((days) => placedStory(summary(`/2024/05/${days}`, morning - days * DAY)))
    return drawn(String(<Latest site={site} now={now} stories={stories} />)).texts('h2')
  }
  expect(titleAt(morning + 5 * DAY)).toEqual(['Latest'])
  expect(titleAt(morning + 6 * DAY)).toEqual(['Earlier'])
})
