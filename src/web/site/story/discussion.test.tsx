import { expect, test } from 'vitest'
import { approved, discussionOf, site, story, thread } from '../../../../test/sample-paper.ts'
import { readStrictly } from '../../../../test/well-formed.ts'
import type { Revision } from '../../../discussion/index.ts'
import { Comment, DiscussionSection } from './discussion.tsx'

const draw = (discussion: ReturnType<typeof discussionOf>, open = true): string =>
  String(<DiscussionSection site={site} storyPath={story.path} discussion={discussion} open={open} />)

const heading = (html: string) => readStrictly(html).find(({ name }) => name === 'h2')?.text

test('words that were not approved cannot be handed to the page', () => {
  const held = { ...approved('a'), revision: {} as Revision<'held'> }
  // @ts-expect-error: held words are not public
  expect(() => <Comment site={site} comment={held} />).not.toThrow()
  const plain = { ...approved('a'), revision: { id: 'r', commentId: 'a', number: 1, text: 'words', createdAt: 0 } }
  // @ts-expect-error: words that did not come through the public view are not public
  expect(() => <Comment site={site} comment={plain} />).not.toThrow()
})

test('the heading counts the comments', () => {
  expect(heading(draw(discussionOf()))).toBe('No comments yet')
  expect(heading(draw(discussionOf(thread(approved('a')))))).toBe('1 comment')
  expect(heading(draw(discussionOf(thread(approved('a'), thread(approved('b', { parent: 'a' }))))))).toBe('2 comments')
})

test('a comment has its name, its time in the site’s time zone, its own address and a way to answer', () => {
  const html = draw(discussionOf(thread(approved('a', { name: 'Ada & Bo', at: Date.UTC(2024, 4, 16, 22, 30) }))))
  const elements = readStrictly(html)
  expect(elements.find(({ name }) => name === 'article')?.attributes.id).toBe('c-a')
  expect(elements.find(({ attributes }) => attributes.class === 'who')?.text).toBe('Ada & Bo')
  const time = elements.find(({ name }) => name === 'time')
  expect(time).toMatchObject({ attributes: { datetime: '2024-05-16T22:30:00.000Z' }, text: '17 May 2024 at 00:30' })
  const links = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href)
  expect(links.slice(0, 3)).toEqual(['#c-a', '/2024/05/last-crossing/reply/a', '/report/a'])
})

test('answers stand one level in, in reading order; a deeper one says whom it answers', () => {
  const html = draw(
    discussionOf(
      thread(
        approved('a', { name: 'Ada' }),
        thread(approved('b', { name: 'Bo', parent: 'a' }), thread(approved('c', { name: 'Cy', parent: 'b' }))),
        thread(approved('d', { name: 'Di', parent: 'a' })),
      ),
    ),
  )
  const elements = readStrictly(html)
  expect(elements.filter(({ name }) => name === 'ol')).toHaveLength(2)
  expect(elements.filter(({ name }) => name === 'article').map(({ attributes }) => attributes.id)).toEqual([
    'c-a',
    'c-b',
    'c-c',
    'c-d',
  ])
  expect(elements.filter(({ text }) => text === 'in reply to Bo').map(({ attributes }) => attributes.href)).toEqual([
    '#c-b',
  ])
  expect(html).not.toContain('in reply to Ada')
})

test('where an answered comment is not shown, a place without words keeps the thread together', () => {
  const elements = readStrictly(
    draw(discussionOf({ id: 'gone', comment: null, replies: [thread(approved('b', { parent: 'gone' }))] })),
  )
  expect(elements.find(({ attributes }) => attributes.id === 'c-gone')?.text.trim()).toBe(
    'The comment replied to here is not shown.',
  )
  expect(elements.find(({ name }) => name === 'h2')?.text).toBe('1 comment')
})

test('a quarrel of ten thousand answers, each to the one before, is drawn', () => {
  let deepest = thread(approved('c9999', { parent: 'c9998' }))
  for (let i = 9998; i >= 0; i--) deepest = thread(approved(`c${i}`, i > 0 ? { parent: `c${i - 1}` } : {}), deepest)
  expect(draw(discussionOf(deepest)).match(/<article/g)).toHaveLength(10_000)
})

test('an edited comment says so', () => {
  expect(draw(discussionOf(thread(approved('a', { number: 2 }))))).toContain('edited')
  expect(draw(discussionOf(thread(approved('a'))))).not.toContain('edited')
})

test('the form is the same for everyone: it holds no token, and fetches one when somebody begins to write', () => {
  const elements = readStrictly(draw(discussionOf()))
  expect(elements.find(({ name }) => name === 'form')?.attributes).toMatchObject({
    method: 'post',
    action: '/2024/05/last-crossing/comments',
  })
  expect(elements.filter(({ attributes }) => attributes.type === 'hidden')).toEqual([])
  expect(elements.some(({ attributes }) => attributes.class === 'form-token')).toBe(true)
})

test('the frame that works while somebody writes is not loaded before, shows nothing, and nobody comes to it', () => {
  const frames = readStrictly(draw(discussionOf())).filter(({ name }) => name === 'iframe')
  expect(frames.map(({ attributes }) => attributes)).toEqual([
    expect.objectContaining({ src: '/form-proof', loading: 'lazy', tabindex: '-1', 'aria-hidden': 'true' }),
  ])
  expect(readStrictly(draw(discussionOf(), false)).some(({ name }) => name === 'iframe')).toBe(false)
})

test('every field has a label, and the trap is hidden from people and their software', () => {
  const elements = readStrictly(draw(discussionOf()))
  const labelled = elements.filter(({ name }) => name === 'label').map(({ attributes }) => attributes.for)
  const fields = elements.filter(({ name }) => name === 'input' || name === 'textarea')
  expect(fields.map(({ attributes }) => attributes.name)).toEqual(['comment', 'name', 'mail', 'tell', 'website'])
  for (const { attributes } of fields) expect(labelled).toContain(attributes.id)
  expect(fields.at(-1)?.attributes).toMatchObject({ tabindex: '-1', autocomplete: 'off' })
  const around = elements.find(
    ({ attributes }) => attributes['aria-hidden'] === 'true' && attributes.class === 'beyond',
  )
  expect(around?.text).toContain('Leave this empty')
})

test('a closed discussion shows its comments, but no form and no way to answer', () => {
  const html = draw(discussionOf(thread(approved('a'))), false)
  expect(html).toContain('The words of a.')
  expect(html).toContain('Comments on this story are closed.')
  expect(html).not.toContain('<form')
  expect(html).not.toContain('/reply/')
})
