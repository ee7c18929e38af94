export { checkHookAddress } from './address.ts'
export { hookBody } from './bodies.ts'
export { HOOK_EVENTS, isHookEvent, TEST_EVENT } from './kinds.ts'
export { type HookMessage, readHookLog, sendHookAgain, sendHookTest } from './log.ts'
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
