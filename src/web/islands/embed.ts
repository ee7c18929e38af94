/**
 * <courant-discussion>: the discussion about the page that it stands on, a page
 * of another site. It holds a frame, or makes use of the one that stands within
 * it for who has no JavaScript, and keeps it as tall as what is in it.
 *
 *   src    where Courant is reached; where this script comes from, if absent
 *   url    the page's address; its canonical one, if absent
 *   story  the story's id, in place of an address
 */
{
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''

  class CourantDiscussion extends HTMLElement {
    #hear: ((event: MessageEvent) => void) | undefined

    connectedCallback(): void {
      // What stands within it may still be on its way.
      if (document.readyState !== 'loading') this.#begin()
      else document.addEventListener('DOMContentLoaded', () => this.isConnected && this.#begin(), { once: true })
    }

    #begin(): void {
      const site = new URL(this.getAttribute('src') ?? script, document.baseURI)
      const frame = this.querySelector('iframe') ?? this.#made(site)
      frame.style.cssText += ';display:block;width:100%;border:0'
      let pages = 0
      frame.addEventListener('load', () => {
        // A shorter page follows a long one: its beginning must not lie above the window.
        if (pages++ > 0 && frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
      })
      this.#hear = ({ data, origin, source }: MessageEvent) => {
        if (source !== frame.contentWindow || origin !== site.origin || data?.courant !== 'discussion') return
        if (Number.isFinite(data.height)) frame.style.height = `${Math.max(0, data.height)}px`
        frame.title = String(data.title)
      }
      addEventListener('message', this.#hear)
    }

    disconnectedCallback(): void {
      if (this.#hear) removeEventListener('message', this.#hear)
    }

    #made(site: URL): HTMLIFrameElement {
      const story = this.getAttribute('story')
      const about = story ? { id: story } : { url: this.getAttribute('url') ?? ownAddress() }
      const frame = document.createElement('iframe')
      frame.src = `${site.origin}/embed/story?${new URLSearchParams(about)}`
      frame.loading = 'lazy'
      frame.height = '600'
      this.append(frame)
      return frame
    }
  }

  const ownAddress = () => document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || location.href

  if (!customElements.get('courant-discussion')) customElements.define('courant-discussion', CourantDiscussion)
}
