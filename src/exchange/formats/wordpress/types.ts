/** What WordPress and its plugins keep as items, and which of it are stories. */
import { exportItemMessages as m } from '../../../messages/index.ts'
import type { LeftKind } from '../../items/index.ts'

/** Stories by another name. */
const STORIES =
  /^(post|article|articles|news|newsitem|news_item|news-item|story|stories|blog|blogs|blog_post|blog-post|feature|features|review|reviews|opinion|column|columns|interview|interviews|press_release|press-release|pressrelease|podcast|podcasts|episode|episodes|video|videos|report|reports|obituary|obituaries)$/
const DESIGN =
  /^(wp_navigation|wp_global_styles|wp_template|wp_template_part|wp_font_family|wp_font_face|custom_css|customize_changeset|oembed_cache|user_request|acf-.*|elementor_.*|e-landing-page|et_.*|fl-.*|fusion_.*|vc4_.*|vc_grid_item|ct_template|oxy_.*|bricks_.*|popup|popupbuilder|modal|slide|slider|ml-slider|foogallery|ngg_.*|sidebar|safecss|jp_.*|jetpack-.*|amn_.*|scheduled-action|shortcoder|redirect_rule|rank_math_schema|is_search_form|tablepress_table|wp_router_page|mc4wp-form|bp-email|guest-author)$/
const FORMS = /^(wpcf7_.*|feedback|nf_sub|wpforms.*|forminator_.*|flamingo_.*|gf_.*|frm_.*|ninja_.*|polls?|quiz)$/
const SHOP =
  /^(product|product_variation|shop_.*|wc_.*|edd_.*|download|give_.*|donation|memberpress.*|mepr_.*|pmpro_.*)$/

/** 'story', 'page', 'file', 'person' (a byline of Co-Authors Plus), 'unknown'; or the sentence why it is none. */
export type Sort =
  | { as: 'story' | 'page' | 'file' | 'person' | 'unknown' }
  | { as: 'left'; what: LeftKind; why: string }

export function sortOf(type: string): Sort {
  if (type === 'page') return { as: 'page' }
  if (type === 'attachment') return { as: 'file' }
  if (type === 'guest-author') return { as: 'person' }
  if (STORIES.test(type)) return { as: 'story' }
  if (type === '') return { as: 'left', what: 'other', why: m.unknownEntry }
  if (type === 'nav_menu_item') return { as: 'left', what: 'menu', why: m.menu }
  if (type === 'revision') return { as: 'left', what: 'revision', why: m.revision }
  if (type === 'wp_block') return { as: 'left', what: 'reusable', why: m.reusable }
  if (DESIGN.test(type)) return { as: 'left', what: 'design', why: m.partOfDesign }
  if (FORMS.test(type)) return { as: 'left', what: 'form', why: m.formAnswers }
  if (SHOP.test(type)) return { as: 'left', what: 'shop', why: m.shop }
  return { as: 'unknown' }
}
