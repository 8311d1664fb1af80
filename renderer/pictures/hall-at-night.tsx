/** The hall at night: dark around it, light inside, the door open. For the attract screen and the goodbye. */
import type { ReactNode } from 'react';
import './pictures.css';

export function HallAtNight(): ReactNode {
  return (
    <svg className="picture hall" viewBox="0 0 300 132" aria-hidden="true">
      <path className="jade" d="M262 34a17 17 0 0 1-21-21 17 17 0 1 0 21 21z" />
      <path className="soft" d="M52 22v6M49 25h6M98 8v4M96 10h4M196 14v6M193 17h6M20 50v4M18 52h4M286 58v4M284 60h4" />
      {/* roof and eaves */}
      <path className="body" d="M60 62q8 0 14-7l14-18h124l14 18q6 7 14 7z" />
      <path d="M96 37v-5h108v5M78 50h144" className="soft" />
      {/* walls, columns */}
      <path className="body" d="M72 62h156v56H72z" />
      <path d="M92 62v56M208 62v56M122 62v56M178 62v56" />
      {/* windows and the open door, lit */}
      <path className="light" d="M97 74h20v26H97zM183 74h20v26h-20z" />
      <path className="soft" d="M107 74v26M97 87h20M193 74v26M183 87h20" />
      <path className="light" d="M132 76h36v42h-36z" />
      <path d="M132 76l-8-4v46M168 76l8-4v46" className="soft" />
      {/* the kiosk inside */}
      <path className="jade" d="M144 90h12v16h-12zM147 106v12M153 106v12M147 94h6M147 98h4" />
      {/* steps and ground */}
      <path d="M118 118h64M112 123h76M6 128h288M66 118h168" />
      {/* tree and lamp */}
      <path d="M34 128v-34M34 106l-8-8M34 100l7-7" />
      <path className="body" d="M34 94c-12 0-18-8-15-16 1-9 10-12 15-12s14 3 15 12c3 8-3 16-15 16z" />
      <path d="M264 128V74q0-7-8-7h-4" />
      <path className="light" d="M246 67h10l-2 7h-6z" />
    </svg>
  );
}
