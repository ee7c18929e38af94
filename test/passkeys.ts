/** A device that makes passkeys, as far as a site that asks for no attestation can tell. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

interface ToMake {
  options: { challenge: string; rp: { id: string } }
}
type Answer = { id: string } & Record<string, unknown>

/** The answer to what the site asked (PublicKeyCredentialCreationOptions as JSON): RegistrationResponseJSON. */
export const madePasskey = (asked: ToMake, origin: string): Answer => newPasskey(asked, origin).made

/**
 * The same with the key in hand: `signed` answers what the site asks for later
 * (AuthenticationResponseJSON), as a device does to which its owner has shown
 * themselves or not, and which counts its signatures or doesn't.
 */
export function newPasskey(
  { options }: ToMake,
  origin: string,
): {
  made: Answer
  signed(asked: { options: object }, origin: string, how?: { shown?: boolean; counter?: number }): Answer
} {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  // COSE_Key (RFC 9053, 7.1): EC2, ES256, P-256, and the point.
  const cose = [hex('a5010203262001215820'), from64(x), hex('225820'), from64(y)]
  const [present, counter, aaguid] = [hex('45'), Buffer.alloc(4), Buffer.alloc(16)]
  const rpHash = createHash('sha256').update(options.rp.id).digest()
  const authData = Buffer.concat([rpHash, present, counter, aaguid, hex('0020'), id, ...cose])
  // CBOR: { fmt: "none", attStmt: {}, authData }.
  const start = hex('a363666d74646e6f6e656761747453746d74a068617574684461746158')
  const attestation = Buffer.concat([start, Buffer.from([authData.length]), authData])
  const client = { type: 'webauthn.create', challenge: options.challenge, origin, crossOrigin: false }
  const made = {
    id: to64(id),
    rawId: to64(id),
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: to64(Buffer.from(JSON.stringify(client))),
      attestationObject: to64(attestation),
      transports: [],
    },
  }
  return {
    made,
    signed(asked, at, { shown = true, counter: count = 0 } = {}) {
      const { challenge } = asked.options as { challenge: string }
      const words = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin: at, crossOrigin: false }))
      const counted = Buffer.alloc(4)
      counted.writeUInt32BE(count)
      const data = Buffer.concat([rpHash, hex(shown ? '05' : '01'), counted])
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(words).digest()]), privateKey)
      return {
        id: to64(id),
        rawId: to64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: to64(words), authenticatorData: to64(data), signature: to64(signature) },
      }
    },
  }
}

const hex = (text: string) => Buffer.from(text, 'hex')
const from64 = (text: string) => Buffer.from(text, 'base64url')
const to64 = (bytes: Buffer) => bytes.toString('base64url')
