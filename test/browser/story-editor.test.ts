/** Writing a story in a browser: by keyboard alone, with a server that is killed, a line that is cut, a tab that is closed, and a colleague. */
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addPerson, makeSignInLink, ROLES } from '../../src/people/index.ts'
import { photo } from '../pictures.ts'
import { type Program, startProgram } from '../promises/programs.ts'
import { visitor } from '../sites.ts'
import { addressOf, openSite } from '../stores.ts'
import { enterAs, expectAccessible, openBrowser, toNextPage, windowsOf, withoutEditor } from './browser.ts'

// A whole day of typing, on a machine that has other things to do.
vi.setConfig({ testTimeout: 180_000 })

let browser: Browser
let program: Program
const folder = mkdtempSync(join(tmpdir(), 'courant-story-editor-'))
const people: ReturnType<typeof visitor>[] = []
let start: () => Promise<Program>

beforeAll(async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => free.once('listening', done))
  const { port } = free.address() as AddressInfo
  await new Promise((done) => free.close(done))
  // The same address after it was killed: the pages that are open come back to it.
  start = () => startProgram({ COURANT_DATA: folder, COURANT_PORT: String(port) })
  program = await start()
  browser = await openBrowser()
  const store = await openSite(addressOf('sqlite', join(folder, 'courant.db')), Date.now)
  try {
    for (const name of ['Ada Quay', 'Bert Mole']) {
      const person = await addPerson(store, { name, mail: null, switches: ROLES.editor }, Date.now())
      if ('problem' in person) throw new Error(person.problem)
      const signedIn = visitor(program)
      await signedIn.post('/newsroom/sign-in', { token: await makeSignInLink(store, person.id, Date.now()) })
      people.push(signedIn)
    }
  } finally {
    await store.close()
  }
})
afterAll(async () => {
  await browser.close()
  await program.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const [ada, bert] = [() => people[0] as ReturnType<typeof visitor>, () => people[1] as ReturnType<typeof visitor>]

const newStory = async (): Promise<string> =>
  (await ada().post('/newsroom/stories', {})).headers.get('location') as string

async function open(page: Page, path: string, who = ada()): Promise<Page> {
  await enterAs(page, who, program.url)
  await page.goto(program.url + path)
  await page.locator('#body-editor').waitFor()
  return page
}

const words = (page: Page) => page.locator('#body-editor')
const saved = (page: Page) => page.locator('.save-state', { hasText: /^Saved \d\d:\d\d$/ }).waitFor()
const kept = async (path: string) =>
  ((await (await ada().get(`${path}/draft`)).json()) as { content: { body: { type: string; text?: string }[] } })
    .content
const inWindows = async (work: (open: () => Promise<Page>) => Promise<void>, javaScript = true) => {
  const windows = windowsOf(browser, javaScript)
  try {
    await work(windows.open)
  } finally {
    await windows.close()
  }
}

test('a story is written by keyboard alone, kept as it is typed, and published as it was written', () =>
  inWindows(async (window) => {
    const form = new FormData()
    form.append('files', new Blob([new Uint8Array(await photo({ width: 900 }))]), 'quay.jpg')
    await ada().post('/newsroom/pictures', form)
    const path = await newStory()
    const page = await open(await window(), path)
    await page.getByLabel('Headline', { exact: true }).focus()
    const { keyboard } = page
    await keyboard.type('The ferry is late again')
    await keyboard.press('Enter')
    await keyboard.type('Nobody knows why.')
    await page.getByLabel('Byline').fill('By Ada Quay')
    await words(page).focus()
    await keyboard.type('The ferry was ')
    await keyboard.press('Control+b')
    await keyboard.type('late')
    await keyboard.press('Control+b')
    await keyboard.type('.')
    await keyboard.press('Enter')
    await keyboard.type('## What happened')
    await keyboard.press('Enter')
    await keyboard.type('> We waited')
    await keyboard.press('Enter')
    await keyboard.type('for an hour')
    await keyboard.press('ArrowDown')
    await keyboard.type('Cem, a passenger')
    await keyboard.press('Enter')
    await keyboard.type('/list')
    await keyboard.press('Enter')
    await keyboard.type('nine')
    await keyboard.press('Enter')
    await keyboard.type('ten')
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await keyboard.type('/tab')
    await page.getByRole('option', { name: 'Table' }).waitFor()
    await expectAccessible(page)
    await keyboard.press('Enter')
    for (const cell of ['Sailings', '', 'Day', 'Late', '', 'Monday', '3']) {
      await keyboard.type(cell)
      if (cell !== '3') await keyboard.press(cell === 'Sailings' ? 'Enter' : 'Tab')
    }
    await keyboard.press('Control+End')
    await keyboard.type('/picture')
    await keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Choose a picture' })
    await dialog.getByRole('button', { name: 'quay.jpg' }).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'quay.jpg' }).press('Enter')
    await keyboard.type('The quay at nine')
    await page.getByLabel('Alt text').first().fill('An empty quay')
    await saved(page)
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await expectAccessible(page)
    await page.reload()
    await words(page).getByText('We waited').waitFor()
    expect((await kept(path)).body).toMatchObject([
      { type: 'paragraph', text: 'The ferry was late.', marks: [{ type: 'strong', from: 14, to: 18 }] },
      { type: 'heading', text: 'What happened' },
      { type: 'quote', paragraphs: [{ text: 'We waited' }, { text: 'for an hour' }], credit: 'Cem, a passenger' },
      { type: 'list', items: [{ text: 'nine' }, { text: 'ten' }] },
      { type: 'table', caption: 'Sailings' },
      { type: 'figure', picture: { alt: 'An empty quay', caption: 'The quay at nine' } },
    ])
    // What was typed a moment ago goes with it.
    await words(page).getByText('for an hour').click()
    await keyboard.press('End')
    await keyboard.type(' and more')
    await page.getByRole('button', { name: 'Save and publish' }).click()
    await page.getByText('Published:').waitFor()
    await page.getByText('Published:').getByRole('link').click()
    await page.getByText('for an hour and more').waitFor()
    await page.getByText('Cem, a passenger').waitFor()
  }))

