/** What went wrong on an address of the newsroom, for somebody who is signed in: within its frame, with the way back. */
import { frameMessages as m } from '../../../messages/index.ts'
import { newsroomDocument } from './layout.tsx'
import type { Frame } from './props.ts'

interface NewsroomErrorProps extends Frame {
  status: number
  title: string
  sentence: string
}

export const renderNewsroomError = ({ status, title, sentence, ...frame }: NewsroomErrorProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title,
    children: (
      <section class="kept">
        <p class="label">{status}</p>
        <h1>{title}</h1>
        <p>{sentence}</p>
        <p>
          <a class="button" href="/newsroom">
            {m.backToNewsroom}
          </a>
        </p>
      </section>
    ),
  })
