/** What is brought in place of a page is named, and whoever brought it is told what to do. */
import { expect, test } from 'vitest'
import { readPage } from './read-page.ts'

const problem = async (text: string, name?: string) => {
  const read = await readPage({ text, ...(name ? { name } : {}) }, { now: Date.UTC(2026, 10, 24) })
  return 'problem' in read ? read.problem : ''
}

test.each([
  [
    'WordPress',
    '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item/></channel></rss>',
  ],
  [
    'Blogger',
    "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><generator>https://www.blogger.com</generator></feed>",
  ],
  ['Ghost', '{"db":[{"meta":{"exported_on":1},"data":{"posts":[]}}]}'],
  [
    'Movable Type',
    'AUTHOR: Eve\nTITLE: Swans\nDATE: 03/03/2026 09:00:00 AM\n-----\nBODY:\nThe swan stayed.\n-----\n--------\n',
  ],
  ['Substack', 'post_id,post_date,is_published\n1,2026-03-03,true\n'],
])('an export of %s is recognised', async (program, text) => {
  expect(await problem(text)).toMatch(new RegExp(`^This is .*${program}.* Open each story you want in a browser`))
})

test.each([
  ['Disqus', '<?xml version="1.0"?><disqus xmlns="http://disqus.com"><category/></disqus>'],
  ['Commento', '{"version":1,"comments":[],"commenters":[]}'],
])('an export of %s holds comments, and that is said', async (program, text) => {
  expect(await problem(text)).toMatch(new RegExp(`^This is a ${program} export file\\. It holds readers’ comments`))
})

test('a feed, a sitemap and a file of data are none either', async () => {
  expect(await problem('<?xml version="1.0"?><rss><channel><title>Swans</title></channel></rss>')).toMatch(
    /^This is a feed/,
  )
  expect(await problem('<?xml version="1.0"?><urlset><url/></urlset>')).toMatch(/^This is a sitemap/)
  expect(await problem('{"name": "Swans"}')).toMatch(/^This is a data file/)
})

test.each([
  'https://gazette.example/swans',
  ' www.gazette.example/swans\n',
  'https://a.example/1\nhttps://a.example/2',
])('an address alone, "%s", is no page', async (text) => {
  expect(await problem(text)).toMatch(/^This is only the address of a page, and Courant doesn’t fetch pages/)
})

test('a page that speaks of all these is one', async () => {
  expect(
    await problem('How to leave WordPress\n\nSave the file that begins with <rss and read https://a.example/x first.'),
  ).toBe('')
  expect(await problem('{ said the brace, and went on for a while }')).toBe('')
})
