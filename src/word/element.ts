import { ImportedXmlComponent } from 'docx';

/** An element that docx has no class for. Its texts are escaped by docx. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (ImportedXmlComponent | string)[]
): ImportedXmlComponent {
  const made = new ImportedXmlComponent(name, attributes);
  for (const child of children) made.push(child);
  return made;
}
