/** The front of a section, a topic or an author: who or what it is, and its stories. */
import { frontMessages as m } from '../../../messages/index.ts'
import { contactHref, type Term, termPath } from '../../../paper/index.ts'
import { document, jsonLd } from '../kit/layout.tsx'
import type { Site, StorySummary } from '../kit/props.ts'
import { PortraitImage } from '../said/portrait.tsx'
import type { Portrait } from '../said/said-props.ts'
import { composeFront } from './compose.ts'
import { Latest, placedStory, Top } from './spread.tsx'

export interface TermPageProps {
  site: Site
  term: Term
  /** Of an author. */
  portrait: Portrait | null
  /** The newest first. */
  stories: StorySummary[]
  /** Milliseconds since the epoch. */
  now: number
  /** From 1. */
  page: number
  hasOlder: boolean
}

export function renderTermPage({ site, term, portrait, stories, now, page, hasOlder }: TermPageProps): string {
  const path = encodeURI(termPath(term))
  const here = page === 1 ? path : `${path}/${page}`
  const title = page === 1 ? term.name : m.nameAndPage(term.name, page)
  return document({
    site,
    title: `${title} · ${site.name}`,
    ...(term.about ? { description: firstParagraph(term.about) } : {}),
    path: here,
    head: (
      <>
        <link
          rel="alternate"
          type="application/atom+xml"
          title={`${term.name} · ${site.name}`}
          href={`${path}/feed.xml`}
        />
        {page === 1 ? jsonLd(dataOf({ site, term, portrait })) : null}
      </>
    ),
    children: (
      <div class={['term', term.kind, term.accent ? `accent-${term.accent}` : ''].filter(Boolean).join(' ')}>
        {term.kind === 'author' ? (
          <AuthorHead term={term} portrait={portrait} short={page > 1} />
        ) : (
          <header class="term-head">
            {term.tone === 'news' || term.name === m.tones[term.tone] ? null : (
              <p class="label spot">{m.tones[term.tone]}</p>
            )}
            <h1>{term.name}</h1>
            {page === 1 ? <Paragraphs text={term.about} /> : null}
          </header>
        )}
        {page > 1 ? <p class="label page">{m.page(page)}</p> : null}
        {stories.length === 0 ? <p class="empty">{m.nothingIn[term.kind](term.name)}</p> : null}
        <Spread site={site} stories={stories} now={now} sectioned={term.kind !== 'section'} page={page} />
        <nav class="older" aria-label={m.pages}>
          {page > 1 ? (
            <a rel="prev" href={page === 2 ? path : `${path}/${page - 1}`}>
              {m.newer}
            </a>
          ) : null}
          {hasOlder ? (
            <a rel="next" href={`${path}/${page + 1}`}>
              {m.older}
            </a>
          ) : null}
          <a href={`${path}/feed.xml`}>{m.feedOf(term.name)}</a>
        </nav>
      </div>
    ),
  })
}

/** The newest as on the front page; further ones, and those of older pages, in lines. */
function Spread({
  stories,
  page,
  ...props
}: Pick<TermPageProps, 'site' | 'stories' | 'now' | 'page'> & { sectioned: boolean }) {
  const placed = stories.map(placedStory)
  if (page > 1) return <Latest {...props} stories={placed} title={m.older} />
  const { lead, seconds, latest } = composeFront({ stories: placed })
  return lead ? (
    <div class="front">
      <Top {...props} lead={lead} seconds={seconds} />
      <Latest {...props} stories={latest} />
    </div>
  ) : null
}

const AuthorHead = ({
  term: { name, role, about, contact },
  portrait,
  short,
}: {
  term: Term
  portrait: Portrait | null
  short: boolean
}) => (
  <header class={portrait ? 'term-head portrayed' : 'term-head'}>
    {portrait ? (
      <figure>
        <PortraitImage portrait={portrait} sizes="(min-width: 43rem) 12rem, 7rem" />
        {portrait.credit ? <figcaption class="meta">{portrait.credit}</figcaption> : null}
      </figure>
    ) : null}
    <div>
      <h1>{name}</h1>
      {role ? <p class="label spot">{role}</p> : null}
      {short ? null : <Paragraphs text={about} />}
      {contact ? <Contact contact={contact} /> : null}
    </div>
  </header>
)

const Contact = ({ contact }: { contact: string }) => {
  const href = contactHref(contact)
  return (
    <p class="meta contact">
      {href ? (
        <a href={href} rel="me" dir="ltr">
          {contact.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
        </a>
      ) : (
        contact
      )}
    </p>
  )
}

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {paragraphsOf(text).map((paragraph) => (
      <p class="about">{paragraph}</p>
    ))}
  </>
)

const paragraphsOf = (text: string): string[] =>
  text
    .split('\n\n')
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)

const firstParagraph = (text: string): string => paragraphsOf(text)[0] ?? ''

/** For search engines: who an author is, or what a collection is of. */
function dataOf({ site, term, portrait }: Pick<TermPageProps, 'site' | 'term' | 'portrait'>) {
  const { kind, name, about, role, contact } = term
  const url = site.url + encodeURI(termPath(term))
  const publication = { '@type': 'NewsMediaOrganization', name: site.name, url: site.url }
  const common = { '@context': 'https://schema.org', url, inLanguage: site.language }
  const description = about ? { description: firstParagraph(about) } : {}
  if (kind !== 'author')
    return {
      ...common,
      '@type': 'CollectionPage',
      name,
      ...description,
      isPartOf: { '@type': 'WebSite', name: site.name, url: site.url },
    }
  const href = contactHref(contact)
  return {
    ...common,
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      name,
      url,
      ...description,
      ...(role ? { jobTitle: role } : {}),
      ...(portrait ? { image: site.url + portrait.src } : {}),
      ...(href?.startsWith('mailto:') ? { email: contact } : href ? { sameAs: [href] } : {}),
      worksFor: publication,
    },
  }
}
