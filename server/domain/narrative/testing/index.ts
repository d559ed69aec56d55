export { type ChangedNarrative, changeOneNumber } from './change-one-number';
export { type GeneratedNarrative, generateNarrative, type NarrativeSource, type WrittenNumber } from './generate-narrative';
