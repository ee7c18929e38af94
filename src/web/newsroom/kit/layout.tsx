/** What stands around every page of the newsroom. */
import type { Child } from 'hono/jsx'
import { frameMessages as m } from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import type { Site } from '../../site/kit/props.ts'
import { paperPlacesOf } from '../paper/paper-places.tsx'
import { WaitingInBar } from '../waiting/waiting-line.tsx'
import { shortCount } from './counts.ts'
import type { Frame } from './props.ts'

interface ShellProps {
  site: Site
  title: string
  /** The bar of places and the sign-out button; absent where nobody is signed in. */
  frame?: Frame
  here?:
    | 'stories'
    | 'planning'
    | 'front'
    | 'paper'
    | 'pictures'
    | 'statements'
    | 'review'
    | 'people'
    | 'settings'
    | 'log'
    | 'account'
  script?: string
  /** A stylesheet of its own, beside the newsroom's. */
  styles?: string
  /** Nothing is painted before the script has run, which makes other things of what stands here. */
  scriptFirst?: boolean
  wide?: boolean
  children?: Child
}

/** A whole document, ready to be sent. */
export const newsroomDocument = (props: ShellProps): string => `<!doctype html>${<Shell {...props} />}`

const Shell = ({ site, title, frame, here, script, scriptFirst, styles, wide, children }: ShellProps) => (
  <html lang={site.language} dir={site.direction}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{m.documentTitle(title, site.name)}</title>
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={site.stylesheet} />
      {styles ? <link rel="stylesheet" href={styles} /> : null}
      {script ? <script type="module" src={script} {...(scriptFirst ? { blocking: 'render' } : {})} /> : null}
    </head>
    <body class="newsroom">
      <a class="skip" href="#main">
        {m.skip}
      </a>
      {frame ? <Bar frame={frame} here={here} /> : null}
      <main id="main" tabindex={-1} class={wide ? 'wide' : undefined}>
        {children}
      </main>
    </body>
  </html>
)

const Bar = ({ frame, here }: { frame: Frame; here: ShellProps['here'] }) => {
  const { site, person, waiting, moreWaiting } = frame
  const [paper] = paperPlacesOf(person)
  const place = (name: NonNullable<ShellProps['here']>, href: string, label: Child) => (
    <a href={href} {...(here === name ? { 'aria-current': 'page' as const } : {})}>
      {label}
    </a>
  )
  return (
    <header class="bar">
      <p class="room">
        <a href="/newsroom" dir="auto">
          {site.name}
        </a>{' '}
        <span class="label">{m.newsroom}</span>
      </p>
      <nav aria-label={m.newsroom}>
        {place('stories', '/newsroom', m.stories)}
        {may(person, 'write') ? place('planning', '/newsroom/planning', m.planning) : null}
        {may(person, 'publish') ? place('front', '/newsroom/front', m.front) : null}
        {may(person, 'write') ? place('pictures', '/newsroom/pictures', m.pictures) : null}
        {paper ? place('paper', paper.href, m.paper) : null}
        {place('statements', '/newsroom/said', m.statements)}
        {may(person, 'moderate')
          ? place(
              'review',
              '/newsroom/review',
              <>
                {m.review}{' '}
                <span class="count" data-waiting>
                  {shortCount({ count: waiting, more: moreWaiting })}
                </span>
                <span class="visually-hidden"> {m.waiting}</span>
              </>,
            )
          : null}
        {may(person, 'settings') ? place('people', '/newsroom/people', m.people) : null}
        {may(person, 'settings') ? place('settings', '/newsroom/settings', m.settings) : null}
        {may(person, 'settings') ? place('log', '/newsroom/log', m.log) : null}
        <a href="/">{m.viewSite}</a>
      </nav>
      <form method="post" action="/newsroom/sign-out" class="out">
        <span class="meta">{place('account', '/newsroom/account', person.name)}</span>
        <button type="submit" class="quiet">
          {m.signOut}
        </button>
      </form>
      <WaitingInBar counted={frame.toDo} script={frame.toDoScript} />
    </header>
  )
}

export const Problem = ({ sentence, id = 'problem' }: { sentence: string | undefined; id?: string }) =>
  sentence ? (
    <p class="alert" role="alert" id={id}>
      {sentence}
    </p>
  ) : null

export const Done = ({ children }: { children?: Child }) => (
  <p class="notice" role="status">
    {children}
  </p>
)

/** "3 minutes", "2 hours", "5 days": how long since. */
export const since = (now: number, at: number): string => m.since(now - at)

/** "just now", "3 minutes ago", "5 days ago". */
export const ago = (now: number, at: number): string => m.ago(now - at)
