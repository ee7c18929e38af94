/** The account of a site that moves in: what its export holds, and what becomes of each. */
import { counted, number, roughly } from '../../count.ts'

type Kind = 'site' | 'story' | 'person' | 'term' | 'picture' | 'thread' | 'comment' | 'note' | 'redirect' | 'left'

const KINDS: Record<Kind, { one: string; other: string }> = {
  site: { one: '# description of the site', other: '# descriptions of the site' },
  story: { one: '# story', other: '# stories' },
  person: { one: '# author', other: '# authors' },
  term: { one: '# section or topic', other: '# sections and topics' },
  picture: { one: '# picture', other: '# pictures' },
  thread: { one: '# comment thread', other: '# comment threads' },
  comment: { one: '# comment', other: '# comments' },
  note: { one: '# note for colleagues', other: '# notes for colleagues' },
  redirect: { one: '# redirect', other: '# redirects' },
  left: { one: '# other thing', other: '# other things' },
}

const kind = (of: Kind, count: number) => counted(count, KINDS[of])

const STATES: Partial<Record<Kind, Record<string, (count: number) => string>>> = {
  story: {
    public: (count) => counted(count, { one: '# public story', other: '# public stories' }),
    draft: (count) => counted(count, { one: '# draft', other: '# drafts' }),
    scheduled: (count) => counted(count, { one: '# scheduled story', other: '# scheduled stories' }),
    private: (count) =>
      counted(count, { one: '# story not everyone could read', other: '# stories not everyone could read' }),
    trash: (count) => counted(count, { one: '# story in the trash', other: '# stories in the trash' }),
    'page-public': (count) => counted(count, { one: '# public page', other: '# public pages' }),
    'page-draft': (count) => counted(count, { one: '# draft of a page', other: '# drafts of pages' }),
    'page-scheduled': (count) => counted(count, { one: '# scheduled page', other: '# scheduled pages' }),
    'page-private': (count) =>
      counted(count, { one: '# page not everyone could read', other: '# pages not everyone could read' }),
    'page-trash': (count) => counted(count, { one: '# page in the trash', other: '# pages in the trash' }),
  },
  term: {
    section: (count) => counted(count, { one: '# section', other: '# sections' }),
    topic: (count) => counted(count, { one: '# topic', other: '# topics' }),
  },
  picture: {
    file: (count) => counted(count, { one: '# picture among the files', other: '# pictures among the files' }),
    elsewhere: (count) =>
      counted(count, { one: '# picture on the old site only', other: '# pictures on the old site only' }),
  },
  comment: {
    approved: (count) => counted(count, { one: '# comment that was shown', other: '# comments that were shown' }),
    held: (count) => counted(count, { one: '# comment that was waiting', other: '# comments that were waiting' }),
    rejected: (count) => counted(count, { one: '# rejected comment', other: '# rejected comments' }),
    spam: (count) => counted(count, { one: '# spam comment', other: '# spam comments' }),
    gone: (count) => counted(count, { one: '# deleted comment', other: '# deleted comments' }),
  },
}

const DRAFT = 'a draft here'

export const moveAccountMessages = {
  kind,
  found: (of: Kind, state: string, count: number): string =>
    of === 'left' ? `${number(count)} × ${state}` : (STATES[of]?.[state]?.(count) ?? kind(of, count)),
  /** What will become of it. */
  becomes: (
    of: Kind,
    state: string,
    { comments, trash, fetchPictures }: { comments: string; trash: string; fetchPictures: boolean },
  ): string => {
    if (of === 'story') {
      if (state === 'public') return 'published, each with its old day'
      if (state === 'page-public') return 'published as a page'
      if (state === 'page-trash') return 'left out'
      if (state === 'trash') return trash === 'trash' ? 'in the trash here too' : 'left out'
      return state === 'scheduled' ? `${DRAFT}, with the day it was planned for` : DRAFT
    }
    if (of === 'comment') {
      if (state === 'approved') return comments === 'approved' ? 'shown here too, as it was there' : 'waits for review'
      const fates: Record<string, string> = {
        held: 'waits for review',
        rejected: 'stays rejected',
        spam: 'stays spam; the spam model learns from it',
        gone: 'only its place in the thread is kept',
      }
      return fates[state] ?? 'waits for review'
    }
    if (of === 'picture')
      return state === 'file' || fetchPictures
        ? 'put into its stories afterwards'
        : 'missing, and listed in its stories'
    const fates: Record<Exclude<Kind, 'story' | 'comment' | 'picture'>, string> = {
      site: 'read',
      person: 'somebody who can’t sign in until you let them in',
      term: 'a section or topic here',
      thread: 'matched with a story of this site',
      note: 'a note for colleagues here',
      redirect: 'kept',
      left: 'left out',
    }
    return fates[of]
  },
  /** What became of it. */
  became: (of: Kind, state: string): string => {
    const outcomes: Record<string, string> = {
      public: 'published',
      draft: 'drafts',
      trash: 'in the trash',
      'page-public': 'published as pages',
      'page-draft': 'drafts of pages',
      same: 'were here already',
      updated: 'changed on the old site, and here too now',
      changed: 'changed on the old site; yours were kept',
      twice: 'stand twice in the export',
      left: 'left out',
      approved: 'shown, as they were there',
      held: 'waiting for review',
      rejected: 'rejected, as they were there',
      spam: 'spam, as they were there',
      gone: 'deleted there: only their places in the thread are kept',
      matched: 'matched with stories',
      known: 'known to the import',
      kept: 'kept',
      note: 'notes for colleagues',
      person: 'without a sign-in until you let them in',
      name: 'only named in bylines',
      section: 'sections',
      topic: 'topics',
      read: 'read',
      waiting: 'still waiting for their stories',
    }
    return outcomes[state] ?? `${of}: ${state}`
  },

  formats: {
    archive: 'Courant archive',
    blogger: 'Blogger',
    wordpress: 'WordPress',
    ghost: 'Ghost',
    substack: 'Substack',
    medium: 'Medium',
    'movable type': 'Movable Type or TypePad',
    folder: 'folder of HTML or Markdown',
    disqus: 'Disqus',
    isso: 'Isso',
    remark42: 'Remark42',
    commento: 'Commento',
    comentario: 'Comentario',
    coral: 'Coral',
  },
  from: (format: string, from: string) => [format, from].filter(Boolean).join(', '),
  learnt: ({ fine, spam, broke }: { fine: number; spam: number; broke: number }) =>
    `The spam model learnt from ${number(fine)} approved, ${number(spam)} spam and ${number(broke)} rejected comments.`,
  pictures: ({ put, waiting, failed }: { put: number; waiting: number; failed: number }) =>
    `Pictures in stories: ${number(put)} in their places, ${number(waiting)} still to come, ${number(failed)} missing.`,
  timeLeft: (span: number): string | null => {
    const left = roughly(span)
    return left === null ? null : `about ${left} left`
  },
}
