/** What a program with a token may ask and do. */
import * as z from 'zod'
import { operation, pageQuery } from '../api/kit/operation.ts'
import { PAGE_FORM_LIMIT } from '../kit/form.ts'
import {
  changeSchema,
  decidedSchema,
  decideSchema,
  draftListQuery,
  draftListSchema,
  draftSchema,
  newStorySchema,
  peopleSchema,
  publishedSchema,
  publishSchema,
  queueSchema,
  settingsSchema,
  unpublishSchema,
} from './schemas.ts'

const V1 = '/api/v1'
const DRAFT = `${V1}/drafts/:id`
const empty = z.object({})

export const STAFF = {
  drafts: operation({
    id: 'listDrafts',
    method: 'GET',
    path: `${V1}/drafts`,
    who: { program: 'stories:read' },
    what: 'all stories of the newsroom, the last changed first',
    query: draftListQuery,
    answer: draftListSchema,
  }),
  draft: operation({
    id: 'getDraft',
    method: 'GET',
    path: DRAFT,
    who: { program: 'stories:read' },
    what: 'a story as it stands in the newsroom',
    query: empty,
    answer: draftSchema,
    mayAlso: [404],
  }),
  create: operation({
    id: 'createDraft',
    method: 'POST',
    path: `${V1}/drafts`,
    who: { program: 'stories:write' },
    what: 'begins a story',
    body: newStorySchema,
    limit: PAGE_FORM_LIMIT,
    answer: draftSchema,
    status: 201,
  }),
  change: operation({
    id: 'changeDraft',
    method: 'PATCH',
    path: DRAFT,
    who: { program: 'stories:write' },
    what: 'changes a story’s fields; a colleague’s takes “edit others”',
    body: changeSchema,
    limit: PAGE_FORM_LIMIT,
    answer: draftSchema,
    mayAlso: [404, 409],
  }),
  publish: operation({
    id: 'publishDraft',
    method: 'POST',
    path: `${DRAFT}/publish`,
    who: { program: 'stories:publish' },
    what: 'publishes it as it stands',
    body: publishSchema,
    answer: publishedSchema,
    mayAlso: [404, 409],
  }),
  unpublish: operation({
    id: 'unpublishDraft',
    method: 'POST',
    path: `${DRAFT}/unpublish`,
    who: { program: 'stories:publish' },
    what: 'takes it off the site',
    body: unpublishSchema,
    answer: draftSchema,
    mayAlso: [404],
  }),
  queue: operation({
    id: 'listQueue',
    method: 'GET',
    path: `${V1}/queue`,
    who: { program: 'comments:read' },
    what: 'comments waiting for review, the oldest first',
    query: pageQuery,
    answer: queueSchema,
  }),
  decide: operation({
    id: 'decide',
    method: 'POST',
    path: `${V1}/queue/:id/decide`,
    who: { program: 'comments:moderate' },
    what: 'approves or rejects one',
    body: decideSchema,
    answer: decidedSchema,
    mayAlso: [404, 409],
  }),
  settings: operation({
    id: 'getSettings',
    method: 'GET',
    path: `${V1}/settings`,
    who: { program: 'settings:read' },
    what: 'the site’s settings',
    query: empty,
    answer: settingsSchema,
  }),
  people: operation({
    id: 'listPeople',
    method: 'GET',
    path: `${V1}/people`,
    who: { program: 'settings:read' },
    what: 'the staff, and what each can do',
    query: empty,
    answer: peopleSchema,
  }),
}

export const PROGRAM_OPERATIONS = Object.values(STAFF)
