/**
 * Runs in the empty frame that a comment form shows its browser once somebody
 * begins to write: fetches what is to be worked out, has a worker do it, and
 * puts the form's token and the proof into the form around the frame. The page
 * itself carries no code. Whatever fails here, the form is sent as it is.
 */
interface Asked {
  token: string
  /** Null for a reader who is asked for nothing. */
  challenge: object | null
}

/** A page left open asks again before its challenge has run out, in milliseconds. */
const ASK_AGAIN = 100 * 60 * 1000
/** How long a form that is sent waits for work that is not done yet, in milliseconds. */
const PATIENCE = 4000

const form = window.frameElement?.closest('form')
const workerAddress = document.querySelector('script')?.dataset.worker ?? ''
let working: Worker | undefined
let pending: Promise<void> | null = null

// Browsers derive keys only over https, and on this machine itself.
if (form && window.isSecureContext) {
  const work = () => {
    const mine = workFor(form)
      .catch(() => {})
      .finally(() => {
        if (pending === mine) pending = null
      })
    pending = mine
  }
  work()
  setInterval(work, ASK_AGAIN)
  // A page that comes back from the browser's memory holds a form that was sent.
  window.parent.addEventListener('pageshow', (event) => {
    if (event.persisted) work()
  })
  let waited = false
  form.addEventListener('submit', (event) => {
    if (!pending || waited) return
    // Sent sooner than it could be worked out: a moment, and then as it is. A second press sends at once.
    event.preventDefault()
    waited = true
    const { submitter } = event
    void Promise.race([pending, new Promise((resolve) => setTimeout(resolve, PATIENCE))]).then(() =>
      form.requestSubmit(submitter),
    )
  })
}

async function workFor(form: HTMLFormElement): Promise<void> {
  working?.terminate()
  const [token, proof] = [fieldOf(form, 'token'), fieldOf(form, 'proof')]
  proof.value = ''
  const response = await fetch('/form-proof', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ story: new URL(form.action).pathname, token: token.value }),
  })
  if (!response.ok) return
  const asked = (await response.json()) as Asked
  token.value = asked.token
  if (!asked.challenge) return
  const solution = await solve(asked.challenge)
  if (solution) proof.value = JSON.stringify({ challenge: asked.challenge, solution })
}

function solve(challenge: object): Promise<object | null> {
  return new Promise((resolve) => {
    const worker = new Worker(workerAddress, { type: 'module' })
    working = worker
    worker.onmessage = ({ data }) => {
      worker.terminate()
      resolve(data)
    }
    worker.onerror = () => resolve(null)
    worker.postMessage(challenge)
  })
}

/** The form's hidden field of that name, put there where it is missing. */
function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement {
  const known = form.querySelector<HTMLInputElement>(`input[name=${name}]`)
  if (known) return known
  const field = form.ownerDocument.createElement('input')
  field.type = 'hidden'
  field.name = name
  form.append(field)
  return field
}
