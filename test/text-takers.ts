/** Every function of src/ that is handed a text from outside, and how it is called with one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync } from 'rolldown/utils'
import { z } from 'zod'
import { noAdverts } from '../src/adverts/index.ts'
import { emptyContent, newBlockId } from '../src/story/index.ts'
import { ROOT } from './promises/programs.ts'

// biome-ignore lint/suspicious/noExplicitAny: functions of every kind, found by their names
type Taker = (f: any, text: string) => unknown

const NOW = Date.UTC(2026, 10, 29)
const contentOf = (text: string) => ({
  ...emptyContent,
  headline: text,
  standfirst: text,
  byline: text,
  body: [
    { id: newBlockId(), type: 'paragraph' as const, text },
    {
      ...{ id: newBlockId(), type: 'table' as const, caption: text, headerRow: true, headerColumn: false },
      rows: [{ id: newBlockId(), cells: [{ text }, { text }] }],
    },
  ],
})
const ruleOf = (text: string) => ({
  name: text,
  kind: 'words',
  words: text,
  domains: text,
  links: 'domains',
  more: text,
  effect: text,
})
const spamOf = (text: string) => ({ text, name: text, secondsToWrite: null, hour: null, ownDomains: [] })
const lines = (text: string) => text.split('\n')

/** Those that take more than the text, or it within something. */
const CALLED: Record<string, Taker> = {
  'web/api/kit/operation.ts named': (f, text) => f(text, z.string()),
  'adverts/adverts.ts checkAdverts': (f, text) =>
    Object.keys(noAdverts).map((name) => f({ ...noAdverts, sponsorName: 'x', [name]: text })),
  'archive/prints.ts printsOf': (f, text) => f(text.split(' ')),
  'coral/signature.ts isSignedBy': (f, text) => f('secret', Buffer.from(text), text.slice(0, 1000)),
  'outside/ask.ts isPublicAddress': (f, text) => f(text),
  'look/icons.ts iconVersion': (f, text) => f({ name: text, accent: '#0b5c49', icon: '' }),
  'text/read-url.ts readUrl': (f, text) => f(text),
  'exchange/formats/comments/made.ts leftItem': (f, text) => f('comment', text, text),
  'text/script.ts isWrittenIn': (f, text) => f(text, { name: 'Latn' }),
  'text/beginning.ts beginningOf': (f, text) => f(text, 140),
  'web/site/story/ties.tsx withTies': (f, text) => f(text, true),
  'commands/read-layout.ts painted': (f, text) => f(text, 'strong', true),
  'commands/read-layout.ts row': (f, text) => f([text, text], [{ width: 10 }, { width: 20 }], false),
  'commands/read-layout.ts wrap': (f, text) => f(text, 40),
  'corrections/changed-words.ts changedWords': (f, text) => f(contentOf(text), contentOf(`${text} more`)),
  'corrections/kinds.ts checkChange': (f, text) => f({ kind: 'correction', cause: text }),
  'web/site/corrections/correction-data.ts correctionData': (f, text) => f(text, { notices: [], version: 1 }),
  'notes/lines.ts notedLines': (f, text) => f(contentOf(text)),
  'notes/mentions.ts withIds': (f, text) => f(text, [{ id: 'a'.repeat(26), name: 'Ana Ruiz' }]),
  'notes/passage.ts findPassage': (f, text) => {
    const line = (words: string) => [{ place: 'a', block: 'a', text: words }]
    const quote = { place: 'a', exact: text.slice(0, 1000), prefix: 'x', suffix: text.slice(1000) }
    return f(quote, line(`x${text}`), line(`${text} more`))
  },
  'notes/passage.ts quoteOf': (f, text) =>
    f({ place: '', exact: text.slice(0, 1000), prefix: '', suffix: '' }, [{ place: 'a', block: 'a', text }]),
  'planning/plan.ts checkPlan': (f, text) =>
    f(
      {
        headline: text,
        day: text,
        slot: text,
        section: text,
        writer: '',
        photographer: '',
        photographerName: text,
        words: text,
        deadline: text,
      },
      [],
    ),
  'planning/week.ts dayAfter': (f, text) => f(text, 1),
  'planning/week.ts momentOf': (f, text) => f('2026-12-01', text.slice(0, 5).padEnd(5, '0'), 'Europe/Berlin'),
  'web/islands/notes/mention-list.ts typedAt': (f, text) => f(text, text.length),
  'web/islands/notes/mention-list.ts colleaguesFor': (f, text) => f([text], text.slice(0, 30)),
  'discussion/words.ts checkForm': (f, text) => f({ name: text, mail: text, text }),
  'discussion/signing.ts signingWith': (f, text) => {
    const signing = f(new Uint8Array(32))
    return [
      signing.readFormToken(text, NOW),
      signing.readReceiptKey(text),
      signing.readReportKey(text),
      signing.readTicketKey(text),
    ]
  },
  'exchange/body/body.ts bodyOf': (f, text) => f(text, { base: 'https://old.example/' }),
  'exchange/body/links.ts keptAddress': (f, text) => f(text, 'https://old.example/'),
  'exchange/body/links.ts pictureAddress': (f, text) => f(text, ''),
  'exchange/body/links.ts webAddress': (f, text) => f(text, ''),
  'exchange/body/embeds.ts embeddedAddress': (f, text) => f('iframe', { src: text }, ''),
  'exchange/body/events.ts readTags': (f, text) => {
    const nothing = () => undefined
    return f(text, { open: nothing, close: nothing, words: nothing, cutOff: nothing })
  },
  'exchange/body/passed.ts beginPassing': (f, text) =>
    f('iframe', { src: text, title: text }, 0, '', { say: () => undefined }),
  'exchange/body/passed.ts isPassed': (f, text) => f('div', { style: text }),
  'exchange/formats/folder/codes.ts withoutCodes': (f, text) => f(text, 'https://old.example'),
  'exchange/formats/folder/story.ts storyOfFile': (f, text) =>
    ['a.md', 'a.html'].map((name) =>
      f(
        name,
        text,
        {
          ...{ maker: 'other', root: '', name: '', address: '', language: '', timeZone: '', permalink: '' },
          permalinks: {},
        },
        { siteAddress: 'https://old.example', timeZone: 'UTC' },
      ),
    ),
  'exchange/formats/folder/place.ts placeOfFile': (f, text) => f(text, { maker: 'hugo', root: '' }),
  'exchange/formats/ghost/post.ts atSite': (f, text) => f(text, 'https://old.example'),
  'exchange/formats/paths.ts fullAddress': (f, text) => f(text, 'https://quay.example'),
  'exchange/formats/paths.ts pathOfAddress': (f, text) => f(text, 'https://quay.example'),
  'exchange/formats/paragraphs.ts tagsAndText': (f, text) => [...f(text)],
  'exchange/formats/wordpress/record.ts keyOfTerm': (f, text) => f('category', text),
  'exchange/formats/wordpress/site.ts isOurTerm': (f, text) => f(text, text),
  'exchange/formats/wordpress/body/blocks.ts withoutBlocks': (f, text) => [
    f(text, [], []),
    f(`<!-- wp:gallery -->${text}<!-- /wp:gallery -->`, [], []),
    f(`<!-- wp:embed -->${text}<!-- /wp:embed --><!-- wp:file -->${text}<!-- /wp:file -->`, [], []),
  ],
  'exchange/formats/wordpress/body/shared-blocks.ts withSharedBlocks': (f, text) =>
    [text, `<!-- wp:block {${text}} /-->`].map((words) => f(words, { sharedWords: () => text }, [])),
  'exchange/formats/wordpress/body/shortcodes.ts withoutShortcodes': (f, text) =>
    [text, `[caption]${text}`, `${text}[/a]>`, `[caption]${text}[/caption]`, `[gallery ${text}]`].map((words) =>
      f(words, { byId: () => undefined, ofStory: [] }, []),
    ),
  'exchange/formats/xml/names.ts nameIn': (f, text) => f(text, new Map([['wp', 'http://else.example/']])),
  'exchange/page/decode.ts isHtml': (f, text) => f(text, { bytes: new Uint8Array(), type: '' }),
  'exchange/page/dates/days.ts daysIn': (f, text) => f(text, null),
  'exchange/page/dates/days.ts statedDay': (f, text) => f(text, null),
  'exchange/page/dates/found-date.ts dayOfLine': (f, text) => f(text, null),
  'exchange/page/dates/found-date.ts findPageDate': (f, text) => f(lines(text), NOW, { stated: text, likely: text }),
  'exchange/page/html/headline.ts sameWords': (f, text) => f(text, text),
  'exchange/page/html/headline.ts withoutSite': (f, text) => f(text, [text]),
  'exchange/page/html/inline.ts resolveLink': (f, text) => f(text, 'https://paper.example/'),
  'exchange/page/html/json-ld.ts readArticleData': (f, text) => f(lines(text), (headline: string) => headline === ''),
  'exchange/page/html/words.ts needsSpace': (f, text) => f(text, 2),
  'exchange/page/text/text-page.ts readTextPage': (f, text) => f(text, { now: NOW }),
  'exchange/page/second-copy.ts findSecondCopy': (f, text) =>
    f(lines(text).map((line, i) => ({ text: line, fromLine: i, toLine: i }))),
  'access/mail-keys.ts mailKeysWith': (f, text) => {
    const keys = f(new Uint8Array(32))
    return [keys.readStopKey(text), keys.readNoticesKey(text)]
  },
  'access/password-rules.ts passwordProblem': (f, text) => f(text, [text]),
  'access/code-of-time.ts matchCode': (f, text) => f(new Uint8Array(20), text, 0, NOW),
  'webhooks/send.ts pauseAsked': (f, text) => f(text, NOW),
  'paper/term-details.ts checkName': (f, text) => f('author', text),
  'exchange/leaving/site/addresses.ts fileForPath': (f, text) => f(text, 'text/html'),
  'exchange/leaving/site/page.ts copiedPage': (f, text) =>
    f(text, '/a', { site: new URL('https://paper.example'), server: 'https://live.example', takesComments: true }),
  'exchange/leaving/site/page.ts pathsIn': (f, text) => [
    ...f(text, 'text/html', '/a', { site: new URL('https://paper.example'), server: null, takesComments: false }),
  ],
  'exchange/leaving/wordpress/wxr.ts author': (f, text) => f(text, text),
  'exchange/leaving/wordpress/wxr.ts category': (f, text) => f(text, text),
  'exchange/leaving/wordpress/wxr.ts tag': (f, text) => f(text, text),
  'redirects/find.ts ownKey': (f, text) => f(text, 'https://paper.example'),
  'reading/openings.ts openingLength': (f, text) => f(text.split(' '), 0, text.split(' ').length, () => true),
  'reading/parts-of-speech.ts partsOfSpeech': (f, text) => f(text.split(' '), [0, text.split(' ').length]),
  'reading/parts-of-speech.ts wordFacts': (f, text) => f(text.split(' ')),
  'reading/quotations.ts quotedShare': (f, text) => f(lines(text)),
  'reading/read.ts read': (f, text) => f(text),
  'reading/tokens.ts tokenize': (f, text) => f(lines(text)),
  'reading/names/words.ts sameGiven': (f, text) => f(text, text),
  'moderation/comments/paragraph.ts paragraphAbout': (f, text) => f(text, lines(text)),
  'moderation/campaigns/read-campaigns.ts typicalText': (f, text) => f([text, text]),
  'moderation/campaigns/sketch.ts pairsOf': (f, text) => f(text.split(' ')),
  'moderation/filters/check-rule.ts checkRule': (f, text) => f(ruleOf(text)),
  'moderation/filters/match-links.ts linkedDomains': (f, text) => f({ text, authorName: text }, []),
  'moderation/filters/match-words.ts foldText': (f, text) => f({ text, authorName: text }),
  'moderation/filters/matcher.ts readForRules': (f, text) => f({ text, authorName: text }, [], false),
  'spam/kinds-of-words.ts pairName': (f, text) => f(text, text),
  'spam/features.ts featuresOf': (f, text) => f(spamOf(text)),
  'spam/form.ts formOf': (f, text) => f(text, [], [], { hidden: 0, lookalikes: 0, signs: 0, spread: 0, variants: 0 }),
  'spam/tokens.ts tokensOf': (f, text) => f(text, [], []),
  'spam/tokens.ts wholeWordsAt': (f, text) => f(text, 0, text.length),
  'house-rules/typed-words.ts sentenceProblem': (f, text) => f(text, null),
  'exchange/moving/take/marks.ts addressMark': (f, text) => f(text, { bare: true }),
  'tickets/place.ts locate': (f, text) =>
    f([{ id: 'p1', text: `${text} ${text}` }], text.slice(0, 2000), { chosen: 'p1', language: 'en' }),
  'tickets/place.ts passagesOf': (f, text) => f(contentOf(text)),
  'tickets/place.ts showPlace': (f, text) =>
    f(contentOf(text), { blockId: '@headline', exact: text.slice(0, 2000), prefix: text.slice(0, 32) }),
  'tickets/ticket.ts checkTicket': (f, text) =>
    ['quote', 'passage', 'words', 'source', 'mail'].map((name) =>
      f({ quote: '', passage: '', words: 'x', source: '', mail: '', [name]: text }),
    ),
  'redress/transparency/csv.ts toCsv': (f, text) => f([[text]]),
  'text/normal-form.ts normalForm': (f, text) => f(text, 'NFKC'),
  'story/check.ts checkContent': (f, text) => f(contentOf(text)),
  'text/address-end.ts addressEnd': (f, text) => f(text, 0),
  'moderation/filters/match-links.ts isAmong': (f, text) => f(text, new Set(['a'])),
  'paper/menu.ts checkLabel': (f, text) => f(text, true),
  'web/site/front/standing-words.ts contentOfWords': (f, text) => f(text, 'en'),
  'media/typed-period.ts readTypedPeriod': (f, text) => f(text, 'en'),
  'web/site/kit/menu-fit.ts fitInLine': (f, text) => f(text, [{ says: text }]),
  'story/markup/markup.ts markupToBody': (f, text) => [
    f(text, []),
    f(`{box ${text}}\n${text}\n{/box}`, []),
    f(`| ${text} | ${text} |`, []),
    f(`{gallery ${text}}\n{figure / | ${text}}\n{figure / | ${text}}\n{/gallery}`, []),
  ],
  'story/markup/object-markup.ts objectLine': (f, text) => f('figure', [text]),
  'story/markup/object-markup.ts titleLine': (f, text) => f('box', text),
  'story/markup/markup.ts bodyToMarkup': (f, text) => f(contentOf(text).body),
  'story/slug.ts pathOf': (f, text) => f(text, NOW, 'UTC'),
  'story/typeset.ts typeset': (f, text) => [f(text, 'en'), f(text, 'fr')],
  'story/typeset-content.ts typesetContent': (f, text) => f(contentOf(text), 'en'),
  'web/kit/client-address.ts clientAddress': (f, text) => f('127.0.0.1', text, 1),
  'web/newsroom/kit/marked-text.tsx foundSpansOf': (f, text) => f(text, new Set([0, 1])),
  'web/kit/kept-words.ts readPending': (f, text) => f(text, text),
  'web/kit/kept-words.ts keptOf': (f, text) =>
    f('/newsroom/paste', { get: () => text, all: () => [text], file: () => null, fields: () => [['page', text]] }),
  'web/newsroom/reading/reading-segments.ts segmentsOf': (f, text) => f(text, []),
  'text/wall-time.ts momentsOf': (f, text) => f(text, 'UTC'),
  'web/newsroom/stories/story-form.ts readDateField': (f, text) => f(text, 'UTC'),
  'web/site/kit/comment-text.tsx CommentText': (f, text) => f({ text }).toString(),
  'web/site/files/range.ts isNamedIn': (f, text) => f(text, '"a"'),
  'web/site/files/range.ts rangeAskedFor': (f, text) => f(text, 100),
  'web/site/said/said-search.tsx readQuestion': (f, text) => f(text, text),
  'web/site/said/statement-words.ts clipped': (f, text) => f(text, 200),
  'web/site/story/story-body.tsx plainText': (f, text) => f(contentOf(text).body, 200),
  'web/kit/form.ts readForm': async (f, text) => {
    const body = Buffer.from(`comment=${text}`)
    const request = (type: string) => Object.assign([body], { headers: { 'content-type': type } })
    const form = await f(request('application/x-www-form-urlencoded'), 1e9)
    return 'fault' in form ? form : [form.get('comment'), form.all('a')]
  },
}

