/**
 * Packages that name no licence themselves but may be given away all the same: by name and version, their licence and why it
 * is known. See "Programs without Node" in docs/decisions.md.
 */
export const unnamedLicences: Readonly<Record<string, { readonly license: string; readonly text: string }>> =
  {
    'buffers 0.1.1': {
      license: 'MIT/X11',
      text: `Copyright (c) James Halliday <mail@substack.net> (http://substack.net)

The package itself names no licence. Its author did so afterwards, as "MIT/X11", in the README and the package.json of
its repository (github.com/substack/node-buffers, version 0.1.2, never published). The text of that licence:

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
    },
  };
