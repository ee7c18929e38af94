/** Sites that show the discussion: the list, and what to put into their pages. */
import { embeddingMessages as m } from '../../../messages/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from './settings-places.tsx'

export interface EmbeddingPageProps extends Frame {
  sites: readonly string[]
  /** What was typed and could not be added. */
  typed?: string
  problem?: string
  done?: string
}

export const renderEmbeddingPage = ({ sites, typed, problem, done, ...frame }: EmbeddingPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="embedding" />
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        <section class="part">
          <form method="post" action="/newsroom/embedding" class="pair">
            <div>
              <label for="site">
                {m.site} <span class="hint">{m.siteHint}</span>
              </label>
              <input id="site" name="site" value={typed ?? ''} required dir="ltr" inputmode="url" />
            </div>
            <p>
              <button type="submit" class="first">
                {m.add}
              </button>
            </p>
          </form>
          {sites.length === 0 ? <p class="empty">{m.none}</p> : <List sites={sites} />}
        </section>
        {sites.length === 0 ? null : <HowTo url={frame.site.url} />}
      </>
    ),
  })

const List = ({ sites }: { sites: readonly string[] }) => (
  <ul class="plain lines">
    {sites.map((site) => (
      <li class="draft-line">
        <bdi dir="ltr">{site}</bdi>
        <form method="post" action="/newsroom/embedding/remove">
          <input type="hidden" name="site" value={site} />
          <button type="submit" class="quiet">
            {m.remove}
            <span class="visually-hidden">: {site}</span>
          </button>
        </form>
      </li>
    ))}
  </ul>
)

const HowTo = ({ url }: { url: string }) => (
  <section class="part" aria-labelledby="how-to">
    <h2 id="how-to">{m.howTo}</h2>
    <p>{m.howToWords}</p>
    <pre dir="ltr">
      {`<courant-discussion src="${url}"></courant-discussion>\n<script src="${url}/embed.js" async></script>`}
    </pre>
    <p>{m.withoutScript}</p>
    <pre dir="ltr">
      {`<iframe src="${url}/embed/story?url=${m.pageHere}" title="${m.frameTitle}" width="100%" height="900"></iframe>`}
    </pre>
    <p>{m.replace(<code>{m.pageHere}</code>)}</p>
    <p>
      {m.matching} <a href="/newsroom/old-addresses">{m.oldAddresses}</a>
    </p>
  </section>
)
