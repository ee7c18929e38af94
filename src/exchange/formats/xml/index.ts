export { childOf, childrenOf, elementText, type XmlElement, xmlElements } from './elements.ts'
