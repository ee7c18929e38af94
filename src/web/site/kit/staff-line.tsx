/** Over a page of the paper, for those who work on it: where it is edited. */
import { staffLineMessages as m } from '../../../messages/index.ts'

/** A thing that is edited, and where. */
export interface EditedAt {
  kind: keyof typeof m.edit
  href: string
}

export const StaffLine = ({ editor }: { editor: EditedAt }) => (
  <nav class="staff-line" aria-label={m.label} lang="en" dir="ltr">
    <a href="/newsroom">{m.newsroom}</a>
    <a href={editor.href}>{m.edit[editor.kind]}</a>
  </nav>
)
