/** What everyone may ask of /api/v1. */
import * as z from 'zod'
import { operation, pageQuery } from '../kit/operation.ts'
import { commentsSchema, openApiSchema, reasonsSchema, storyListSchema, storySchema, termsSchema } from './schemas.ts'

const V1 = '/api/v1'
const anyone = { method: 'GET', who: 'anyone' } as const
const empty = z.object({})

export const DESCRIPTION = operation({
  ...anyone,
  id: 'describe',
  path: `${V1}/openapi.json`,
  what: 'this description of /api/v1, as OpenAPI 3.1',
  query: empty,
  answer: openApiSchema,
})

export const PUBLIC = {
  stories: operation({
    ...anyone,
    id: 'listStories',
    path: `${V1}/stories`,
    what: 'published stories, the newest first',
    query: pageQuery,
    answer: storyListSchema,
  }),
  story: operation({
    ...anyone,
    id: 'getStory',
    path: `${V1}/stories/:id`,
    what: 'a published story with its text',
    query: empty,
    answer: storySchema,
    mayAlso: [404],
  }),
  comments: operation({
    ...anyone,
    id: 'listComments',
    path: `${V1}/stories/:id/comments`,
    what: 'its approved comments',
    query: empty,
    answer: commentsSchema,
    mayAlso: [404],
  }),
  sections: operation({
    ...anyone,
    id: 'listSections',
    path: `${V1}/sections`,
    what: 'sections with published stories, in the editor’s order',
    query: empty,
    answer: termsSchema,
  }),
  topics: operation({
    ...anyone,
    id: 'listTopics',
    path: `${V1}/topics`,
    what: 'topics with published stories',
    query: empty,
    answer: termsSchema,
  }),
  authors: operation({
    ...anyone,
    id: 'listAuthors',
    path: `${V1}/authors`,
    what: 'authors of published stories who have a page',
    query: empty,
    answer: termsSchema,
  }),
  reasons: operation({
    ...anyone,
    id: 'listReasons',
    path: `${V1}/reasons`,
    what: 'the house rules and laws by which comments are rejected',
    query: empty,
    answer: reasonsSchema,
  }),
}

export const PUBLIC_OPERATIONS = [DESCRIPTION, ...Object.values(PUBLIC)]
