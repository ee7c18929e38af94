export { checkHookAddress } from './address.ts'
export { HOOK_EVENTS, isHookEvent } from './kinds.ts'
export { type HookMessage, readHookLog, sendHookAgain } from './log.ts'
export { noting } from './noting.ts'
export { countUnsent, webhooksJob } from './sending-job.ts'
export {
  addWebhook,
  brokenWebhooks,
  changeHookEvents,
  listWebhooks,
  readWebhook,
  removeWebhook,
  renewHookSecret,
  switchWebhook,
  type Webhook,
} from './webhooks.ts'
