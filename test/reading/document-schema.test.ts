import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { ReadDocument } from '../../src/commands/index.ts'
import type { Reading } from '../../src/reading/index.ts'
import { documentSchema, jsonSchemaOf, type readingSchema } from './document-schema.ts'

test('the published JSON Schema says of a reading what its types say', async () => {
  type Schema = z.infer<typeof readingSchema>
  expectTypeOf<Schema>().toExtend<Reading>()
  expectTypeOf<Reading>().toExtend<Schema>()
  expectTypeOf<z.infer<typeof documentSchema>>().toExtend<ReadDocument>()
  expectTypeOf<ReadDocument>().toExtend<z.infer<typeof documentSchema>>()
  // Where a field was added, vitest -u writes it into the published file.
  await expect(jsonSchemaOf(documentSchema)).toMatchFileSnapshot('../../docs/contracts/reading.schema.json')
})

test('it allows fields that come later, and asks for those there are', () => {
  const schema = JSON.parse(jsonSchemaOf(documentSchema))
  expect(jsonSchemaOf(documentSchema)).not.toContain('additionalProperties')
  expect(schema.required).toEqual(['file', 'date', 'blocks', 'reading'])
  expect(schema.properties.reading.required).toEqual(['edition', 'date', 'statements', 'names', 'times', 'amounts'])
})
