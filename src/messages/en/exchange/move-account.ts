/** The account of a site that moves in: what its export holds, and what becomes of each. */
import { counted, type Forms, number, roughly } from '../../count.ts'

type Kind = 'site' | 'story' | 'person' | 'term' | 'picture' | 'thread' | 'comment' | 'note' | 'redirect' | 'left'

const KINDS: Record<Kind, Forms> = {
  site: { one: '# description of the site', other: '# descriptions of the site' },
  story: { one: '# story or page', other: '# stories and pages' },
  person: { one: '# author', other: '# authors' },
  term: { one: '# section or topic', other: '# sections and topics' },
  picture: { one: '# picture', other: '# pictures' },
  thread: { one: '# comment thread', other: '# comment threads' },
  comment: { one: '# comment', other: '# comments' },
  note: { one: '# note for colleagues', other: '# notes for colleagues' },
  redirect: { one: '# old address', other: '# old addresses' },
  left: { one: '# other thing', other: '# other things' },
}

/** What has no place here. */
const LEFT_KINDS = {
  pingback: { one: '# notice of a link (pingback)', other: '# notices of links (pingbacks)' },
  trackback: { one: '# notice of a link (trackback)', other: '# notices of links (trackbacks)' },
  like: { one: '# like or reaction without words', other: '# likes and reactions without words' },
  comment: { one: '# comment without a place here', other: '# comments without a place here' },
  note: { one: '# note in the trash', other: '# notes in the trash' },
  thread: { one: '# discussion without a place here', other: '# discussions without a place here' },
  answer: { one: '# answer to somebody else’s story', other: '# answers to other people’s stories' },
  menu: { one: '# line of a menu', other: '# lines of menus' },
  design: { one: '# part of the design', other: '# parts of the design' },
  form: { one: '# form, or answer to one', other: '# forms, and answers to them' },
  shop: { one: '# part of a shop', other: '# parts of a shop' },
  revision: { one: '# earlier version', other: '# earlier versions' },
  reusable: { one: '# text shared by stories', other: '# texts shared by stories' },
  setting: { one: '# setting', other: '# settings' },
  file: { one: '# file that is no picture', other: '# files that are no pictures' },
  sorting: { one: '# category not used for stories', other: '# categories not used for stories' },
  empty: { one: '# entry without words', other: '# entries without words' },
  list: { one: '# page that only lists others', other: '# pages that only list others' },
  account: { one: '# reader’s account', other: '# readers’ accounts' },
  decision: { one: '# moderator’s decision', other: '# moderators’ decisions' },
  redirect: { one: '# redirect by a pattern', other: '# redirects by a pattern' },
  unread: { one: '# file too large to be a story', other: '# files too large to be stories' },
  other: { one: '# other thing', other: '# other things' },
}

/** Every kind of thing that can be left, so that none goes without its words. */
export type ToldLeft = keyof typeof LEFT_KINDS

/** What is found, by kind and state. */
const FOUND: Partial<Record<Kind, Record<string, Forms>>> = {
  story: {
    public: { one: '# public story', other: '# public stories' },
    unfinished: {
      one: '# public story with nothing in it but its headline',
      other: '# public stories with nothing in them but their headlines',
    },
    draft: { one: '# draft', other: '# drafts' },
    scheduled: { one: '# scheduled story', other: '# scheduled stories' },
    private: { one: '# story not everyone could read', other: '# stories not everyone could read' },
    trash: { one: '# story in the trash', other: '# stories in the trash' },
    'page-public': { one: '# public page', other: '# public pages' },
    'page-draft': { one: '# draft of a page', other: '# drafts of pages' },
    'page-scheduled': { one: '# scheduled page', other: '# scheduled pages' },
    'page-private': { one: '# page not everyone could read', other: '# pages not everyone could read' },
    'page-trash': { one: '# page in the trash', other: '# pages in the trash' },
    'page-unfinished': {
      one: '# public page with something still to be filled in',
      other: '# public pages with something still to be filled in',
    },
    'too-long': { one: '# story or page that is too long', other: '# stories and pages that are too long' },
    'page-left': {
      one: '# page without a title or words of its own',
      other: '# pages without a title or words of their own',
    },
  },
  term: {
    section: { one: '# section', other: '# sections' },
    topic: { one: '# topic', other: '# topics' },
  },
  picture: {
    file: { one: '# picture among the files', other: '# pictures among the files' },
    elsewhere: { one: '# picture on the old site only', other: '# pictures on the old site only' },
  },
  comment: {
    approved: { one: '# comment that was shown', other: '# comments that were shown' },
    held: { one: '# comment that was waiting', other: '# comments that were waiting' },
    rejected: { one: '# rejected comment', other: '# rejected comments' },
    spam: { one: '# spam comment', other: '# spam comments' },
    gone: { one: '# deleted comment', other: '# deleted comments' },
    trashed: { one: '# comment in the trash', other: '# comments in the trash' },
    'on-page': { one: '# comment on a page', other: '# comments on pages' },
    'no-story': { one: '# comment without its story', other: '# comments without their stories' },
  },
  note: {
    'on-page': { one: '# note on a page', other: '# notes on pages' },
    'no-story': { one: '# note without its story', other: '# notes without their stories' },
  },
  left: LEFT_KINDS,
}