test('on a phone a button stays under the finger that presses it, though the words lose their focus', () =>
  inWindows(async (window) => {
    const page = await open(await window(), await newStory())
    await page.setViewportSize({ width: 360, height: 900 })
    await words(page).click()
    await page.keyboard.type('The ferry was late.')
    await saved(page)
    const button = page.getByRole('button', { name: 'Save, then embargo…' })
    await button.scrollIntoViewIfNeeded()
    const box = (await button.boundingBox()) as { x: number; y: number; width: number; height: number }
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    expect(await button.boundingBox()).toEqual(box)
    await toNextPage(page, () => page.mouse.up())
    expect(new URL(page.url()).pathname).toMatch(/\/embargo$/)
  }))

test('while the server is killed and away, words wait, and say so; once it is back they are there', () =>
  inWindows(async (window) => {
    const path = await newStory()
    const page = await open(await window(), path)
    await words(page).click()
    await page.keyboard.type('Before the crash.')
    await saved(page)
    await page.keyboard.type(' In the middle')
    await program.end('SIGKILL')
    await page.keyboard.type(' of it.')
    await page.getByText('Not saved yet — no connection').first().waitFor()
    program = await start()
    await saved(page)
    expect((await kept(path)).body).toMatchObject([{ text: 'Before the crash. In the middle of it.' }])
  }))

test('a tab that is closed without a line leaves its words for the next', async () => {
  const context = await browser.newContext()
  try {
    const path = await newStory()
    const page = await open(await context.newPage(), path)
    await words(page).click()
    await page.keyboard.type('Kept.')
    await saved(page)
    await context.setOffline(true)
    await page.keyboard.type(' Typed on the train.')
    await page.getByText('Not saved yet — no connection').first().waitFor()
    await page.close()
    await context.setOffline(false)
    expect((await kept(path)).body).toMatchObject([{ text: 'Kept.' }])
    const again = await open(await context.newPage(), path)
    await words(again).getByText('Kept. Typed on the train.').waitFor()
    await again.getByText('Words from last time').first().waitFor()
    await saved(again)
    expect((await kept(path)).body).toMatchObject([{ text: 'Kept. Typed on the train.' }])
  } finally {
    await context.close()
  }
})

test('who is signed out meanwhile is told so; the words wait, and are saved after signing in in another tab', () =>
  inWindows(async (window) => {
    const path = await newStory()
    const page = await open(await window(), path)
    await words(page).click()
    await page.keyboard.type('Before.')
    await saved(page)
    await page.context().clearCookies()
    await page.keyboard.type(' After.')
    await page.getByText('You were signed out').first().waitFor()
    expect((await kept(path)).body).toMatchObject([{ text: 'Before.' }])
    await enterAs(page, ada(), program.url)
    await saved(page)
    expect((await kept(path)).body).toMatchObject([{ text: 'Before. After.' }])
  }))

