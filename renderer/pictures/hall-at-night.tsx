/** The hall at night: quiet around it, light inside, the door open. For the attract screen, and dark when out of service. */
import type { ReactNode } from 'react';
import './pictures.css';

export function HallAtNight(): ReactNode {
  return (
    <svg className="picture hall" viewBox="0 -34 300 216" preserveAspectRatio="xMidYMax meet" aria-hidden="true">
      <path className="jade" d="M266 24a26 26 0 0 1-33-33 26 26 0 1 0 33 33z" />
      <path
        className="soft"
        d="M18 44v7M14.5 47.5h7M62 8v6M59 11h6M110 26v5M107.5 28.5h5M146 -16v7M142.5 -12.5h7M188 14v6M185 17h6M206 46v5M203.5 48.5h5M282 62v5M279.5 64.5h5M34 -22v5M31.5 -19.5h5M286 -24v5M283.5 -21.5h5"
      />
      {/* ridge, roof and eaves */}
      <path className="body" d="M98 57v-7h104v7" />
      <path d="M98 50l-4-5M202 50l4-5" />
      <path className="body" d="M42 92q12-1 20-12l17-23h142l17 23q8 11 20 12z" />
      <path className="soft" d="M66 76h168M75 65h150" />
      {/* name board over the door */}
      <path className="body" d="M60 92h180v74H60z" />
      <path className="tint" d="M128 97h44v10h-44z" />
      <path className="jade" d="M136 102h4M145 102h10M160 102h4" />
      {/* columns */}
      <path d="M84 92v74M216 92v74M116 92v74M184 92v74" />
      {/* windows and the open door, lit */}
      <path className="light" d="M89 112h22v30H89zM189 112h22v30h-22z" />
      <path className="soft" d="M100 112v30M89 127h22M200 112v30M189 127h22M64 112h15v30H64zM221 112h15v30h-15z" />
      <path className="light" d="M127 114h46v52h-46z" />
      <path className="body" d="M127 114l-9-4v52l9 4zM173 114l9-4v52l-9 4z" />
      {/* the kiosk inside */}
      <path
        className="jade kiosk"
        d="M143 128h14v22h-14zM147 150v16M153 150v16M144 166h12M147 133h6M147 137h6M148 144h4"
      />
      {/* steps and ground */}
      <path d="M112 166h76M104 171.5h92M54 166h192M-200 178h700" />
      {/* camphor tree */}
      <path d="M24 178v-46M24 152l-10-10M24 144l8-8" />
      <path className="body" d="M24 132c-17 0-24-11-21-22-2-14 12-20 21-20s23 6 21 20c3 11-4 22-21 22z" />
      <path className="soft" d="M14 116q4-3 8 0M26 106q4-3 8 0" />
      {/* lamp */}
      <path d="M276 178v-64q0-9-10-9h-5" />
      <path className="light" d="M252 105h12l-3 9h-6z" />
    </svg>
  );
}
