import { escapedText } from '../../kit/escaped-text.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

export const renderPastePage = ({ text, problem, ...frame }: Frame & { text: string; problem?: string }): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: 'Paste a page',
    here: 'stories',
    children: (
      <>
        <h1>Paste a page</h1>
        <p>
          Copy a whole page, as text or as HTML, and paste it here. The story is found in it; what is not the story is
          left out and shown to you, and the page is kept as it came.
        </p>
        <Problem sentence={problem} />
        <form method="post" action="/newsroom/paste" enctype="multipart/form-data" class="stack">
          <label for="page">The page</label>
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
            Or a file <span class="hint">Text or HTML, as it was saved.</span>
          </label>
          <input id="file" name="file" type="file" accept=".txt,.md,.html,.htm,text/plain,text/html" />
          <p>
            <button class="first" type="submit">
              Read the page
            </button>
          </p>
        </form>
      </>
    ),
  })
