/** How an OPD is called: a code that no file and no project names stands for itself. @param opd name by code */
export function nameOpd(opd: ReadonlyMap<string, string>, code: string): string {
  return opd.get(code) ?? code;
}