test('a colleague’s words come as they are written; where they write nobody else does, until it is taken over', () =>
  inWindows(async (window) => {
    const path = await newStory()
    const first = await open(await window(), path)
    await words(first).click()
    await first.keyboard.type('One.')
    await first.keyboard.press('Enter')
    await first.keyboard.type('Two.')
    await saved(first)
    const second = await open(await window(), path, bert())
    await first.keyboard.type(' More.')
    await words(second).getByText('Two. More.').waitFor()
    await second.locator('.holder.locked', { hasText: 'Ada Quay' }).waitFor()
    await words(second).getByText('Two. More.').click()
    await second.keyboard.press('End')
    await second.keyboard.type('x')
    await second.getByText('Ada Quay is writing here').first().waitFor()
    await words(second).getByText('One.').click()
    await second.keyboard.press('End')
    await second.keyboard.type(' By Bert.')
    await words(first).getByText('One. By Bert.').waitFor()
    await expectAccessible(second)
    await second.getByRole('button', { name: 'Take over from Ada Quay' }).click()
    await second.locator('.holder.locked').waitFor({ state: 'detached' })
    await words(second).getByText('Two. More.').click()
    await second.keyboard.press('End')
    await second.keyboard.type(' Bert again.')
    await words(first).getByText('Two. More. Bert again.').waitFor()
  }))

test('a line that was refused, as in front of a server that is just starting, is opened again', () =>
  inWindows(async (window) => {
    const path = await newStory()
    const page = await window()
    await page.clock.install()
    let asked = 0
    await page.route('**/live?*', (route) => {
      asked += 1
      return asked === 1 ? route.fulfill({ status: 502 }) : route.continue()
    })
    await open(page, path)
    await expect.poll(() => asked).toBe(1)
    await expect
      .poll(async () => {
        await page.clock.fastForward(5_000)
        return asked
      })
      .toBe(2)
    const colleague = await open(await window(), path, bert())
    await words(colleague).focus()
    await colleague.keyboard.type('The line holds.')
    await words(page).getByText('The line holds.').waitFor()
    expect(asked).toBe(2)
  }))

test('what was typed as a colleague took the passage over is kept, and goes out once it is taken back', () =>
  inWindows(async (window) => {
    const path = await newStory()
    const first = await open(await window(), path)
    await words(first).click()
    await first.keyboard.type('The quay.')
    await saved(first)
    const second = await open(await window(), path, bert())
    // Her next words are on their way while he takes over.
    let letGo = () => {}
    const isOver = new Promise<void>((go) => {
      letGo = go
    })
    await first.route('**/steps', async (route) => {
      await isOver
      await route.continue()
    })
    const isSent = first.waitForRequest('**/steps')
    await first.keyboard.type(' Hers.')
    await isSent
    await second.getByRole('button', { name: 'Take over from Ada Quay' }).click()
    await second.locator('.holder.locked').waitFor({ state: 'detached' })
    letGo()
    await first.locator('.save-state', { hasText: 'Bert Mole is writing here.' }).waitFor()
    expect(await words(first).textContent()).toContain('The quay. Hers.')
    await first.getByRole('button', { name: 'Take over from Bert Mole' }).click()
    await saved(first)
    expect((await kept(path)).body).toMatchObject([{ text: 'The quay. Hers.' }])
  }))

test('a story that is thrown away while somebody writes says so in one sentence, and takes the words once it is back', () =>
  inWindows(async (window) => {
    const path = await newStory()
    const page = await open(await window(), path)
    await words(page).click()
    await page.keyboard.type('Before.')
    await saved(page)
    await bert().post(`${path}/trash`, {})
    await page.keyboard.type(' After.')
    await page.locator('.save-state', { hasText: 'This story is in the trash. What you write is kept' }).waitFor()
    expect(await words(page).textContent()).toContain('Before. After.')
    // Brought back, it takes what was written meanwhile.
    await bert().post(`/newsroom/trash/${path.split('/').at(-1)}/restore`, {})
    await page.keyboard.type(' And on.')
    await saved(page)
    expect((await kept(path)).body).toMatchObject([{ text: 'Before. After. And on.' }])
  }))

test('a colleague’s mark stands over the open story at once, and falls as words change', () =>
  inWindows(async (window) => {
    const path = await newStory()
    const page = await open(await window(), path)
    await words(page).click()
    await page.keyboard.type('To be read.')
    await saved(page)
    const { number } = (await (await bert().get(`${path}/draft`)).json()) as { number: number }
    await bert().post(`${path}/checked`, { number: String(number) })
    await page.locator('.standing-checked', { hasText: 'Bert Mole' }).waitFor()
    await page.locator('.standing summary', { hasText: 'Send back' }).waitFor()
    await words(page).click()
    await page.keyboard.type(' And changed.')
    await page.locator('.standing-fell').waitFor()
    expect(await page.locator('.standing-checked').count()).toBe(0)
  }))

