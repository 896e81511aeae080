/** The pack that is meant where neither a file nor a person names one. */
export const defaultInstrument = 'permenpanrb-59-2020';
