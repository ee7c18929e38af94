export { type Act, noteAct } from './acts.ts'
export {
  addPerson,
  listPeople,
  may,
  type Person,
  ROLES,
  readPerson,
  SWITCHES,
  type Switch,
  setDisabled,
} from './person.ts'
export { firstEditorLink, makeSignInLink, peekSignInLink, readSession, signIn, signOut } from './sign-in.ts'
