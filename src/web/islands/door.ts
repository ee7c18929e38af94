/**
 * What the doors need a browser's help for. <passkey-door>: asks the server for
 * a challenge, has the device sign it, and sends the answer as the form it
 * stands in; hidden where the browser has no passkeys. <show-password>: shows
 * what is typed. Without this file both are not there, and all else works.
 */
import { doorMessages as m } from '../../messages/index.ts'

interface Ask {
  step: string
  options: Record<string, unknown> & { challenge: string }
}

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0))
const toText = (bytes: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(bytes), (one) => String.fromCharCode(one)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/={1,2}$/, '')

type Described = { id: string } & Record<string, unknown>
const withBytes = (list: unknown) =>
  ((list as Described[] | undefined) ?? []).map((one) => ({ ...one, id: toBytes(one.id) }))

class PasskeyDoor extends HTMLElement {
  connectedCallback(): void {
    if (typeof PublicKeyCredential === 'undefined') return
    this.hidden = false
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#answer()
    })
  }

  get #form() {
    return this.querySelector('form') as HTMLFormElement
  }

  async #answer(): Promise<void> {
    const button = this.#form.querySelector('button') as HTMLButtonElement
    button.disabled = true
    this.#say('')
    try {
      const ask = await this.#ask()
      const answer = this.dataset.way === 'make' ? await make(ask) : await sign(ask)
      this.#field('step').value = ask.step
      this.#field('answer').value = JSON.stringify(answer)
      this.#form.submit()
    } catch (error) {
      button.disabled = false
      this.#say(sentenceOf(error))
    }
  }

  async #ask(): Promise<Ask> {
    const fields = new FormData(this.#form)
    // Words that wait are for the answer only.
    fields.delete('fields')
    const response = await fetch(this.dataset.ask as string, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields as unknown as Record<string, string>),
    })
    const answer = (await response.json()) as Ask & { error?: { sentence: string }; sentence?: string }
    if (!response.ok) throw new Said(answer.error?.sentence ?? answer.sentence ?? m.tryAgain)
    return answer
  }

  #field(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement
  }

  #say(sentence: string): void {
    const place = this.querySelector('[data-problem]') as HTMLElement
    place.textContent = sentence
    place.hidden = sentence === ''
  }
}

/** A sentence of the server's. */
class Said extends Error {}

function sentenceOf(error: unknown): string {
  if (error instanceof Said) return error.message
  if (error instanceof TypeError) return m.offline
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'InvalidStateError') return m.hasPasskey
  return m.noAnswer
}

/** The answer as WebAuthn’s JSON has it (RegistrationResponseJSON). */
async function make({ options }: Ask): Promise<object> {
  const user = options.user as Described
  const made = (await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...user, id: toBytes(user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    } as unknown as PublicKeyCredentialCreationOptions,
  })) as PublicKeyCredential
  const response = made.response as AuthenticatorAttestationResponse
  return {
    ...partsOf(made),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports(),
    },
  }
}

/** The answer as WebAuthn’s JSON has it (AuthenticationResponseJSON). */
async function sign({ options }: Ask): Promise<object> {
  const signed = (await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    } as unknown as PublicKeyCredentialRequestOptions,
  })) as PublicKeyCredential
  const response = signed.response as AuthenticatorAssertionResponse
  return {
    ...partsOf(signed),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      ...(response.userHandle ? { userHandle: toText(response.userHandle) } : {}),
    },
  }
}

const partsOf = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
})

class ShowPassword extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false
    const box = this.querySelector('input') as HTMLInputElement
    box.addEventListener('change', () => {
      const field = document.getElementById(this.dataset.for as string) as HTMLInputElement
      field.type = box.checked ? 'text' : 'password'
    })
  }
}

customElements.define('passkey-door', PasskeyDoor)
customElements.define('show-password', ShowPassword)
