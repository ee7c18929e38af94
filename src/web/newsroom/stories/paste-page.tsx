import { storiesMessages as m } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

export const renderPastePage = ({ text, problem, ...frame }: Frame & { text: string; problem?: string }): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.paste,
    here: 'stories',
    children: (
      <>
        <h1>{m.paste}</h1>
        <p>{m.pasteLead}</p>
        <Problem sentence={problem} />
        <form method="post" action="/newsroom/paste" enctype="multipart/form-data" class="stack">
          <label for="page">{m.page}</label>
          <textarea
            id="page"
            name="page"
            rows={18}
            dir="auto"
            {...(problem ? { 'aria-invalid': 'true', 'aria-describedby': 'problem' } : {})}
          >
            {escapedText(`\n${text}`)}
          </textarea>
          <label for="file">
            {m.file} <span class="hint">{m.fileHint}</span>
          </label>
          <input id="file" name="file" type="file" accept=".txt,.md,.html,.htm,text/plain,text/html" />
          <p>
            <button class="first" type="submit">
              {m.createDraft}
            </button>
          </p>
        </form>
      </>
    ),
  })
