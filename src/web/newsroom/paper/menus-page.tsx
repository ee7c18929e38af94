/** The menus at the head and at the foot: their lines, in order, and what can be added. */
import { menusPageMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import { MENUS, type Menu, type MenuLine, type MenuNow } from '../../../paper/index.ts'
import { fitInLine } from '../../site/kit/menu-fit.ts'
import { Handle } from '../kit/handle.tsx'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { PaperPlaces } from './paper-places.tsx'

/** Something that can be added, by its form value. */
export interface MenuChoice {
  value: string
  says: string
}

export type ChoiceGroup = 'section' | 'page' | 'author' | 'topic'

export interface MenusPageProps extends Frame {
  menus: Record<Menu, MenuNow & { dead: ReadonlySet<string> }>
  /** What is not in the menu yet. */
  choices: Record<Menu, Record<ChoiceGroup, readonly MenuChoice[]>>
  done?: string
  /** The line that was moved last, so that the key that moved it moves it on. */
  moved?: { menu: Menu; key: string; direction: 'up' | 'down' }
  /** What could not be done, in which menu, and what was typed. */
  problem?: { menu: Menu; sentence: string; typed?: { href: string; label: string } }
  script: string
}

export const renderMenusPage = ({ menus, choices, done, moved, problem, script, ...frame }: MenusPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'paper',
    script,
    children: (
      <>
        <PaperPlaces person={frame.person} here="menus" />
        <h1>{m.title}</h1>
        {done ? <Done>{done}</Done> : null}
        {MENUS.map((menu) => (
          <MenuSection
            menu={menu}
            now={menus[menu]}
            choices={choices[menu]}
            siteName={frame.site.name}
            moved={moved}
            problem={problem?.menu === menu ? problem : undefined}
          />
        ))}
      </>
    ),
  })

interface SectionProps {
  menu: Menu
  now: MenusPageProps['menus'][Menu]
  choices: Record<ChoiceGroup, readonly MenuChoice[]>
  siteName: string
  moved: MenusPageProps['moved'] | undefined
  problem: MenusPageProps['problem'] | undefined
}

const MenuSection = ({ menu, now: { own, lines, dead }, choices, siteName, moved, problem }: SectionProps) => {
  const seen = lines.filter(({ path }) => path !== null)
  const more = menu === 'head' ? fitInLine(siteName, seen).more.length : 0
  return (
    <section class="menu-section" id={menu}>
      <h2>{m.menus[menu]}</h2>
      <p>{m.leads[menu]}</p>
      <p class="meta">{own ? m.own : lines.length > 0 ? m.fillsItself[menu] : m.empty[menu]}</p>
      {more > 0 ? <p class="meta">{m.overflow(more, <>“{siteFrameMessages.more}”</>)}</p> : null}
      <Problem sentence={problem?.sentence} id={`problem-${menu}`} />
      <drag-order>
        <form method="post" action={`/newsroom/menus/${menu}/move`}>
          <input type="hidden" name="line" value="" />
          <input type="hidden" name="to" value="" />
        </form>
        <ol class="plain lines menu-lines">
          {lines.map((line, place) => (
            <Line
              menu={menu}
              line={line}
              place={place}
              last={place === lines.length - 1}
              isDead={dead.has(line.key)}
              moved={moved?.menu === menu && moved.key === line.key ? moved.direction : null}
            />
          ))}
        </ol>
      </drag-order>
      <Add menu={menu} choices={choices} typed={problem?.typed} isFaulty={problem?.typed !== undefined} />
      {own ? (
        <form method="post" action={`/newsroom/menus/${menu}/fill`}>
          <button type="submit" class="quiet">
            {m.fill}
          </button>
        </form>
      ) : null}
    </section>
  )
}

interface LineProps {
  menu: Menu
  line: MenuLine
  place: number
  last: boolean
  isDead: boolean
  moved: 'up' | 'down' | null
}

