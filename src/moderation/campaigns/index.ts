export { type CampaignChoice, decideCampaign, undoCampaign } from './decide-campaign.ts'
export type { FoundCampaign } from './find-campaign.ts'
export { findCampaigns } from './find-campaigns.ts'
export { type Alike, readAlike } from './near-identical.ts'
export { plainTextOf } from './plain-text.ts'
export {
  type CampaignMember,
  listPastCampaigns,
  listWaitingCampaigns,
  readCampaign,
  readMembers,
  typicalText,
} from './read-campaigns.ts'
export { bandKeys, type Fingerprint, fingerprintOf, pairsOf } from './sketch.ts'
export { type Campaign, type CampaignDecision, MOST_MEMBERS } from './summaries.ts'