test('where two have changed one passage, both are shown and one is chosen', () =>
  inWindows(async (window) => {
    const path = await newStory()
    const first = await open(await window(), path)
    await words(first).click()
    await first.keyboard.type('The price.')
    await saved(first)
    const second = await open(await window(), path)
    await second.context().setOffline(true)
    await words(second).getByText('The price.').click()
    await second.keyboard.press('End')
    await second.keyboard.type(' It is 3.')
    await first.keyboard.type(' It is 4.')
    await saved(first)
    await second.context().setOffline(false)
    await second.getByRole('button', { name: 'Keep mine' }).waitFor()
    await second.getByText('The price. It is 4.').waitFor()
    await expectAccessible(second)
    await second.getByRole('button', { name: 'Keep mine' }).click()
    await saved(second)
    await words(first).getByText('The price. It is 3.').waitFor()
  }))

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head><body>
<!--StartFragment--><p class=MsoNormal style="margin:0"><b style="mso-bidi-font-weight:normal">Ferries</b> are<span style="mso-spacerun:yes">  </span>late.<span class=MsoCommentReference><a href="#_msocom_1">[A1]</a></span><o:p></o:p></p>
<p class=MsoListParagraph style="text-indent:-18pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span>   </span></span>nine</p>
<p class=MsoListParagraph style="text-indent:-18pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.<span>   </span></span>ten</p>
<v:shape id="x">drawn</v:shape><!--EndFragment-->
<div style="mso-element:comment-list"><div style="mso-element:comment"><p class=MsoCommentText>Sure?</p></div></div></body></html>`

test('what is pasted is cleaned, what is left out is said, and the original is kept; too much of it is not put in', () =>
  inWindows(async (window) => {
    const path = await newStory()
    const page = await open(await window(), path)
    const paste = (data: { html: string; text: string }) =>
      page.evaluate(({ html, text }) => {
        const clipboardData = new DataTransfer()
        if (html) clipboardData.setData('text/html', html)
        clipboardData.setData('text/plain', text)
        document
          .querySelector('#body-editor')
          ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, data)
    await words(page).click()
    await paste({ html: FROM_WORD, text: 'Ferries are late.' })
    await page
      .getByText('Left out: 1 drawing and 1 comment.')
      .or(page.getByText('Left out: 1 comment and 1 drawing.'))
      .waitFor()
    await saved(page)
    const { body } = await kept(path)
    expect(body).toMatchObject([
      { type: 'paragraph', text: 'Ferries are late.', marks: [{ type: 'strong', from: 0, to: 7 }] },
      { type: 'list', ordered: true, items: [{ text: 'nine' }, { text: 'ten' }] },
    ])
    const word = 'w'.repeat(1_000_000)
    await paste({ html: '', text: word })
    await page.getByText('This was not pasted: it has 1,000,000 characters').waitFor()
    await paste({ html: `${'<div>'.repeat(100_000)}deep`, text: 'The words of it.' })
    await page.getByText('Pasted as plain words').waitFor()
    await words(page).getByText('The words of it.').waitFor()
    await saved(page)
    await page.reload()
    const original = page.getByRole('link', { name: /Pasted .* as it was copied/ }).last()
    const href = (await original.getAttribute('href')) as string
    expect(await (await ada().get(href)).text()).toBe(FROM_WORD)
  }))

test('without JavaScript, or where the editor does not load, the form is what it was', async () => {
  const path = await newStory()
  await inWindows(async (window) => {
    const page = await window()
    await enterAs(page, ada(), program.url)
    await page.goto(program.url + path)
    await page.getByLabel('Headline', { exact: true }).fill('Plain')
    await page.getByLabel('Body').fill('In the form.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').first().waitFor()
  }, false)
  await inWindows(async (window) => {
    const page = await window()
    await withoutEditor(page)
    await enterAs(page, ada(), program.url)
    await page.goto(program.url + path)
    expect(await page.getByLabel('Body').inputValue()).toBe('In the form.')
    await page.getByLabel('Body').fill('In the form, again.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').first().waitFor()
  })
  expect((await kept(path)).body).toMatchObject([{ text: 'In the form, again.' }])
})
