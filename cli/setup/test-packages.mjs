/** What simulated devices need of Debian beyond npm: installed where that is allowed, else their tests are skipped by name. */
import { installPackages, notInstalled } from './debian.mjs';

/** @type {readonly { readonly what: string, readonly packages: readonly string[] }[]} */
export const TEST_PACKAGES = [
  {
    what: 'simulated HID devices',
    packages: ['umockdev', 'gir1.2-umockdev-1.0', 'python3-gi', 'udev', 'libusb-1.0-0', 'libudev1'],
  },
  { what: 'simulated chip cards', packages: ['pcscd', 'vsmartcard-vpcd', 'libpcsclite1', 'iproute2'] },
  { what: 'simulated A4 printers', packages: ['cups-ipp-utils', 'dbus', 'poppler-utils'] },
];

/** @returns {Promise<{ words: string, value: readonly string[] }>} what the person must know, one line each */
export async function bringTestPackages() {
  const missing = await notInstalled(TEST_PACKAGES.flatMap(({ packages }) => packages));
  if (missing.length === 0) return { words: 'installed', value: [] };
  const trouble = await installPackages(missing);
  if (trouble === null) return { words: 'installed now', value: [] };
  const lacking = TEST_PACKAGES.filter(({ packages }) => packages.some((name) => missing.includes(name)));
  const what = lacking.map((each) => each.what).join(', ');
  return { words: 'some are missing', value: [`Tests with ${what} are skipped; ${trouble}`] };
}
