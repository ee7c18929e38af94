/** A device that makes passkeys, as far as a site that asks for no attestation can tell. */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'

/** The answer to what the site asked (PublicKeyCredentialCreationOptions as JSON): RegistrationResponseJSON. */
export function madePasskey(
  { options }: { options: { challenge: string; rp: { id: string } } },
  origin: string,
): { id: string } & Record<string, unknown> {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
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
  return {
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
}

const hex = (text: string) => Buffer.from(text, 'hex')
const from64 = (text: string) => Buffer.from(text, 'base64url')
const to64 = (bytes: Buffer) => bytes.toString('base64url')
