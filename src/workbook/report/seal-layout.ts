/** Hidden sheet of a report that holds its seal; shared by writer and reader. */
export const sealSheet = '_spbe-segel';
/** First cell of that sheet. */
export const sealMark = '_spbe.seal.1';
