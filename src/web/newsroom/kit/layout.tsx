/** What stands around every page of the newsroom. */
import type { Child } from 'hono/jsx'
import { may } from '../../../people/index.ts'
import type { Site } from '../../site/kit/props.ts'
import { objectionsInWords, shortCount } from './counts.ts'
import type { Frame } from './props.ts'

interface ShellProps {
  site: Site
  title: string
  /** The bar of places and the sign-out button; absent where nobody is signed in. */
  frame?: Frame
  here?: 'stories' | 'pictures' | 'statements' | 'review' | 'people' | 'settings' | 'log' | 'account'
  script?: string
  wide?: boolean
  children?: Child
}

/** A whole document, ready to be sent. */
export const newsroomDocument = (props: ShellProps): string => `<!doctype html>${<Shell {...props} />}`

const Shell = ({ site, title, frame, here, script, wide, children }: ShellProps) => (
  <html lang={site.language} dir={site.direction}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Newsroom · ${site.name}`}</title>
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={site.stylesheet} />
      {script ? <script type="module" src={script} /> : null}
    </head>
    <body class="newsroom">
      <a class="skip" href="#main">
        Skip to content
      </a>
      {frame ? <Bar frame={frame} here={here} /> : null}
      <main id="main" tabindex={-1} class={wide ? 'wide' : undefined}>
        {children}
      </main>
    </body>
  </html>
)

const Bar = ({ frame, here }: { frame: Frame; here: ShellProps['here'] }) => {
  const { site, person, waiting, moreWaiting, objections } = frame
  const answers = objectionsInWords(objections)
    .map(({ words }) => words)
    .join(', ')
  const place = (name: NonNullable<ShellProps['here']>, href: string, label: Child) => (
    <a href={href} {...(here === name ? { 'aria-current': 'page' as const } : {})}>
      {label}
    </a>
  )
  return (
    <header class="bar">
      <p class="room">
        <a href="/newsroom">{site.name}</a> <span class="label">Newsroom</span>
      </p>
      <nav aria-label="Newsroom">
        {place('stories', '/newsroom', 'Stories')}
        {may(person, 'write') ? place('pictures', '/newsroom/pictures', 'Pictures') : null}
        {place('statements', '/newsroom/said', 'Statements')}
        {may(person, 'moderate')
          ? place(
              'review',
              '/newsroom/review',
              <>
                Review{' '}
                <span class="count" data-waiting>
                  {shortCount({ count: waiting, more: moreWaiting })}
                </span>
                <span class="visually-hidden"> waiting</span>
                {answers === '' ? null : (
                  <span class="count objections" title={answers}>
                    <span aria-hidden="true">+ {(objections.appeals + objections.reported).toLocaleString('en')}</span>
                    <span class="visually-hidden">, {answers}</span>
                  </span>
                )}
              </>,
            )
          : null}
        {may(person, 'settings') ? place('people', '/newsroom/people', 'People') : null}
        {may(person, 'settings') ? place('settings', '/newsroom/settings', 'Settings') : null}
        {may(person, 'settings') ? place('log', '/newsroom/log', 'Log') : null}
        <a href="/">View the site</a>
      </nav>
      <form method="post" action="/newsroom/sign-out" class="out">
        <span class="meta">{place('account', '/newsroom/account', person.name)}</span>
        <button type="submit" class="quiet">
          Sign out
        </button>
      </form>
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

/** "3 min", "2 h", "5 days": how long since. */
export function since(now: number, at: number): string {
  const minutes = Math.max(0, Math.round((now - at) / 60_000))
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  if (hours < 48) return `${hours} h`
  return `${Math.round(hours / 24)} days`
}

/** "just now", "3 min ago", "5 days ago". */
export function ago(now: number, at: number): string {
  const time = since(now, at)
  return time === 'just now' ? time : `${time} ago`
}
