/** A table: results, fixtures, figures. It scrolls within itself where the screen is narrower than it is. */
import type { Child } from 'hono/jsx'
import { bodyMessages as m } from '../../../messages/index.ts'
import type { BlockOf } from '../kit/attached.ts'
import { columnKinds } from './column-kinds.ts'
import { words } from './words.tsx'

type Cell = BlockOf<'table'>['rows'][number]['cells'][number]

/** In a text that runs from the right, its sign would come to stand behind it. */
const SIGNED = /^[+\-−–±]/

/** `onPage`: on a page of the site, whose styles know the classes. */
export function TableView({ block, onPage }: { block: BlockOf<'table'>; onPage: boolean }) {
  const { caption, headerRow, headerColumn, rows } = block
  const kinds = columnKinds(block)
  const id = `b-${block.id}`
  const named = caption === '' ? { 'aria-label': m.table } : { 'aria-labelledby': `${id}-says` }
  const cellsOf = (cells: readonly Cell[], inHead: boolean): Child[] =>
    cells.map((cell, column) => {
      const kind = { class: kinds[column] || undefined }
      if (inHead)
        return cell.text === '' ? (
          <td />
        ) : (
          <th scope="col" {...kind}>
            {words(cell)}
          </th>
        )
      if (headerColumn && column === 0) return <th scope="row">{words(cell)}</th>
      return (
        <td {...kind}>
          {kind.class === 'num' && SIGNED.test(cell.text) ? <bdi dir="ltr">{words(cell)}</bdi> : words(cell)}
        </td>
      )
    })
  const head = headerRow ? rows[0] : undefined
  const table = (
    <table {...named}>
      {head ? (
        <thead>
          <tr>{cellsOf(head.cells, true)}</tr>
        </thead>
      ) : null}
      <tbody>
        {rows.slice(head ? 1 : 0).map((row) => (
          <tr {...(onPage ? { id: `b-${row.id}` } : {})}>{cellsOf(row.cells, false)}</tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <figure class="table" id={id}>
      {caption ? <figcaption id={`${id}-says`}>{caption}</figcaption> : null}
      {onPage ? (
        // It can be reached by keys, since it may have to be scrolled.
        <section class="scrolls" tabindex={0} {...named}>
          {table}
        </section>
      ) : (
        table
      )}
    </figure>
  )
}
