/** "What did X say about Y" over everything that was published, shown to readers or not. */
import { readingMessages as m } from '../../../messages/index.ts'
import { SaidForm, SaidFound, type SaidSearchProps } from '../../site/said/said-search.tsx'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

export const renderNewsroomSaidPage = ({
  question,
  answer,
  ...frame
}: Frame & Pick<SaidSearchProps, 'question' | 'answer'>): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.search,
    here: 'statements',
    children: (
      <>
        <h1>{m.search}</h1>
        <p class="hint">{m.searchHint}</p>
        <SaidForm action="/newsroom/said" question={question} answer={answer} />
        <SaidFound action="/newsroom/said" site={frame.site} question={question} answer={answer} />
      </>
    ),
  })
