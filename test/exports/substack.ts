/** Exports of Substack, written from the rules of the format. */

const COLUMNS = 'post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url'

/** A row of the list; what is left out is that of a public newsletter. */
export interface SubstackRow {
  id: string
  date?: string
  isPublished?: 'TRUE' | 'FALSE'
  type?: string
  audience?: string
  title?: string
  subtitle?: string
  podcast?: string
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const substackList = (rows: readonly SubstackRow[]): string =>
  [
    COLUMNS,
    ...rows.map((row) => {
      const { id, date = '2020-05-01T10:00:00.000Z', isPublished = 'TRUE', type = 'newsletter' } = row
      const { audience = 'everyone', title = 'Title', subtitle = '', podcast = '' } = row
      return [id, date, isPublished, date, type, audience, title, subtitle, podcast].map(cell).join(',')
    }),
  ].join('\n')

/** A whole export of so many posts, by the names of its files. */
export function substackExport(posts: number): Record<string, string> {
  const rows = Array.from({ length: posts }, (_, i) => ({ id: `${1000 + i}.story-${i}`, title: `Story ${i}` }))
  return {
    'posts.csv': substackList(rows),
    ...Object.fromEntries(rows.map(({ id }, i) => [`posts/${id}.html`, `<p>The council met for the ${i}. time.</p>`])),
  }
}
