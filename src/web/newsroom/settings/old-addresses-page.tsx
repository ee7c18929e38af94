/** Old addresses: what one does, adding them, and the list. */
import type { Child } from 'hono/jsx'
import { oldAddressesMessages as m } from '../../../messages/index.ts'
import { REDIRECTS_ON_A_PAGE, type RedirectLine } from '../../../redirects/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import type { Tried } from './old-address-tried.ts'
import { SettingsPlaces } from './settings-places.tsx'

export interface OldAddressesProps extends Frame {
  list: { lines: readonly RedirectLine[]; count: number }
  find: string
  /** From 1. */
  page: number
  /** The address that was tried, and what came of it. */
  test: string
  tried?: Tried
  done?: string
  problem?: string
  /** What was typed and could not be added. */
  typed?: { from: string; to: string }
  pasted?: { lines: string; problems: readonly { line: number; sentence: string }[]; added: number }
}

/** More sentences than anybody reads through. */
const MOST_SENTENCES = 50

export const renderOldAddressesPage = (props: OldAddressesProps): string => {
  const { list, find, page, test, tried, done, problem, typed, pasted, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="addresses" />
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        {pasted ? <Pasted {...pasted} /> : null}
        <section class="part">
          <h2>{m.tryOne}</h2>
          <form method="get" action="/newsroom/old-addresses" class="pair">
            <div>
              <label for="test">
                {m.from} <span class="hint">{m.tryHint}</span>
              </label>
              <input id="test" name="test" value={test} required dir="ltr" />
            </div>
            <p>
              <button type="submit">{m.tryIt}</button>
            </p>
          </form>
          {tried ? (
            <p class="notice" role="status">
              <Outcome tried={tried} />
            </p>
          ) : null}
        </section>
        <section class="part">
          <h2>{m.addOne}</h2>
          <form method="post" action="/newsroom/old-addresses" class="stack">
            <label for="from">{m.from}</label>
            <input
              id="from"
              name="from"
              value={typed?.from ?? (tried?.what === 'nothing' ? test : '')}
              required
              dir="ltr"
            />
            <label for="to">
              {m.to} <span class="hint">{m.toHint}</span>
            </label>
            <input id="to" name="to" value={typed?.to ?? ''} required dir="ltr" />
            <p>
              <button type="submit">{m.add}</button>
            </p>
          </form>
          <details {...(pasted ? { open: true } : {})}>
            <summary>{m.addMany}</summary>
            <form method="post" action="/newsroom/old-addresses/paste" class="stack">
              <label for="lines">
                {m.lines} <span class="hint">{m.linesHint}</span>
              </label>
              <textarea id="lines" name="lines" rows={8} required dir="ltr" spellcheck={false}>
                {`\n${pasted?.lines ?? ''}`}
              </textarea>
              <p>
                <button type="submit">{m.addAll}</button>
              </p>
            </form>
          </details>
        </section>
        <List list={list} find={find} page={page} />
      </>
    ),
  })
}

const Pasted = ({ problems, added }: NonNullable<OldAddressesProps['pasted']>) => (
  <>
    {added > 0 ? <Done>{m.added(added)}</Done> : null}
    <div class="alert" role="alert">
      <p>{m.someBad(problems.length)}</p>
      <ul>
        {problems.slice(0, MOST_SENTENCES).map(({ line, sentence }) => (
          <li dir="auto">{m.line(line, sentence)}</li>
        ))}
      </ul>
      {problems.length > MOST_SENTENCES ? <p>{m.moreBad(problems.length - MOST_SENTENCES)}</p> : null}
    </div>
  </>
)

const Outcome = ({ tried }: { tried: Tried }) => {
  const address = <Address>{tried.address}</Address>
  if (tried.what === 'leads')
    return (
      <>
        {m.leadsTo(
          address,
          <a href={tried.to}>
            <Address>{tried.shown}</Address>
          </a>,
        )}{' '}
        {m.ends[tried.ends]}
      </>
    )
  if (tried.what === 'page') return m.pageThere(address)
  if (tried.what === 'gone') return m.goneThere(address)
  return tried.what === 'nothing' ? m.nothingThere(address) : m.notForReaders(address)
}

const Address = ({ children }: { children?: Child }) => <bdi dir="ltr">{children}</bdi>

const List = ({ list, find, page }: Pick<OldAddressesProps, 'list' | 'find' | 'page'>) => {
  const pages = Math.max(1, Math.ceil(list.count / REDIRECTS_ON_A_PAGE))
  return (
    <section class="part">
      <h2>{m.all(list.count)}</h2>
      <form method="get" action="/newsroom/old-addresses" class="pair">
        <div>
          <label for="find">{m.find}</label>
          <input id="find" name="find" type="search" value={find} dir="ltr" />
        </div>
        <p>
          <button type="submit">{m.findIt}</button>
        </p>
      </form>
      {list.lines.length === 0 ? <p class="empty">{find === '' ? m.none : m.noneFound}</p> : null}
      <ul class="plain lines">
        {list.lines.map((line) => (
          <li class="draft-line">
            <span>
              <Address>{line.address}</Address>
              <span aria-hidden="true">{m.arrow}</span>
              <span class="visually-hidden"> {m.leads} </span>
              <Target line={line} />
              {line.isImported ? <span class="meta"> {m.imported}</span> : null}
            </span>
            <form method="post" action="/newsroom/old-addresses/remove">
              <input type="hidden" name="address" value={line.address} />
              <button type="submit" class="quiet">
                {m.remove}
                <span class="visually-hidden">: {line.address}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p class="acts">
        {page > 1 ? <a href={listAddress(find, page - 1)}>{m.earlier}</a> : null}
        {page < pages ? <a href={listAddress(find, page + 1)}>{m.later}</a> : null}
      </p>
    </section>
  )
}

const Target = ({ line: { story, target } }: { line: RedirectLine }) => {
  if (story === null)
    return (
      <a href={target}>
        <Address>{target}</Address>
      </a>
    )
  if (story === 'missing') return <em>{m.noStory}</em>
  return (
    <>
      <a href={`/newsroom/stories/${story.id}`} dir="auto">
        {story.headline || m.noHeadline}
      </a>
      <span class="meta"> {target === '' ? m.notPublished : <Address>{target}</Address>}</span>
    </>
  )
}

/** The list's address: what was looked for, and which page of it. */
function listAddress(find: string, page: number): string {
  const query = new URLSearchParams({ ...(find ? { find } : {}), page: String(page) })
  return `/newsroom/old-addresses?${query}`
}
