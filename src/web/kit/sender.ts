/** Whom a request comes from, as far as it is asked: the address itself goes no further than the hash of its network. */
import { type SenderKeys, senderKeys } from '../../discussion/index.ts'
import type { Call, Web } from '../context.ts'
import { clientAddress } from './client-address.ts'

export const addressOf = (web: Web, c: Call): string =>
  clientAddress(c.env.incoming.socket.remoteAddress, c.req.header('x-forwarded-for'), web.proxies)

/** The keys of the network that the request comes from. */
export const networkKeysOf = (web: Web, c: Call): Promise<SenderKeys> =>
  senderKeys(web.store, addressOf(web, c), web.now())
