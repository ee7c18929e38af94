/** Pages of Medium's export, written from the rules of the format. */

export interface MediumPage {
  title: string
  /** HTML between its title and its end. */
  body: string
  subtitle?: string
  /** Empty for a draft. */
  canonical?: string
  tags?: readonly string[]
  /** Answers have no headline of their own. */
  hasTitle?: boolean
}

export function mediumPage({
  title,
  body,
  subtitle = '',
  canonical = 'https://medium.com/@ann/a-story-0a1b2c3d4e5f',
  tags = [],
  hasTitle = true,
}: MediumPage): string {
  const heading = hasTitle ? `<h3 name="1" class="graf graf--h3 graf--leading graf--title">${title}</h3>` : ''
  const links = tags.map((tag) => `<a href="https://medium.com/tag/${tag.toLowerCase()}" class="p-tag">${tag}</a>`)
  const out = `<p>By <a href="https://medium.com/@ann" class="p-author h-card">Ann Lee</a> on <a href="https://medium.com/p/0a1b2c3d4e5f"><time class="dt-published" datetime="2019-05-01T10:00:00.000Z">May 1, 2019</time></a>.</p><p><a href="${canonical}" class="p-canonical">Canonical link</a></p>`
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><article class="h-entry">
<header>
<h1 class="p-name">${title}</h1>
</header>
<section data-field="subtitle" class="p-summary">
${subtitle}
</section>
<section data-field="body" class="e-content">
<section name="2"><div class="section-divider"><hr></div><div class="section-inner">${heading}${body}</div></section>
</section>
<footer>${links.length > 0 ? `<p>Tagged in ${links.join(', ')}</p>` : ''}${canonical === '' ? '<p><a href="https://medium.com/p/ab12cd34ef56">View original.</a></p>' : out}<p>Exported from <a href="https://medium.com">Medium</a> on May 2, 2019.</p></footer></article></body></html>`
}