/** What something that is told by name is. */
const NAMED: Record<string, string> = {
  person: 'author',
  thread: 'comment thread',
  redirect: 'old address',
  pingback: 'pingback',
  trackback: 'trackback',
  like: 'like or reaction',
  answer: 'answer',
  menu: 'menu',
  design: 'design',
  form: 'form',
  shop: 'shop',
  revision: 'earlier version',
  reusable: 'shared text',
  setting: 'setting',
  file: 'file',
  sorting: 'category',
  empty: 'without words',
  list: 'list',
  account: 'reader’s account',
  decision: 'moderator’s decision',
  unread: 'file',
  other: 'other',
}

/** The same words, however many there are. */
const same = (other: string): Forms => ({ other })

const LEFT = same('left out')
const DRAFT: Forms = { one: 'a draft here', other: 'drafts here' }
const REVIEW: Forms = { one: 'waits for review', other: 'wait for review' }

interface Chosen {
  comments: string
  trash: string
  fetchPictures: boolean
}

const BECOMES: Record<Kind, (state: string, chosen: Chosen) => Forms> = {
  site: () => same('read'),
  story: (state, { trash }) =>
    (
      ({
        public: { one: 'published, with its old day', other: 'published, each with its old day' },
        'page-public': { one: 'published as a page', other: 'published as pages' },
        'page-trash': LEFT,
        'page-left': LEFT,
        'too-long': LEFT,
        trash: trash === 'trash' ? same('in the trash here too') : LEFT,
        scheduled: {
          one: 'a draft here; the day it was planned for is named',
          other: 'drafts here; the days they were planned for are named',
        },
      }) as Record<string, Forms>
    )[state] ?? DRAFT,
  person: () => ({
    one: 'somebody who can’t sign in until you let them in',
    other: 'people who can’t sign in until you let them in',
  }),
  term: (state) =>
    state === 'section'
      ? { one: 'a section here', other: 'sections here' }
      : { one: 'a topic here', other: 'topics here' },
  picture: (state, { fetchPictures }) =>
    state === 'file' || fetchPictures
      ? { one: 'put into its stories afterwards', other: 'put into their stories afterwards' }
      : { one: 'missing, and listed with its stories', other: 'missing, and listed with their stories' },
  thread: () => ({ one: 'matched with a story of this site', other: 'matched with stories of this site' }),
  comment: (state, { comments }) =>
    (
      ({
        approved:
          comments === 'approved'
            ? { one: 'shown here too, as it was there', other: 'shown here too, as they were there' }
            : REVIEW,
        rejected: { one: 'stays rejected', other: 'stay rejected' },
        spam: {
          one: 'stays spam; the spam model learns from it',
          other: 'stay spam; the spam model learns from them',
        },
        gone: { one: 'only its place in the thread is kept', other: 'only their places in the threads are kept' },
        trashed: { one: 'stays rejected', other: 'stay rejected' },
        'on-page': same('left out, because pages don’t take comments here'),
        'no-story': same('left out, unless this site has the story already'),
      }) as Record<string, Forms>
    )[state] ?? REVIEW,
  note: (state) =>
    state === 'on-page' || state === 'no-story'
      ? LEFT
      : { one: 'a note for colleagues here', other: 'notes for colleagues here' },
  redirect: () => ({ one: 'leads to what is here then', other: 'lead to what is here then' }),
  left: () => LEFT,
}

