/** What programs read; docs/contracts/api.md tells each field. */
import { type Address, get, post } from '../kit/address.ts'

export const API_ADDRESSES: readonly Address[] = [
  get('/api/stories', 'anyone', 'the newest stories'),
  get('/api/stories/:id', 'anyone', 'a story with its text'),
  get('/api/stories/:id/comments', 'anyone', 'its approved comments'),
  get('/api/statements', 'anyone', 'who said what, in stories that show it (`speaker`, `about`, `after`)'),
  get('/api/names', 'anyone', 'names with a page (`q`)'),
  get('/api/names/:kind{people|organizations|places}/:slug', 'anyone', 'a name with what it said'),
  post('/api/coral', 'a key', 'Coral asks about a comment, [signed](../coral.md)'),
]