/** Those that are handed no text of anyone’s outside, though they take a string first. */
const OTHERS: Record<string, string> = {
  'exchange/moving/rows.ts printOf': 'a format’s name',
  'exchange/moving/uploads.ts importUploads': 'a setting',
  'exchange/moving/take/item-of.ts siteKeyOf': 'a format’s name',
  'exchange/moving/take/known-items.ts refOf': 'two names, which it puts together',
  'exchange/moving/take/take-comments.ts nonceOf': 'two names, which it hashes',
  'exchange/formats/package/disk.ts filesAt': 'a path on the server’s machine',
  'exchange/formats/package/disk.ts firstBytes': 'a path on the server’s machine',
  'exchange/formats/package/zip.ts openZip': 'a path on the server’s machine',
  'archive/likeness.ts compareWords': 'words of two stories, of which it takes so many and no more',
  'media/add.ts fetchPictureFile': 'an editor’s address, which is asked for over the network',
  'media/fetch-file.ts fetchFile': 'an editor’s address, which is asked for over the network',
  'exchange/leaving/archive/restore.ts isArchive': 'a setting',
  'exchange/leaving/postgres/copy-uploads.ts copyUploads': 'a setting',
  'exchange/leaving/site/copy.ts copySite': 'a setting',
  'files/file-lines.ts fileLines': 'a setting',
  'files/hashed-file.ts hashedFile': 'a setting',
  'files/hashed-file.ts hashOfFile': 'a setting',
  'files/hashed-file.ts sync': 'a setting',
  'backup/make.ts listBackups': 'a setting',
  'backup/make.ts keepNewest': 'a setting',
  'backup/manifest.ts readManifest': 'a setting',
  'backup/media.ts listedFiles': 'a setting',
  'backup/postgres-fill.ts isEmptyPostgres': 'a setting',
  'backup/postgres-fill.ts fillPostgres': 'a setting',
  'backup/postgres-rows.ts copyPostgresRows': 'a setting',
  'backup/sqlite-rows.ts copySqliteRows': 'a setting',
  'backup/manifest.ts isInside': 'a name that a backup has',
  'files/disk.ts diskFiles': 'a setting',
  'files/open.ts openFiles': 'a setting',
  'files/upload-folders.ts newUploadName': 'a hash',
  'files/upload-folders.ts isUploadName': 'a hash',
  'files/upload-folders.ts uploadFolders': 'a setting',
  'media/files.ts pictureFiles': 'a setting',
  'attachments/files.ts attachmentFiles': 'a setting',
  'attachments/files.ts captionsFile': 'a hash',
  'attachments/change.ts posterPlace': 'an id',
  'attachments/worker/read-media.ts readMedia': 'a path of ours',
  'attachments/worker/read-pdf.ts readPdf': 'a path of ours',
  'media/renditions.ts renditionAddress': 'a hash',
  'media/renditions.ts shownPicture': 'a hash',
  'web/site/kit/head-links.tsx iconAddress': 'hashes',
  'threads/in-thread.ts inThread': 'a name of ours',
  'commands/read-bytes.ts readBytes': 'a file’s name, from the command line',
  'commands/read-job.ts nameOf': 'a file’s name',
  'exchange/formats/movable-type/clock.ts clockOf': 'a time zone of a setting',
  'discussion/pace.ts onStory': 'an id',
  'mail/transport.ts fileTransport': 'a setting',
  'access/passkeys.ts passkeyPlace': 'a setting',
  'moderation/decisions/not-undone.ts notUndone': 'a column',
  'spam/_comments.ts said': 'comments of the model’s own tests',
  'reading/names/words.ts phraseAt': 'words and a place among them; `read` has it',
  'store/migrations/triggers/written-once.ts neverRewritten': 'a table',
  'store/migrations/triggers/written-once.ts writtenOnce': 'a table',
  'store/migrate.ts whyNotOurs': 'a setting',
  // Given a text like "/…/" they would shut others out of the machine's own folders, and make some.
  'store/sqlite/private-files.ts makePrivate': 'a setting',
  'store/sqlite/private-files.ts keepPrivate': 'a setting',
  'store/sqlite/private-files.ts openToOthers': 'a setting',
  'store/postgres/postgres.ts openPostgres': 'a setting',
  'store/recognise.ts whyNotOurFile': 'a setting',
  'store/sqlite/sqlite.ts openSqlite': 'a setting',
  'story/keep-reading.ts readStory': 'a story, which `read` has',
  'story/reading-text.ts dayIn': 'a time zone of the settings',
  'web/islands/_desk-line.ts send': 'runs in a browser',
  'web/islands/editor/dialogs.ts askFor': 'runs in a browser, on our own words',
  'web/islands/editor/keep/server.ts serverOf': 'runs in a browser, on ids',
  'web/islands/editor/keep/waiting.ts leftBehind': 'runs in a browser, on ids',
  'web/islands/_review-core.ts countAfter': 'runs in a browser, on our own words',
  'exchange/page/html/html-page.ts readHtmlPage': 'a whole page, which packages of others read',
  'exchange/page/html/document.ts documentOf': 'a whole page, which packages of others read',
}

