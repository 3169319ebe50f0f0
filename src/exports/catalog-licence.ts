/** Where the text of a licence is that operators name by its SPDX identifier. */
const TEXTS: Partial<Record<string, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
  'ODC-By-1.0': 'https://opendatacommons.org/licenses/by/1-0/',
  'PDDL-1.0': 'https://opendatacommons.org/licenses/pddl/1-0/',
};

/** A licence as DCAT has it: its address, or what the operator calls it; nothing where none is known. */
export function licenceOf(licence: string | null): Record<string, unknown> {
  if (licence === null) return {};
  const address = TEXTS[licence] ?? (/^https?:/.test(licence) ? licence : null);
  if (address !== null && URL.canParse(address)) return { license: { '@id': address } };
  return { license: { '@type': 'dct:LicenseDocument', label: { '@none': licence } } };
}
