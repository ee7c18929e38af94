export { textOfFile } from './decode.ts'
export { childOf, childrenOf, elementText, type XmlElement, xmlElements } from './elements.ts'
