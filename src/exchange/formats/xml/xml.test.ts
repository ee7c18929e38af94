import { deflateSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExportFile, UnreadableExport } from '../../items/index.ts'
import { childOf, childrenOf, elementText, type XmlElement, xmlElements } from './index.ts'

const fileOf = (bytes: Uint8Array | string, chunk = 7): ExportFile => {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  return {
    name: 'feed.xml',
    size: whole.length,
    async *open() {
      for (let at = 0; at < whole.length; at += chunk) yield whole.subarray(at, at + chunk)
    },
    onDisk: () => Promise.reject(new Error('nobody asks')),
  }
}

async function read(bytes: Uint8Array | string, depth = 1, chunk = 7): Promise<XmlElement[]> {
  const found: XmlElement[] = []
  for await (const one of xmlElements(fileOf(bytes, chunk), depth)) found.push(one)
  return found
}

const refusal = (bytes: Uint8Array | string): Promise<string> =>
  read(bytes, 1, 65_536).then(
    () => 'was read',
    (error) => (error instanceof UnreadableExport ? error.message : `threw ${error}`),
  )

const wordsIn = async (inside: string): Promise<string[]> => (await read(`<r>${inside}</r>`)).map(elementText)

describe('the elements of a file', () => {
  test('come one by one from the depth that is asked for, with attributes, texts and elements in order', async () => {
    const [title, item] = await read('<rss><channel><title>A</title><item n="1">x<b>y</b>z</item></channel></rss>', 2)
    expect(title).toEqual({ name: 'title', attributes: {}, content: ['A'] })
    expect(item).toEqual({
      name: 'item',
      attributes: { n: '1' },
      content: ['x', { name: 'b', attributes: {}, content: ['y'] }, 'z'],
    })
    expect(elementText(item ?? null)).toBe('xyz')
    expect(item && childOf(item, 'b')?.content).toEqual(['y'])
    expect(item && childrenOf(item, 'c')).toEqual([])
  })

  test('are the same wherever the chunks of the file end', async () => {
    const text =
      '\ufeff<?xml version="1.0"?><r><a t="x&amp;é">é&#233;&eacute;<![CDATA[a]]]]><![CDATA[> & ]]]></a><!-- > ]]> --><b/>𝔸</r>'
    const whole = await read(text, 1, 1_000_000)
    expect(whole.map(elementText)).toEqual(['éééa]]> & ]', ''])
    expect(whole[0]?.attributes).toEqual({ t: 'x&é' })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (chunk) => {
        expect((await read(text, 1, chunk)).map((one) => [one.attributes, elementText(one)])).toEqual(
          whole.map((one) => [one.attributes, elementText(one)]),
        )
      }),
    )
  })

  test('any text comes out of CDATA and out of escaped text as it went in', async () => {
    const text = fc.string({ unit: fc.constantFrom(...']>&<![CDAT;amp#é𝔸"\' x'), maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (words, chunk) => {
        const cdata = `<![CDATA[${words.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
        const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        const found = await read(`<r><a>.${cdata}.</a><a>.${escaped}.</a></r>`, 1, chunk)
        expect(found.map(elementText)).toEqual([`.${words}.`, `.${words}.`])
      }),
    )
  })

  test('have their entities resolved once: the five, numbers and the names of HTML', async () => {
    expect(await wordsIn('<a>&lt;&amp;nbsp;&#8217;&#x2019;&rsquo;&hellip;</a>')).toEqual(['<&nbsp;’’’…'])
  })

  test('keep a bare “&” and a name that nobody knows', async () => {
    expect(await wordsIn('<a>?x=1&ixid=2&q</a><a>Q&A &bogus;</a>')).toEqual(['?x=1&ixid=2&q', 'Q&A &bogus;'])
  })

  test('keep words that are no CDATA any more because somebody wrote its end in them', async () => {
    expect(await wordsIn('<a><![CDATA[one <![CDATA[ two ]]> three]]></a>')).toEqual(['one <![CDATA[ two  three]]>'])
  })

  test('lose control characters, which no database keeps', async () => {
    expect(await wordsIn('<a>one\x00\x0btwo\tthree</a><a><![CDATA[\x08four]]></a>')).toEqual(['onetwo\tthree', 'four'])
  })

  test('are read where elements in them are not closed', async () => {
    expect(await wordsIn('<a>one <br> two</a><a>three</a>')).toEqual(['one  two', 'three'])
  })
})

describe('names', () => {
  const names = async (text: string) => (await read(text)).map(({ name }) => name)

  test('have the usual prefix of their namespace, whatever the file’s is', async () => {
    const wordpress = 'xmlns:alt="http://wordpress.org/export/1.1/" xmlns:ex="http://wordpress.org/export/1.2/excerpt/"'
    expect(await names(`<r ${wordpress}><alt:post_id/><ex:encoded/><plain/></r>`)).toEqual([
      'wp:post_id',
      'excerpt:encoded',
      'plain',
    ])
    expect(await names('<r><post_id xmlns="http://wordpress.org/export/1.0/"/><b/></r>')).toEqual(['wp:post_id', 'b'])
    expect(await names('<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry/></a:feed>')).toEqual(['entry'])
  })

  test('with a prefix that is declared nowhere mean what it usually does', async () => {
    expect(await names('<r><wp:post_id/><dsq:x/></r>')).toEqual(['wp:post_id', 'dsq:x'])
  })

  test('with a prefix that is declared for something else are not taken for the usual ones', async () => {
    const text = '<r xmlns:wp="http://wordpress.org/export/1.2/"><wp:a xmlns:wp="http://else.example/"/><wp:a/></r>'
    expect(await names(text)).toEqual(['{http://else.example/}a', 'wp:a'])
  })
})

describe('encodings', () => {
  const inside = async (bytes: Uint8Array) => (await read(bytes, 1, 3)).map(elementText)
  const text = '<r><a>“Café” – 5 €</a></r>'
  const utf16 = (big: boolean, mark: string) => {
    const bytes = Buffer.from(`${mark}<?xml version="1.0" encoding="UTF-16"?>${text}`, 'utf16le')
    return big ? bytes.swap16() : bytes
  }

  test('are told by the mark at the beginning, or by how it begins', async () => {
    expect(await inside(Buffer.from(`\ufeff${text}`))).toEqual(['“Café” – 5 €'])
    for (const big of [true, false])
      for (const mark of ['\ufeff', '']) expect(await inside(utf16(big, mark))).toEqual(['“Café” – 5 €'])
  })

  test('are told by the declaration', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><r><a>'),
      Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80]),
      Buffer.from('</a></r>'),
    ])
    expect(await inside(bytes)).toEqual(['“Café” €'])
    expect(await inside(Buffer.from(`<?xml version='1.0' encoding='UTF-16'?>${text}`))).toEqual(['“Café” – 5 €'])
  })

  test('a byte that is not UTF-8 is read as windows-1252, and all around it as it is', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<r><a>Žižkov '),
      Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0xe2, 0x80, 0x20, 0xf0, 0x9f, 0x92]),
      Buffer.from(' �Žižkov</a></r>'),
    ])
    expect(await inside(bytes)).toEqual(['Žižkov “Café” â€ ðŸ’ �Žižkov'])
  })

  test('that nobody knows are said', async () => {
    expect(await refusal('<?xml version="1.0" encoding="klingon-8"?><r/>')).toContain('“klingon-8”')
  })
})

describe('what can’t be read is said in one sentence', () => {
  test('a file that is cut off, with the place', async () => {
    expect(await refusal('<r>\n<item>\n<title>One</ti')).toMatch(/cut off: it ends at line 3, inside <title>/)
    expect(await refusal('<r>\n<item><![CDATA[ and so')).toMatch(/line 2, inside <item>/)
    expect(await refusal('<r><item></item>')).toMatch(/inside <r>/)
  })

  test('entities that the file defines are never resolved', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><r><a>&b;</a></r>'
    expect(await refusal(bomb)).toMatch(/defines entities of its own/)
    expect(await refusal('<!DOCTYPE r [ <!ELEMENT r ANY> ]><r/>')).toMatch(/defines entities of its own/)
    expect(await refusal('<!DOCTYPE rss><r/>')).toBe('was read')
  })

  test('conflict marks, at the beginning or further down', async () => {
    expect(await refusal('<<<<<<< HEAD\n<r/>')).toMatch(/unfinished Git merge/)
    expect(await refusal('<r><a/>\n<<<<<<< HEAD\n<a/>\n=======\n<a/>\n>>>>>>> b\n</r>')).toMatch(/unfinished Git merge/)
  })

  test('what is no XML, and what it is', async () => {
    expect(await refusal('')).toMatch(/is empty/)
    expect(await refusal('   \n')).toMatch(/is not XML/)
    expect(await refusal('{"db": []}')).toMatch(/is not XML/)
    expect(await refusal('<!DOCTYPE html><html></html>')).toMatch(/is a web page/)
    expect(await refusal('<b>Notice</b>: x in y on line 3\n<?xml version="1.0"?><r/>')).toMatch(/before <\?xml/)
    expect(await refusal(gzipSync('<r/>'))).toMatch(/still compressed/)
    expect(await refusal(Buffer.concat([Buffer.from('PK\x03\x04'), deflateSync('<r/>')]))).toMatch(/zip file/)
  })

  test('elements within elements without end, an element with endless parts, tags or words', async () => {
    expect(await refusal('<a>'.repeat(100_000))).toMatch(/elements within elements/)
    expect(await refusal(`<r><i>${'<c/>'.repeat(600_000)}</i></r>`)).toMatch(/a single <i> larger than any/)
    expect(await refusal(`<r><i ${Array.from({ length: 9000 }, (_, i) => `a${i}="x"`).join(' ')}/></r>`)).toMatch(
      /a single <r> larger/,
    )
    const huge = Buffer.alloc(41_000_000, 0x61)
    for (const start of ['<r><i>', '<r><i><![CDATA['])
      expect(await refusal(Buffer.concat([Buffer.from(start), huge]))).toMatch(/larger than any real one/)
  })

  test('however many elements there are, only one is held', async () => {
    const item = Buffer.from('<item><c/></item>'.repeat(10_000))
    const file: ExportFile = {
      ...fileOf(''),
      async *open() {
        yield Buffer.from('<r>')
        for (let i = 0; i < 20; i++) yield item
        yield Buffer.from('</r>')
      },
    }
    let count = 0
    for await (const { content } of xmlElements(file, 1)) count += content.length
    expect(count).toBe(200_000)
  })
})
