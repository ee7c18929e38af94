export {
  type Author,
  BAN_TERMS,
  type Ban,
  banAuthor,
  findBan,
  findBans,
  forgetBannedNetworks,
  liftBan,
  listBans,
  listBansOf,
  networkBanEnds,
  readBan,
} from './bans.ts'
export { countBans } from './count-bans.ts'
export { eraseReaderAccount } from './erase-reader.ts'
export { listReaderAccounts, type ReaderAccount, readReaderAccount } from './list-readers.ts'
export {
  addAddressByLink,
  addReader,
  checkReaderName,
  endReaderSessions,
  listReaderSessions,
  newReaderId,
  type OpenedReaderSession,
  openReaderSession,
  type ReaderSessionInHand,
  type ReaderSessionLine,
  readReaderSession,
  removeReaderPasskey,
  renameReader,
  signInReaderByLink,
} from './reader-accounts.ts'
export {
  addAddress,
  holdStandingReader,
  type Reader,
  reachableReaders,
  readerWithAddress,
  readReader,
  verifyReader,
} from './readers.ts'
