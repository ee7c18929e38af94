import { accountMessages as m } from '../../../messages/index.ts'
import { ShowPassword } from '../../kit/door-parts.tsx'

/** What a password form asks for: a name to sign in by, and the password. `wrong` is the field that `problem` is about. */
export const PasswordFields = ({
  signInName,
  wrong,
}: {
  signInName: string
  wrong?: 'name' | 'password' | undefined
}) => {
  const state = (field: 'name' | 'password') =>
    wrong === field ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {}
  return (
    <>
      <div class="pair">
        <div>
          <label for="sign-in-name">{m.signInName}</label>
          <input
            id="sign-in-name"
            name="name"
            required
            maxlength={254}
            autocomplete="username"
            dir="auto"
            value={signInName}
            {...state('name')}
          />
        </div>
        <div>
          <label for="new-password">
            {m.newPassword} <span class="hint">{m.newPasswordHint}</span>
          </label>
          <input
            id="new-password"
            name="password"
            type="password"
            required
            autocomplete="new-password"
            dir="ltr"
            {...state('password')}
          />
        </div>
      </div>
      <ShowPassword field="new-password" />
    </>
  )
}