/** What a comment has gone through before these see it: checkText, which refuses what is too long. */
const AFTER_INTAKE =
  /^(?:review\/(?:spam|campaigns|rules\/match|rules\/matcher|learning|card)|web\/site\/kit\/comment-text)/

export interface TextTaker {
  name: string
  afterIntake: boolean
  call(text: string): unknown
}

/** The exported functions of src/ whose first parameter is a string, and how many have to be given. */
function takersOf(file: string): { name: string; needed: number; reachesOut: boolean }[] {
  const text = readFileSync(join(ROOT, 'src', file), 'utf8')
  return parseSync(file, text).program.body.flatMap((node) => {
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : null
    const functions =
      declared?.type === 'FunctionDeclaration'
        ? [{ id: declared.id, made: declared }]
        : declared?.type === 'VariableDeclaration'
          ? declared.declarations.map(({ id, init }) => ({ id, made: init }))
          : []
    return functions.flatMap(({ id, made }) => {
      if (id?.type !== 'Identifier' || !made || !('params' in made)) return []
      const [first, ...more] = made.params
      if (!first || !/^\w+: (readonly )?string(\[\]| \| undefined| \| null)?$/.test(text.slice(first.start, first.end)))
        return []
      return [
        {
          name: `${file} ${id.name}`,
          needed: 1 + more.filter(({ type }) => type !== 'AssignmentPattern').length,
          // A stranger's text is no name of a file: what reaches the machine is never called without a word from us.
          reachesOut: /from 'node:(fs|child_process|net|worker_threads)/.test(text),
        },
      ]
    })
  })
}

/** All of them; and the names of those that nobody has said how to call. */
export async function textTakers(): Promise<{ takers: TextTaker[]; unknown: string[] }> {
  const found = readdirSync(join(ROOT, 'src'), { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\.d\.ts$/.test(name))
    .flatMap(takersOf)
    .filter(({ name }) => !(name in OTHERS))
  const unknown = found
    .filter(({ name, needed, reachesOut }) => (needed > 1 || reachesOut) && !(name in CALLED))
    .map(({ name }) => name)
  const names = [...new Set([...found.map(({ name }) => name), ...Object.keys(CALLED)])].filter(
    (name) => !unknown.includes(name),
  )
  const takers = await Promise.all(
    names.map(async (name) => {
      const [file = '', given = ''] = name.split(' ')
      const exported = (await import(pathToFileURL(join(ROOT, 'src', file)).href))[given]
      if (typeof exported !== 'function') throw new Error(`src/${file} exports no ${given}`)
      const call = CALLED[name] ?? ((f, text) => f(text))
      return { name, afterIntake: AFTER_INTAKE.test(name), call: (text: string) => call(exported, text) }
    }),
  )
  return { takers, unknown }
}
