/** What S3 answers in XML, read for the little of it that is needed. */
import type { StoredFile } from '../face.ts'

/** An answer of the error kind: "NoSuchBucket", "AccessDenied"; and the right region where it names one. */
export interface Refusal {
  status: number
  code: string
  region: string
}

export async function readRefusal(status: number, xml: string): Promise<Refusal> {
  const { Code: [code = ''] = [], Region: [region = ''] = [] } = (await valuesIn(xml, 'Error'))[0] ?? {}
  return { status, code, region }
}

/** A page of ListObjects. */
export async function readListing(xml: string): Promise<{ files: StoredFile[]; isLast: boolean }> {
  const files = (await valuesIn(xml, 'Contents')).map(
    ({ Key: [name = ''] = [], Size: [size = ''] = [], LastModified = [] }) => ({
      name,
      size: Number(size),
      since: Date.parse(LastModified[0] ?? ''),
    }),
  )
  const { IsTruncated: [more = ''] = [] } = (await valuesIn(xml, 'ListBucketResult'))[0] ?? {}
  return { files, isLast: more !== 'true' }
}

/** Of each element of that name, the texts of what is directly in it. */
async function valuesIn(xml: string, element: string): Promise<Record<string, string[]>[]> {
  // Loaded with the first: most sites have no bucket.
  const { Parser } = await import('htmlparser2')
  const found: Record<string, string[]>[] = []
  const open: { name: string; text: string; inside: Record<string, string[]> }[] = []
  const parser = new Parser(
    {
      onopentag: (name) => open.push({ name, text: '', inside: {} }),
      ontext(text) {
        const here = open.at(-1)
        if (here) here.text += text
      },
      onclosetag() {
        const ended = open.pop()
        if (!ended) return
        if (ended.name === element) found.push(ended.inside)
        const around = open.at(-1)?.inside
        if (around) around[ended.name] = [...(around[ended.name] ?? []), ended.text]
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return found
}
