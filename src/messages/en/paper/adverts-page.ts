/** The page on which an editor names a sponsor and says whose site this is. */
export const advertsPageMessages = {
  title: 'Sponsor and ads',
  saved: 'Saved. The site shows it now.',
  save: 'Save',
  lead: 'One sponsor can have a picture and a few words, on the front page and under each story. It is always marked as sponsored, and nothing is loaded from elsewhere.',
  nameHint: 'Who pays. Leave it empty for no sponsor.',
  wordsHint: 'Up to 300 characters.',
  linkHint: 'Optional. Where it takes readers.',
  picture: 'Picture',
  pictureHint: 'JPEG, PNG, WebP or AVIF. It also goes into your picture library.',
  removePicture: 'Take the picture away',
  looksSo: 'As readers see it',
  ads: 'ads.txt',
  adsHint: 'Who may sell your ad space. Ad networks tell you which lines to add. It is published at /ads.txt.',
  tags: 'Search engines',
  tagsHint:
    'Google Search Console, Bing and others give you a tag to prove that the site is yours. Paste it here; it is added to the front page.',
  noCode:
    'Scripts from ad networks and traffic counters can’t be added: your pages load nothing from third parties, so nobody tracks your readers.',
}
