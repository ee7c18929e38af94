/** What went wrong, in one sentence that says what to do, and the words that were on their way. */
import { siteFrameMessages as m } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { document, framedDocument } from './layout.tsx'
import type { ErrorPageProps } from './props.ts'

export function renderErrorPage({ site, status, title, sentence, action, draft, framed }: ErrorPageProps): string {
  const drawn = framed ? framedDocument : document
  return drawn({
    site,
    title: `${title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single error">
        <p class="label">{status}</p>
        <h1>{title}</h1>
        <p class="standfirst">{sentence}</p>
        {draft && draft.text !== '' ? (
          <>
            <label for="lost-words">{m.yourText}</label>
            <textarea id="lost-words" rows={8} readonly dir="auto">
              {escapedText(`\n${draft.text}`)}
            </textarea>
          </>
        ) : null}
        {action ? (
          <p class="ways">
            <a class="button" href={action.href}>
              {action.label}
            </a>
            <a href="/archive">{m.archive}</a>
            {site.menus.search ? <a href="/said">{m.search}</a> : null}
          </p>
        ) : null}
      </section>
    ),
  })
}