/** What is told of, where the state says more than the kind. */
const BECAME_OF: Partial<Record<Kind, Record<string, Forms>>> = {
  story: {
    public: { one: '# story', other: '# stories' },
    draft: { one: '# story', other: '# stories' },
    trash: { one: '# story', other: '# stories' },
    'page-public': { one: '# page', other: '# pages' },
    'page-draft': { one: '# page', other: '# pages' },
  },
  term: FOUND.term as Record<string, Forms>,
  left: LEFT_KINDS,
}

const BECAME: Record<string, Forms> = {
  public: same('published'),
  draft: { one: 'kept as a draft', other: 'kept as drafts' },
  trash: same('in the trash'),
  'page-public': same('published'),
  'page-draft': { one: 'kept as a draft', other: 'kept as drafts' },
  same: { one: 'was here already', other: 'were here already' },
  updated: same('changed on the old site, and now here too'),
  changed: { one: 'changed on the old site; yours was kept', other: 'changed on the old site; yours were kept' },
  twice: { one: 'is in the export twice', other: 'are in the export twice' },
  left: LEFT,
  approved: { one: 'shown, as it was there', other: 'shown, as they were there' },
  held: { one: 'waits for review', other: 'wait for review' },
  rejected: { one: 'rejected, as it was there', other: 'rejected, as they were there' },
  trashed: { one: 'rejected, as it was in the trash there', other: 'rejected, as they were in the trash there' },
  spam: { one: 'spam, as it was there', other: 'spam, as they were there' },
  gone: {
    one: 'deleted there; only its place in the thread is kept',
    other: 'deleted there; only their places in the threads are kept',
  },
  matched: { one: 'matched with its story', other: 'matched with their stories' },
  known: { one: 'noted, for the stories that show it', other: 'noted, for the stories that show them' },
  kept: { one: 'leads to what is here now', other: 'lead to what is here now' },
  note: same('taken in'),
  person: { one: 'can’t sign in until you let them in', other: 'can’t sign in until you let them in' },
  name: same('only named in bylines'),
  section: same('here'),
  topic: same('here'),
  read: same('read'),
  waiting: { one: 'still waits for its story', other: 'still wait for their stories' },
}

export const moveAccountMessages = {
  found: (of: Kind, state: string, count: number): string => counted(count, FOUND[of]?.[state] ?? KINDS[of]),
  /** What will become of so many. */
  becomes: (of: Kind, state: string, count: number, chosen: Chosen): string =>
    counted(count, BECOMES[of](state, chosen)),
  /** Of what is told that something became of it. */
  of: (of: Kind, state: string, count: number): string => counted(count, BECAME_OF[of]?.[state] ?? KINDS[of]),
  /** What became of so many. */
  became: (of: Kind, state: string, count: number): string =>
    counted(count, of === 'left' ? LEFT : (BECAME[state] ?? same(state))),
  /** What something that is told by name is, as "story" or "pingback". */
  named: (kind: string): string => NAMED[kind] ?? kind,

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
  nothingNew: 'Nothing new: everything in this export was here already.',
  from: (format: string, from: string) => [format, from].filter(Boolean).join(', '),
  undone: (of: 'story' | 'page' | 'comment', out: number, kept: number): string => {
    const forms = { story: ['story', 'stories'], page: ['page', 'pages'], comment: ['comment', 'comments'] }[of]
    const taken = counted(out, { one: `# ${forms[0]} taken out`, other: `# ${forms[1]} taken out` })
    return kept === 0 ? taken : `${taken}, ${number(kept)} kept`
  },
  learnt: ({ fine, spam, broke }: { fine: number; spam: number; broke: number }) =>
    `The spam model learnt from ${counted(fine + spam + broke, KINDS.comment)}: ${number(fine)} approved, ${number(spam)} spam, ${number(broke)} rejected.`,
  pictures: ({ put, waiting, failed }: { put: number; waiting: number; failed: number }) =>
    `Pictures in stories: ${number(put)} in their places, ${number(waiting)} still to come, ${number(failed)} missing.`,
  timeLeft: (span: number): string | null => {
    const left = roughly(span)
    return left === null ? null : `about ${left} left`
  },
}