/** `moved` keeps the button that was pressed in hand, or at the end the other. */
const Line = ({
  menu,
  line: { key, kind, says, label, path, href, missing },
  place,
  last,
  isDead,
  moved,
}: LineProps) => {
  const action = `/newsroom/menus/${menu}`
  const name = says || m.nameless
  const of = <span class="visually-hidden">{m.of(name)}</span>
  const inHand = moved === 'up' && place === 0 ? 'down' : moved === 'down' && last ? 'up' : moved
  const Move = ({ direction, disabled }: { direction: 'up' | 'down'; disabled: boolean }) => (
    <button
      type="submit"
      name="direction"
      value={direction}
      class="arrow"
      disabled={disabled}
      autofocus={direction === inHand}
    >
      <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'}</span>
      <span class="visually-hidden">
        {direction === 'up' ? m.up : m.down}
        {m.of(name)}
      </span>
    </button>
  )
  return (
    <li id={`${menu}-${place}`} data-line={key}>
      <div class="menu-line">
        {place === 0 && last ? null : <Handle />}
        <form method="post" action={`${action}/move`} class="moves">
          <input type="hidden" name="key" value={key} />
          <Move direction="up" disabled={place === 0} />
          <Move direction="down" disabled={last} />
        </form>
        <span class="menu-name">
          <strong dir="auto">{name}</strong>{' '}
          <span class="meta">
            {m.kinds[kind]}
            {kind === 'link' ? (
              <>
                : <bdi>{href}</bdi>
              </>
            ) : path === null ? null : (
              <>
                : <bdi>{path}</bdi>
              </>
            )}
          </span>
        </span>
        <details class="menu-rename">
          <summary>
            {m.rename}
            {of}
          </summary>
          <form method="post" action={`${action}/rename`} class="stack">
            <input type="hidden" name="key" value={key} />
            <label for={`label-${menu}-${place}`}>
              {m.says} {kind === 'link' ? null : <span class="hint">{m.renameHint}</span>}
            </label>
            <input id={`label-${menu}-${place}`} name="label" value={label} dir="auto" />
            <p>
              <button type="submit">
                {m.saveName}
                {of}
              </button>
            </p>
          </form>
        </details>
        <form method="post" action={`${action}/remove`}>
          <input type="hidden" name="key" value={key} />
          <button type="submit" class="quiet">
            {m.remove}
            {of}
          </button>
        </form>
      </div>
      {missing || isDead ? <p class="held">{missing ? m.missing[missing] : m.deadLink}</p> : null}
    </li>
  )
}

const GROUPS = ['section', 'page', 'author', 'topic'] as const satisfies readonly ChoiceGroup[]

interface AddProps {
  menu: Menu
  choices: SectionProps['choices']
  typed: { href: string; label: string } | undefined
  isFaulty: boolean
}

const Add = ({ menu, choices, typed = { href: '', label: '' }, isFaulty }: AddProps) => {
  const groups = GROUPS.filter((group) => choices[group].length > 0)
  const faulty = isFaulty ? ({ 'aria-invalid': 'true', 'aria-describedby': `problem-${menu}` } as const) : {}
  return (
    <form method="post" action={`/newsroom/menus/${menu}/add`} class="stack menu-add">
      {groups.length > 0 ? (
        <div>
          <label for={`thing-${menu}`}>{m.addThing}</label>
          <select id={`thing-${menu}`} name="thing">
            <option value="">{m.choose}</option>
            {groups.map((group) => (
              <optgroup label={m.groups[group]}>
                {choices[group].map(({ value, says }) => (
                  <option value={value}>{says}</option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
      ) : null}
      <div class="pair">
        <div>
          <label for={`href-${menu}`}>
            {m.orLink} <span class="hint">{m.addressHint}</span>
          </label>
          <input id={`href-${menu}`} name="href" value={typed.href} dir="auto" {...faulty} />
        </div>
        <div>
          <label for={`says-${menu}`}>{m.says}</label>
          <input id={`says-${menu}`} name="label" value={typed.label} dir="auto" {...faulty} />
        </div>
      </div>
      <p>
        <button type="submit">
          {m.add}
          <span class="visually-hidden">{m.of(m.menus[menu])}</span>
        </button>
      </p>
    </form>
  )
}
