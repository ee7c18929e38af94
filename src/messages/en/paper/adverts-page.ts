/** The page on which an editor names a sponsor and says whose site this is. */
export const advertsPageMessages = {
  title: 'Sponsor and ads',
  saved: 'Saved. The site shows it now.',
  save: 'Save',
  lead: 'One sponsor can have a picture and a few words, on the front page and under each story. It is always marked as sponsored, and nothing of it is loaded from elsewhere.',
  nameHint: 'Who pays. Leave it empty for no sponsor.',
  wordsHint: 'Up to 300 characters.',
  linkHint: 'Optional. Where a reader gets who presses it.',
  picture: 'Picture',
  pictureHint: 'JPEG, PNG, WebP or AVIF. It also goes into your picture library.',
  removePicture: 'Take the picture away',
  looksSo: 'As readers see it',
  ads: 'ads.txt',
  adsHint:
    'The list of who may sell your ad space. Ad networks tell you which lines to add; readers find it at /ads.txt.',
  tags: 'Search engines',
  tagsHint:
    'The tags by which Google Search Console, Bing and others check that the site is yours. They are added to the front page.',
  noCode: 'Code from ad networks and counters can’t be added: Courant’s pages load nothing from third parties.',
}
