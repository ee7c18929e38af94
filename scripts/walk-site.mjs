/** A reader and an editor use a site that was just started, over HTTP: from the front page to a comment that everyone sees. */

const WORDS = 'The ferry bell can be heard from the bakery.'

/**
 * Throws, naming the step, where something is not as promised; answers how many steps were walked.
 * @param {string} url
 * @param {string} token of the sign-in link that was printed
 */
export async function walk(url, token) {
  const reader = visitor(url)
  const editor = visitor(url)
  let path = ''
  let revision = ''
  const page = async () => (await reader.get(path)).text()

  /** @type {[step: string, holds: () => Promise<boolean>][]} */
  const steps = [
    ['the front page is there', async () => (await reader.get('/')).status === 200],
    [
      'its story can be read',
      async () => {
        const { stories } = await (await reader.get('/api/stories')).json()
        path = new URL(stories[0].url).pathname
        return (await page()).includes('<h1')
      },
    ],
    [
      'a comment is taken in',
      async () => {
        await reader.get('/form-token')
        const answer = await reader.post(`${path}/comments`, { name: 'Ada', mail: '', comment: WORDS })
        return answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/receipts/')
      },
    ],
    ['nobody sees it yet', async () => !(await page()).includes(WORDS)],
    ['the printed link signs in', async () => (await editor.post('/newsroom/sign-in', { token })).status === 303],
    [
      'the comment waits for review',
      async () => {
        const queue = await (await editor.get('/newsroom/review')).text()
        // The demonstration has comments that wait as well: what is wanted is the form below these words.
        revision = /name="revision" value="([^"]+)"/.exec(queue.split(WORDS)[1] ?? '')?.[1] ?? ''
        return revision !== ''
      },
    ],
    [
      'it is approved',
      async () => {
        const answer = await editor.post('/newsroom/review/decide', { revision, action: 'approve' })
        return answer.status === 303
      },
    ],
    ['everyone sees it', async () => (await page()).includes(WORDS)],
  ]
  for (const [step, holds] of steps) {
    if (!(await holds())) throw new Error(`not so: ${step}`)
  }
  return steps.length
}

/**
 * Someone with a browser of their own: keeps cookies, does not follow redirects.
 * @param {string} url
 */
function visitor(url) {
  /** @type {Map<string, string>} */
  const cookies = new Map()
  /** @param {string} path @param {RequestInit} [init] */
  const send = async (path, init) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(path, url), { ...init, headers: { cookie }, redirect: 'manual' })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    return answer
  }
  return {
    /** @param {string} path */
    get: (path) => send(path),
    /** @param {string} path @param {Record<string, string>} fields */
    post: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}
