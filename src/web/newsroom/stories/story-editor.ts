/** What the story's editor needs of the server beside its steps: where its pictures are, and a place for what was pasted. */
import type { Hono } from 'hono'
import { libraryAddress, readPictures, shownPicture } from '../../../media/index.ts'
import { storiesMessages as m } from '../../../messages/index.ts'
import { type Draft, keepSourcePage, picturesOf, type StoryContent } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { type Form, PAGE_FORM_LIMIT } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import type { Site } from '../../site/kit/props.ts'
import { languageAttributes } from '../../site/story/story-body.tsx'
import type { EditorProps, SourcePage } from '../kit/props.ts'

export function addStoryEditorRoutes(app: Hono<Env>, web: Web): void {
  app.post('/newsroom/stories/:id/pasted', (c) => withForm(web, c, (form) => keepPasted(web, c, form), PAGE_FORM_LIMIT))
}

/** What a paste is told from the page by that a story was made from. */
const PASTED = { pasted: true }

export const isPasted = ({ report }: SourcePage): boolean => (report as { pasted?: boolean } | null)?.pasted === true

async function keepPasted(web: Web, c: Call, form: Form): Promise<Response> {
  const file = form.file('file')
  if (!file) return answerError(web, c, 400, { sentence: m.nothingPasted })
  const source = {
    storyId: c.get('story').id,
    by: c.get('person').id,
    name: file.name,
    bytes: file.bytes,
    report: PASTED,
  }
  await keepSourcePage(web.store, source, web.now())
  return c.body(null, 204)
}

const wordsOf = (site: Site, content: StoryContent): EditorProps['boot']['words'] =>
  content.language === ''
    ? { dir: 'auto' }
    : { lang: content.language, dir: site.direction, ...languageAttributes(site, content) }

/** What the editor of this draft begins with. */
export async function editorOf(web: Web, c: Call, draft: Draft, site: Site): Promise<EditorProps> {
  const pictures = await readPictures(web.store.db, picturesOf(draft.content))
  const shown = [...pictures].map(([id, picture]) => [
    libraryAddress(id),
    shownPicture(picture.file, picture)?.src ?? '',
  ])
  const { id, number, content, savedAt } = draft
  return {
    script: web.assets.path('editor.js'),
    styles: web.assets.path('story-editor.css'),
    boot: {
      story: id,
      me: c.get('person').id,
      draft: { number, content, savedAt },
      shown: Object.fromEntries(shown),
      words: wordsOf(site, content),
      language: site.language,
      timeZone: site.timeZone,
    },
  }
}
